/** The order of entries (jekyll-scholar 7.3.0, `Utilities#sort`). */
import { compareStrings } from '../../ruby/compare.js';
import { mergeSort } from '../../ruby/merge-sort.js';
import { downcase } from '../../ruby/string.js';
import type { Entry, FieldValue } from './bibtex/entry.js';
import { compareNames, Names } from './bibtex/names.js';
import { BibtexValue, compareValues } from './bibtex/value.js';

const NOTHING = new BibtexValue([]);

/** Where a name is looked for. */
const NAMED_BY = ['author', 'editor', 'institution', 'organization', 'publisher'];

/** By fields, each up or down; the last direction counts for all further fields. */
export function sortEntries(
  entries: readonly Entry[],
  keys: readonly string[],
  directions: readonly string[],
): readonly Entry[] {
  const fields = keys.map(fieldOfKey);
  return mergeSort(entries, (left, right) => {
    for (const [index, field] of fields.entries()) {
      const order = compareFields(sortValue(left, field), sortValue(right, field));
      if (order !== 0) return isDescending(directions, index) ? -order : order;
    }
    return 0;
  });
}

/** Months go by their numbers. */
export function fieldOfKey(key: string): string {
  return key === 'month' ? 'month_numeric' : key;
}

/** Whether the direction at this place, or the last one, is down. */
export function isDescending(directions: readonly string[], index: number): boolean {
  return /(?<![^\n])(?:desc|reverse)/i.test(directions[index] ?? directions.at(-1) ?? '');
}

/** Whoever an entry is by. */
export function nameOf(entry: Entry): string {
  return NAMED_BY.map((field) => entry.get(field)).find((value) => value !== null)?.text ?? '';
}

function sortValue(entry: Entry, key: string): FieldValue {
  if (key !== 'name') return entry.get(key) ?? NOTHING;
  const name = nameOf(entry).replace(/^[{ \t\r\n\f\v]+|[} \t\r\n\f\v]+$/g, '');
  return new BibtexValue([downcase(name)]);
}

/** Names against something else have no order, unless one of them is nothing. */
function compareFields(left: FieldValue, right: FieldValue): number {
  if (left instanceof BibtexValue) {
    return right instanceof BibtexValue ? compareValues(left, right) : compareStrings(left.text, right.text);
  }
  if (right instanceof Names) return compareNames(left, right);
  if (right.parts.length === 0) return Math.sign(left.names.length);
  return left.names.length === 0 ? -1 : 0;
}
