import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

/** An entry of `page_gen`: which records get pages, and of what kind. */
export interface RecordSet {
  /** `data`: where the records lie in `site.data`, e.g. `members` or `shop.books`. */
  readonly data: string;
  /** `template`: the layout that the pages are made of; default that of the data's name. */
  readonly template: string;
  /** `name`: the key whose value names the file. */
  readonly name: Value;
  /** `name_expr`: Ruby for that; `null` for none. */
  readonly nameExpression: string | null;
  /** `title`: the key of the title; default the name. */
  readonly title: Value;
  /** `title_expr`: Ruby for that; `null` for none. */
  readonly titleExpression: string | null;
  /** `dir`: the folder; default the data's name. */
  readonly folder: string;
  /** `index_files`: whether each page is an index in a folder of its own; default `page_gen-dirs` of the configuration. */
  readonly hasFolders: boolean;
  /** `extension`, without the dot; default `html`, `null` for none. */
  readonly extension: string | null;
  /** `page_data_prefix`: the key in front matter that holds the record; `null` (the default) when its own keys stand there. */
  readonly prefix: Value;
  /** `filter`: the key that records must have something true under; `null` for none. */
  readonly filter: Value;
  /** `filter_condition`: Ruby that chooses records; `null` for none. */
  readonly condition: string | null;
}

/** Reads an entry, with the gem's defaults. */
export function readSet(entry: RubyHash, settings: RubyHash): RecordSet {
  const value = (key: string): Value => entry.get(key) ?? null;
  const text = (key: string): string | null => (isTruthy(value(key)) ? toS(value(key)) : null);
  const own = value('index_files');
  const extension = entry.has('extension') ? value('extension') : 'html';
  return {
    data: toS(value('data')),
    template: text('template') ?? toS(value('data')),
    name: value('name'),
    nameExpression: text('name_expr'),
    title: value('title'),
    titleExpression: text('title_expr'),
    folder: text('dir') ?? toS(value('data')),
    hasFolders: own === null ? settings.get('page_gen-dirs') === true : isTruthy(own),
    extension: isTruthy(extension) ? toS(extension) : null,
    prefix: isTruthy(value('page_data_prefix')) ? value('page_data_prefix') : null,
    filter: isTruthy(value('filter')) ? value('filter') : null,
    condition: text('filter_condition'),
  };
}
