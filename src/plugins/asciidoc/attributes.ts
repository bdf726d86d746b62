/** Attributes of AsciiDoc as the site's configuration gives them to each document. */
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';

/** Attributes by name: a text that counts against the document's own unless `@` ends it, `null` for one that stays unset. */
export type Attributes = ReadonlyMap<string, string | false | null>;

const REFERENCE = /\\?\{([\p{L}\p{M}\p{N}\p{Pc}][-\p{L}\p{M}\p{N}\p{Pc}]*)\}/gu;

/**
 * Lays attributes over others: a mapping, or a list of texts such as `name=value`. `!name` and `name!` unset one for good, `-name` takes
 * back what was known of it so far; `{name}` in a value stands for what is known by then (jekyll-asciidoc 3.0.1, `compile_attributes`).
 */
export function withAttributes(known: Attributes, added: Value): Attributes {
  const attributes = new Map(known);
  for (const [name, value] of entriesOf(added)) {
    if (name.startsWith('!')) attributes.set(name.slice(1), null);
    else if (name.endsWith('!')) attributes.set(name.slice(0, -1), null);
    else if (name.startsWith('-')) attributes.delete(name.slice(1));
    else attributes.set(name, attributeValue(name, value, attributes));
  }
  return attributes;
}

function entriesOf(added: Value): readonly (readonly [string, Value])[] {
  if (added instanceof Map) return [...added].map(([name, value]) => [toS(name), value] as const);
  if (!Array.isArray(added)) return [];
  return added.map((entry) => {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(toS(entry)) ?? [];
    return [name, value] as const;
  });
}

/** Of what unsets an attribute, `false` says something of its own for a layout. */
function attributeValue(name: string, value: Value, known: Attributes): string | false | null {
  if (typeof value === 'string') return withReferences(value, known);
  if (value === true) return '';
  if (value === false) return name === 'page-layout' ? false : null;
  return value === null ? null : toS(value);
}

function withReferences(text: string, known: Attributes): string {
  return text.replaceAll(REFERENCE, (reference, name: string) => {
    if (reference.startsWith('\\')) return reference.slice(1);
    return known.has(name) ? hardValue(toS(known.get(name) ?? null)) : reference;
  });
}

/** The text of an attribute that documents may set themselves, without the mark that says so. */
export function hardValue(text: string): string {
  return text.endsWith('@') ? text.slice(0, -1) : text;
}

/** Where `imagesdir` is a path from the site's root, it is put under `baseurl`, and told apart from where pictures are made. */
export function withImagesFolder(attributes: Attributes, baseurl: Value, destination: string): Attributes {
  const folder = attributes.get('imagesdir');
  if (typeof folder !== 'string' || !folder.startsWith('/')) return attributes;
  const completed = new Map(attributes);
  if (!completed.has('imagesoutdir')) completed.set('imagesoutdir', destination + hardValue(folder));
  return completed.set('imagesdir', toS(baseurl) + folder);
}

/** What a site tells its documents of itself: `site-*`, `jekyll-*` and their kin. */
export function siteAttributes(
  settings: RubyHash,
  source: string,
  destination: string,
  version: string,
): Attributes {
  const text = (key: string): string | null => {
    const value = settings.get(key) ?? null;
    return value === null ? null : toS(value);
  };
  return new Map([
    ['site-root', process.cwd()],
    ['site-source', source],
    ['site-destination', destination],
    ['site-baseurl', text('baseurl')],
    ['site-url', text('url')],
    ['env', 'site'],
    ['env-site', ''],
    ['site-gen', 'jekyll'],
    ['site-gen-jekyll', ''],
    ['builder', 'jekyll'],
    ['builder-jekyll', ''],
    ['jekyll-version', version],
    ['idprefix', ''],
    ['idseparator', '-'],
    ['linkattrs', '@'],
  ]);
}
