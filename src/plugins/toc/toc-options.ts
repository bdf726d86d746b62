import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';
import { isTruthy } from '../../ruby/value.js';
import { isFrom } from '../shared/gem-version.js';

/** The configuration's `toc` section. */
export interface TocOptions {
  /** `min_level`: the highest level of headings that are listed, 1 to 6; default 1. */
  readonly minLevel: number;
  /** `max_level`: the lowest one; default 6. */
  readonly maxLevel: number;
  /** `ordered_list`: whether lists are `ol`; default false, `ul`. */
  readonly isOrdered: boolean;
  /** `no_toc_section_class`: classes of elements whose headings are not listed; default `no_toc_section`. */
  readonly skippedSections: ReadonlySet<string>;
  /** `list_id`: the outermost list's `id`; default `toc`. `null` before 0.16.0, where it has none. */
  readonly listId: string | null;
  /** `list_class`: its classes; default `section-nav`. */
  readonly listClass: string;
  /** `sublist_class`: the classes of lists in it; default `''`, none. */
  readonly sublistClass: string;
  /** `item_class`: the classes of items; default `toc-entry`. */
  readonly itemClass: string;
  /** `item_prefix`: what an item's last class begins with, before `h2` and the like; default `toc-`. */
  readonly itemPrefix: string;
  /** Whether letters outside of ASCII are escaped in addresses, as they are from 0.14.0 on. */
  readonly escapesIds: boolean;
}

/**
 * Reads the section; what is no mapping stands for the defaults.
 *
 * @param release of jekyll-toc, from 0.12.2 on; what it does not know is not read
 */
export function readTocOptions(section: Value, release: string): TocOptions {
  const options = section instanceof Map ? section : new Map<Value, Value>();
  const option = (key: string, byDefault: Value): Value =>
    options.has(key) ? (options.get(key) ?? null) : byDefault;
  const text = (key: string, byDefault: string): string => toS(option(key, byDefault));
  const sections = option('no_toc_section_class', 'no_toc_section');
  return {
    minLevel: Number(text('min_level', '1')),
    maxLevel: Number(text('max_level', '6')),
    isOrdered: isFrom(release, '0.15.0') && isTruthy(option('ordered_list', false)),
    skippedSections: new Set((Array.isArray(sections) ? sections : [sections]).map(toS)),
    listId: isFrom(release, '0.16.0') ? text('list_id', 'toc') : null,
    listClass: text('list_class', 'section-nav'),
    sublistClass: text('sublist_class', ''),
    itemClass: text('item_class', 'toc-entry'),
    itemPrefix: text('item_prefix', 'toc-'),
    escapesIds: isFrom(release, '0.14.0'),
  };
}
