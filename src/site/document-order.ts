/** Jekyll's two orders of documents: the one they are read into, and the one templates see. */
import type { Document } from '../model/page.js';
import { compare, compareStrings, order } from '../ruby/compare.js';
import { compareTimes } from '../ruby/time/time.js';

/**
 * The order in which a collection holds its documents: by date, then by path on disk; documents of which one has no date go by path
 * alone (Jekyll 4.4.1, `Document#<=>`).
 */
export function compareAsRead(a: Document, b: Document): number {
  const byDate = a.isDated && b.isDated ? compareTimes(a.date, b.date) : 0;
  return byDate || compareStrings(a.source?.absolutePath ?? a.path, b.source?.absolutePath ?? b.path);
}

/** The order that `sort` and listings give: by the date that templates see, then by path (Jekyll 4.4.1, `DocumentDrop#<=>`). */
export function compareInTemplates(a: Document, b: Document): number {
  const byDate = compare(a.data.get('date') ?? a.date, b.data.get('date') ?? b.date) ?? 0;
  return byDate === 0 ? order(a.path, b.path) : byDate;
}

/** The same for sites of Jekyll 3, where a document without a date has none in templates either (Jekyll 3.10.0, `DocumentDrop#<=>`). */
export function compareByOwnDates(a: Document, b: Document): number {
  const byDate = compare(a.data.get('date') ?? null, b.data.get('date') ?? null) ?? 0;
  return byDate === 0 ? order(a.path, b.path) : byDate;
}
