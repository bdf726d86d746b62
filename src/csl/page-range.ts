import { BOUNDARY, pattern, SPACE } from './characters.js';
import { CslError } from './csl-error.js';

const RANGE = pattern(
  'g',
  `${BOUNDARY}(\\p{Alphabetic}*)([0-9]+)(\\p{Alphabetic}*)`,
  `${SPACE}*[–\\-]+${SPACE}*`,
  `(\\p{Alphabetic}*)([0-9]+)(\\p{Alphabetic}*)${BOUNDARY}`,
);

/**
 * Ranges of pages with the locale's dash, and in one of CSL's formats (citeproc-ruby 2.1, `format_page_range!`). What Chicago
 * makes of the first range is the format of the others, as there.
 */
export function formatPageRange(pages: string, dash: string, format: string | null): string {
  let inForce = format;
  return pages.replace(RANGE, (_, before, from, after, beforeTo, to, afterTo) => {
    let end: string = to;
    if (`${before}${after}${beforeTo}${afterTo}` === '' && inForce !== null && from.length >= to.length) {
      const full = from.slice(0, from.length - to.length) + to;
      if (/^chicago(?:-1[56])?$/.test(inForce)) inForce = chicagoFormat(from, full);
      end = abbreviated(from, full, inForce);
    }
    return `${before}${from}${after}${dash}${beforeTo}${end}${afterTo}`;
  });
}

/** The Chicago Manual of Style: all digits after hundreds, the changed one after their first, else two and what changes. */
function chicagoFormat(from: string, to: string): string {
  if (from.length < 3 || from.endsWith('00')) return 'expanded';
  if (from.length === 4 && from.length - samePrefix(from, to) > 2) return 'expanded';
  return from.at(-2) === '0' ? 'minimal' : 'minimal-two';
}

function abbreviated(from: string, to: string, format: string): string {
  if (format === 'expanded') return to;
  if (format === 'minimal') return to.slice(samePrefix(from, to));
  if (format === 'minimal-two') {
    return from.length > 2 ? to.slice(Math.min(samePrefix(from, to), from.length - 2)) : to;
  }
  throw new CslError(`unknown page-range-format "${format}"`);
}

/** How many digits both begin with. */
function samePrefix(from: string, to: string): number {
  let count = 0;
  while (count < to.length && from[count] === to[count]) count += 1;
  return count;
}
