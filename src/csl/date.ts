import { daysInMonth } from '../ruby/time/civil.js';
import { parseDate } from '../ruby/time/date-parse.js';
import { isSet } from './is-set.js';

/** A date as CSL-JSON has it. Of a range only the first is written. */
export interface CslDate {
  /** Year, month and day of one date, or of two. */
  readonly 'date-parts'?: readonly (readonly (number | string | null)[])[];
  /** Written as it stands. */
  readonly literal?: string;
  /** 1–4. */
  readonly season?: number | string;
  /** Whether the date is uncertain. */
  readonly circa?: boolean | number | string;
}

/** Whether a date has no year, no season and no text of its own. */
export function isEmptyDate(date: CslDate): boolean {
  const hasParts = partsOf(date).some(([year]) => year !== undefined && year !== null);
  return !hasParts && !isSet(date.literal) && !isSet(date.season);
}

/** A date as text, for conditions on it. */
export function dateText(date: CslDate): string {
  if (isSet(date.literal)) return date.literal!;
  if (isSet(date.season)) return String(date.season);
  return `[${partsOf(date)
    .map((parts) => `[${parts.join(', ')}]`)
    .join(', ')}]`;
}

function partsOf(date: CslDate): readonly (readonly (number | string | null)[])[] {
  return date['date-parts'] ?? [];
}

/** `Date.parse`, by which citeproc reads text. What is no date, and would end the build there, is written as it stands. */
export function readDate(text: string): CslDate {
  const { year, month = 1, day = 1 } = parseDate(text) ?? {};
  const isValid = year !== undefined && day >= 1 && day <= (daysInMonth(year, month) ?? 0);
  return isValid ? { 'date-parts': [[year, month, day]] } : { literal: text };
}
