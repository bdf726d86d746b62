/** Character classes of Ruby's regular expressions, asked at a position of a text. */

const alphabetic = /\p{Alphabetic}/u;
const alphanumeric = /[\p{Alphabetic}\p{Nd}]/u;
// Onigmo counts Latin-1's superscripts and fractions as word characters where it looks for a boundary.
const boundaryWord = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}²³¹¼-¾]/u;

function isAsciiLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** `\w`, which is ASCII in Ruby. */
export function isAsciiWord(code: number): boolean {
  return isAsciiLetterOrDigit(code) || code === 0x5f;
}

/** `\d`, which is ASCII in Ruby. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What `\b` and `\B` take for a word character at `pos`; Unicode's, unlike `\w`. */
export function isBoundaryWordAt(text: string, pos: number): boolean {
  const code = text.codePointAt(pos);
  if (code === undefined) return false;
  return code < 0x80 ? isAsciiWord(code) : boundaryWord.test(String.fromCodePoint(code));
}

/** `[[:alnum:]]` at `pos`. */
export function isAlphanumericAt(text: string, pos: number): boolean {
  const code = text.codePointAt(pos);
  if (code === undefined) return false;
  return code < 0x80 ? isAsciiLetterOrDigit(code) : alphanumeric.test(String.fromCodePoint(code));
}

/** `[[:alpha:]]` before `pos`. */
export function isAlphabeticBefore(text: string, pos: number): boolean {
  if (pos <= 0) return false;
  const unit = text.charCodeAt(pos - 1);
  if (unit < 0x80) return isAsciiLetterOrDigit(unit) && !isDigit(unit);
  const isPair = isLowSurrogate(unit) && pos > 1;
  return alphabetic.test(isPair ? text.slice(pos - 2, pos) : text.charAt(pos - 1));
}

/** Whether the unit is the second half of a character beyond U+FFFF. */
export function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
