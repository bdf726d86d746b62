/** What one template may hold. For each tag a node and a closure are kept, some 500 bytes, and made in some microseconds. */
import { type Place, tooMuch } from '../errors.js';

/** Tags and outputs of one template, those in `raw` and comments along; a table that calls a filter in each cell has 20,000. */
const MAX_MARKUP = 200_000;
/** Words of one tag or output: names, values, operators. */
const MAX_WORDS = 200_000;

const OPENING = /\{[{%]/g;

/** @throws LiquidError when a template has more tags and outputs than any page, at the first that is too much */
export function checkMarkup(source: Omit<Place, 'offset'>): void {
  const { text } = source;
  if (text.length <= MAX_MARKUP * 4) return;
  let count = 0;
  for (const { index } of text.matchAll(OPENING)) {
    count += 1;
    if (count <= MAX_MARKUP) continue;
    const error = tooMuch(`more than ${MAX_MARKUP} tags and outputs in one template`);
    error.place = { ...source, offset: index };
    throw error;
  }
}

/** @throws LiquidError when a tag's markup goes on and on */
export function checkWordCount(count: number): void {
  if (count > MAX_WORDS) throw tooMuch(`more than ${MAX_WORDS} words in one tag`);
}
