/** Ruby's String methods where JavaScript's differ (ASCII white space, code points, letters' case), and what else texts need. */

/** `String#lstrip`: ASCII white space and NUL. */
export function lstrip(text: string): string {
  return text.replace(/^[\0\t\n\v\f\r ]+/, '');
}

/** `String#rstrip`. Scans by hand: an expression would try every run of blanks inside the text. */
export function rstrip(text: string): string {
  let end = text.length;
  while (end > 0 && isSpaceOrNul(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** `String#strip`. */
export function strip(text: string): string {
  return lstrip(rstrip(text));
}

/** Whether a character, given by its code, is ASCII white space: what `\s` matches in Ruby. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isSpaceOrNul(code: number): boolean {
  return isSpace(code) || code === 0;
}

/** `String#downcase`: as JavaScript's, but a sigma at the end of a word is like any other. */
export function downcase(text: string): string {
  return (text.includes('Σ') ? text.replaceAll('Σ', 'σ') : text).toLowerCase();
}

/** `String#upcase`. */
export function upcase(text: string): string {
  return text.toUpperCase();
}

/** Letters whose title case is not their upper case, by that upper case: `ǆ` begins a word as `ǅ`. */
const TITLE_CASE: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' };
/** Letters that are two of their kind in upper case begin a word with the first alone: `ß` gives `Ss`. */
const LIGATURES = /^[ßﬀ-ﬆﬓ-ﬗև]$/u;

/** `String#capitalize`: the first letter in title case, the others lowered. */
export function capitalize(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return '';
  const letter = String.fromCodePoint(first);
  if (first < 128) return letter.toUpperCase() + downcase(text.slice(1));
  return titleCase(letter) + downcase(text.slice(letter.length));
}

/** Georgian has capitals for whole words only. */
const GEORGIAN = /^[\u10d0-\u10ff\u1c90-\u1cbf]$/u;

function titleCase(letter: string): string {
  if (GEORGIAN.test(letter)) return downcase(letter);
  const upper = letter.toUpperCase();
  const title = TITLE_CASE[upper];
  if (title !== undefined) return title;
  if (!LIGATURES.test(letter)) return isGreekWithIota(letter) ? greekTitleCase(letter) : upper;
  const [head = '', ...rest] = upper;
  return head + downcase(rest.join(''));
}

/** Greek letters with iota subscript: raised they are followed by a capital iota, as a title they keep it below. */
function isGreekWithIota(letter: string): boolean {
  return /.\u0345$/u.test(letter.normalize('NFD'));
}

/** The iota joins a letter that has one code point, accents included. */
function greekTitleCase(letter: string): string {
  const upper = letter.normalize('NFD').slice(0, -1).toUpperCase().normalize('NFC');
  return upper.length === 1 ? `${upper}\u0345`.normalize('NFC') : `${upper}\u0345`;
}

/** Whether a text has characters of two units; few have. */
function hasPairs(text: string): boolean {
  return /[\ud800-\udbff]/.test(text);
}

/** Number of code points: `String#length`. */
export function codePointLength(text: string): number {
  if (!hasPairs(text)) return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at += isPairAt(text, at) ? 2 : 1) length += 1;
  return length;
}

/** The first code points of a text. */
export function takeCodePoints(text: string, count: number): string {
  if (count >= text.length) return text;
  if (!hasPairs(text)) return text.slice(0, count);
  let at = 0;
  for (let taken = 0; taken < count && at < text.length; taken += 1) at += isPairAt(text, at) ? 2 : 1;
  return text.slice(0, at);
}

function isPairAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length;
}

/** `[offset, length]` of a sequence as `slice` takes it: from the end when negative; `null` when outside. */
export function sliceBounds(
  size: number,
  offset: number,
  length: number,
): readonly [from: number, to: number] | null {
  const from = offset < 0 ? size + offset : offset;
  if (from < 0 || from > size || length < 0) return null;
  return [from, Math.min(size, from + length)];
}

/** `String#slice(offset, length)` by code points. */
export function sliceCodePoints(text: string, offset: number, length: number): string | null {
  const points = hasPairs(text) ? Array.from(text) : null;
  const bounds = sliceBounds(points?.length ?? text.length, offset, length);
  if (bounds === null) return null;
  return points === null ? text.slice(...bounds) : points.slice(...bounds).join('');
}

/**
 * `String#split`: one space splits at runs of white space, an empty pattern into characters; empty parts at the end are left
 * out.
 */
export function split(text: string, separator: string): string[] {
  if (separator === ' ') return splitWords(text);
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}

/** Words between ASCII white space: `String#split` without arguments. */
export function splitWords(text: string): string[] {
  return text.match(/[^\t\n\v\f\r ]+/g) ?? [];
}

/** The first words of a text, without looking at the rest. */
export function firstWords(text: string, count: number): string[] {
  const words: string[] = [];
  let at = 0;
  while (words.length < count) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
    if (at === text.length) break;
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
    words.push(text.slice(start, at));
  }
  return words;
}

/** Where the first words end, if nothing but single blanks stands between them; -1 if not, or if there are fewer. */
export function endOfPlainWords(text: string, count: number): number {
  let at = 0;
  for (let words = 0; words < count; words += 1) {
    if (words > 0 && text.charCodeAt(at++) !== 32) return -1;
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
    if (at === start) return -1;
  }
  return at;
}

/** How many words `splitWords` would find. */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const isWord = !isSpace(text.charCodeAt(at));
    if (isWord && !isInWord) count += 1;
    isInWord = isWord;
  }
  return count;
}

/** The text without the mark that some editors put before UTF-8. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** 1-based number of the line an offset lies on. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

/** Lowers A–Z and nothing else. */
export function foldAscii(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}
