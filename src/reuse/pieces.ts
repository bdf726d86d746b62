/** Texts on their way to a disk, piece by piece: the bytes of a large one need no place of their own. */

/** Bytes that one UTF-16 unit takes at most in UTF-8. */
export const LONGEST_UNIT = 3;

/** The text in parts of whole characters whose UTF-8 fits into so many bytes. */
export function* piecesOf(text: string, bytes: number): Generator<string> {
  const longest = Math.max(2, Math.floor(bytes / LONGEST_UNIT));
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + longest, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    yield text.slice(start, end);
    start = end;
  }
}
