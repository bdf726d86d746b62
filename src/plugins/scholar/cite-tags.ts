/** `{% cite %}`, `{% nocite %}` and `{% quote %}` (jekyll-scholar 7.3.0). */

import type { CitedItem } from '../../csl/item.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { strip } from '../../ruby/string.js';
import type { Value } from '../../ruby/value.js';
import type { Entry } from './bibtex/entry.js';
import { filtersNamed } from './bibtex-settings.js';
import type { Citations } from './citations.js';
import { element, link } from './html.js';
import type { ScholarScope } from './scholar-scope.js';
import { scholarTag } from './scholar-tag.js';
import { toCsl } from './to-csl.js';

/** A citation, with a link to the first of its references. */
export function citeTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'cite', hasKeys: true }, citations, cite);
}

/** Counts references as cited and prints nothing. */
export function nociteTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'nocite', hasKeys: true }, citations, (scope, keys) => {
    for (const key of keys) {
      const entry = scope.entryOf(key);
      if (entry === null) return scope.missingReference;
      scope.cited.add(entry.key);
    }
    return '';
  });
}

/** What stands in the block with its citation below. */
export function quoteTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'quote', hasKeys: true, isBlock: true }, citations, (scope, keys, body) => {
    const text = strip(body).replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br/>');
    return element('blockquote', element('p', text) + element('cite', cite(scope, keys)));
  });
}

function cite(scope: ScholarScope, keys: readonly Value[]): string {
  const entries = keys.map((key) => scope.entryOf(key));
  if (!entries.every((entry) => entry !== null)) return scope.missingReference;
  if (scope.settings.isOn('separate_links')) return separately(scope, entries);
  const text = scope.writer.formatter.citation(entries.map((entry, index) => citedItem(scope, entry, index)));
  return linkTo(scope, entries[0]?.key ?? '', text);
}

/** Each reference with a link of its own. */
function separately(scope: ScholarScope, entries: readonly Entry[]): string {
  const { prefix, suffix, delimiter } = scope.writer.formatter.citationAffixes;
  const links = entries.map((entry) => {
    const text = scope.writer.formatter.citation([citedItem(scope, entry, 0)]);
    const start = text.startsWith(prefix) ? prefix.length : 0;
    const end = text.length - (text.slice(start).endsWith(suffix) ? suffix.length : 0);
    return linkTo(scope, entry.key, text.slice(start, end));
  });
  return prefix + links.join(delimiter) + suffix;
}

function citedItem(scope: ScholarScope, entry: Entry, index: number): CitedItem {
  const { cited, options, settings } = scope;
  cited.add(entry.key);
  const filtered = entry.converted(filtersNamed(settings.texts('bibtex_filters')));
  const locator = options.locators[index] ?? null;
  return {
    item: toCsl(filtered, cited.numberOf(entry.key)),
    suppressAuthor: options.suppressesAuthor,
    ...(locator !== null && { locator, label: options.labels[index] ?? 'page' }),
  };
}

function linkTo(scope: ScholarScope, key: string, text: string): string {
  const { settings } = scope;
  const address = `${settings.text('relative')}#${scope.anchor(key)}`;
  return link(address, text, [['class', settings.text('cite_class')]]);
}
