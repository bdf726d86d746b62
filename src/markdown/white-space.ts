/** White space as Ruby's `\s` and `strip` know it: ASCII only, and `strip` takes NUL too. */

/** Ruby's `\s`: space, tab, line feed, vertical tab, form feed, carriage return. */
export function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** First position from `pos` without white space (line ends count as such). */
export function skipWhiteSpace(text: string, pos: number): number {
  while (isWhiteSpace(text.charCodeAt(pos))) pos++;
  return pos;
}

/** First position from `pos` that is neither space nor tab. */
export function skipBlanks(text: string, pos: number): number {
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code !== 0x20 && code !== 0x09) return pos;
    pos++;
  }
}

/** Position behind at most three spaces from `pos`: where a block may start. */
export function skipOptionalSpaces(text: string, pos: number): number {
  const end = pos + 3;
  while (pos < end && text.charCodeAt(pos) === 0x20) pos++;
  return pos;
}

/** Whether nothing but white space stands between `pos` and the end of the line. */
export function isRestBlank(text: string, pos: number): boolean {
  while (pos < text.length) {
    const code = text.charCodeAt(pos++);
    if (code === 0x0a) return true;
    if (!isWhiteSpace(code)) return false;
  }
  return false;
}

/** Position of the next line. */
export function nextLine(text: string, pos: number): number {
  const end = text.indexOf('\n', pos);
  return end < 0 ? text.length : end + 1;
}

function isStripped(code: number): boolean {
  return code === 0 || isWhiteSpace(code);
}

/** The text without Ruby's `\s` at its ends: `strip` takes NUL, too. */
export function trimWhiteSpace(text: string): string {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(Math.min(skipWhiteSpace(text, 0), end), end);
}

/** Ruby's `lstrip`. */
export function stripStart(text: string): string {
  let start = 0;
  while (isStripped(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

/** Ruby's `rstrip`. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Ruby's `strip`. */
export function strip(text: string): string {
  return stripStart(stripEnd(text));
}
