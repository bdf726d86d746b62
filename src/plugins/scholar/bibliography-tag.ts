/** `{% bibliography %}` and `{% bibliography_count %}` (jekyll-scholar 7.3.0). */
import type { TagDefinition } from '../../liquid/tag.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import type { Entry } from './bibtex/entry.js';
import type { Citations } from './citations.js';
import { detailsLayoutName, detailsLink } from './details-address.js';
import { EntryTemplate } from './entry-template.js';
import { groupEntries } from './group-entries.js';
import { type Attribute, element, link } from './html.js';
import type { ScholarScope } from './scholar-scope.js';
import { scholarTag } from './scholar-tag.js';
import { commaWords } from './settings.js';

/** A list of entries, or several with headings. */
export function bibliographyTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'bibliography', hasKeys: false }, citations, (scope, _keys, _body, place) => {
    const entries = scope.listedEntries.filter((entry) => entry !== null);
    const template = new EntryTemplate(scope, place);
    const keys = groupKeys(scope);
    if (keys !== null) return grouped(scope, template, entries, keys, 0);
    return list(scope, template, limited(entries, scope.options.offset, scope.options.max));
  });
}

/** How many entries the list would have. */
export function bibliographyCountTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'bibliography_count', hasKeys: false }, citations, ({ listedEntries }) =>
    String(listedEntries.length),
  );
}

/** What entries are grouped by, outermost first; `null` for nothing. */
function groupKeys(scope: ScholarScope): readonly string[] | null {
  const { options, settings } = scope;
  const own = options.groupBy === null ? null : scope.interpolate(options.groupBy);
  if (own !== null) return own === 'none' ? null : commaWords(own);
  return settings.get('group_by') === 'none' ? null : settings.words('group_by');
}

/** Ruby's `items[offset..last]`. */
function limited(entries: readonly Entry[], offset: number, max: number | null): readonly Entry[] {
  const { length } = entries;
  const start = offset < 0 ? length + offset : offset;
  if (start < 0 || start > length) return [];
  const last = max === null ? -1 : max + offset - 1;
  return entries.slice(start, Math.max(start, (last < 0 ? length + last : last) + 1));
}

function grouped(
  scope: ScholarScope,
  template: EntryTemplate,
  entries: readonly Entry[],
  keys: readonly string[],
  depth: number,
): string {
  const { settings, options, config } = scope;
  const key = keys[depth];
  if (key === undefined) {
    scope.beginList();
    return list(scope, template, entries);
  }
  const tags = settings.words('bibliography_group_tag');
  const directions = options.groupOrder ?? settings.words('group_order');
  const groups = groupEntries(entries, key, depth, { settings, directions, sourceDate: config.sourceDate });
  return groups
    .map((group) => {
      const tag = tags[depth] ?? tags.at(-1) ?? '';
      const heading = element(tag, group.heading, [['class', settings.text('bibliography_class')]]);
      return `${heading}\n${grouped(scope, template, group.entries, keys, depth + 1)}`;
    })
    .join('\n');
}

function list(scope: ScholarScope, template: EntryTemplate, entries: readonly Entry[]): string {
  const { settings, options } = scope;
  const itemTag = settings.text('bibliography_item_tag');
  const attributes = settings.pairs('bibliography_item_attributes');
  const items = entries.map((entry, index) => {
    const content = template.render(entry, index + 1) + detailsOf(scope, entry);
    return element(itemTag, content, attributes);
  });
  const byClass: Attribute = ['class', settings.text('bibliography_class')];
  return element(options.listTag ?? settings.text('bibliography_list_tag'), items.join('\n'), [
    byClass,
    ...settings.pairs('bibliography_list_attributes'),
  ]);
}

/** A link to the entry's page, if it has one. */
function detailsOf({ settings, config, frame }: ScholarScope, entry: Entry): string {
  const label = settings.get('details_link');
  if (!isTruthy(label) || frame.render.findLayout(detailsLayoutName(settings)) === null) return '';
  return link(detailsLink(entry, settings, config), toS(label), [
    ['class', settings.text('details_link_class')],
  ]);
}
