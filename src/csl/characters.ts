/** Ruby's character classes as parts of JavaScript's expressions with the flag `u`. */

/** `\s`: ASCII alone. */
export const SPACE = '[ \\t\\n\\v\\f\\r]';

/** A letter of a word as `\b` understands it: of any script. */
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';

/** `\b`. */
export const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** `$`: before a line feed or at the end. */
export const LINE_END = '(?=\\n|(?![^]))';

/** `^`: at the start or behind a line feed. */
export const LINE_START = '(?<=\\n|(?<![^]))';

/** An expression cut into parts for reading. */
export function pattern(flags: string, ...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''), `${flags}u`);
}

/** A text's characters where they mean something in an expression. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** `CSL.encode_xml_text`. */
export function encodeXmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
