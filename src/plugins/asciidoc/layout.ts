/** The layout of AsciiDoc, which the header may give as `page-layout`. */
import type { Site } from '../../model/site.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { Attributes } from './attributes.js';
import type { OwnData } from './integrate.js';
import type { AsciidocSettings } from './settings.js';

/**
 * What a header finds in `page-layout`, to be set there if it ends in `@`: the layout of front matter, `none` for one without a name, and
 * nothing (`@`) when that says nothing, which stands for a layout by the kind of page (jekyll-asciidoc 3.0.1, `resolve_default_layout`).
 */
export function layoutAttribute(data: OwnData, { prefix, attributes }: AsciidocSettings): Attributes {
  const name = `${prefix}layout`;
  const value = attributes.has(name)
    ? configuredLayout(attributes.get(name) ?? null, data)
    : (frontMatterLayout(data) ?? '@');
  return new Map(value === null ? [] : [[name, value]]);
}

/** `null` leaves the configuration's as it is. */
function configuredLayout(layout: string | false | null, data: OwnData): string | null {
  if (layout === null) return 'none';
  if (layout === false) return 'false';
  if (layout === '~@') return 'none@';
  return layout.endsWith('@') ? frontMatterLayout(data) : null;
}

function frontMatterLayout({ own, lookup }: OwnData): string | null {
  const layout = lookup('layout');
  if (!own.has('layout') && !isTruthy(layout)) return null;
  return `${layout === null ? 'none' : toS(layout)}@`;
}

/**
 * Settles which layout the page has; without any it is a whole page by itself. Answers whether it came to be that here.
 *
 * @param kind what a layout by the kind of page is called, where the site has one, e.g. `post`
 */
export function settleLayout({ own, lookup }: OwnData, kind: string, { layouts }: Site): boolean {
  const set = (key: string, value: Value): void => void own.set(key, value);
  const layout = lookup('layout');
  if (layout === null) {
    if (own.has('layout')) return false;
    set('standalone', true);
    return true;
  } else if (layout === '' || layout === '_auto') {
    set('layout', layouts.has(kind) ? kind : 'default');
  } else if (layout === false) {
    set('layout', 'none');
    set('standalone', true);
    return true;
  }
  return false;
}
