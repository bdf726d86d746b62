/** Places and wild cards of Ruby's patterns. A line ends at `\\n` and nowhere else, and `^` and `$` mean lines always. */
import { NO_WORD_EDGE, WORD_EDGE } from './characters.js';

/** `.` */
export const ANY = '[^\\n]';
/** A dot under `(?m)`: not `[^]`, of which V8 repeats only one under the flag `v`. */
export const EVERYTHING = '[\\s\\S]';
/** `^`, which is not behind the last line's end. */
export const START_OF_LINE = `(?:(?<!${EVERYTHING})|(?<=\\n)(?=${EVERYTHING}))`;
/** `$` */
export const END_OF_LINE = `(?=\\n|(?!${EVERYTHING}))`;
const START = `(?<!${EVERYTHING})`;
const END = `(?!${EVERYTHING})`;
const BEFORE_LAST_LINE_END = `(?=\\n?(?!${EVERYTHING}))`;
const LINE_BREAK = '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])';

/** By the letter behind the backslash. */
export const ANCHORS: Readonly<Record<string, string>> = {
  A: START,
  z: END,
  Z: BEFORE_LAST_LINE_END,
  b: WORD_EDGE,
  B: NO_WORD_EDGE,
  R: LINE_BREAK,
  X: '(?:\\r\\n|\\P{M}[\\p{M}\\p{Emoji_Modifier}]*|\\p{M}+)',
};
