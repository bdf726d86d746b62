/**
 * Rules' expressions in JavaScript's terms. `\s`, `\S`, `.`, `^` and `$` mean what Ruby's mean: JavaScript's `\s` takes
 * U+00A0 (common in code copied from web pages), its `.` stops at `\r` and U+2028, and so do its `^` and `$`.
 *
 * Each has two forms. Code that is all ASCII, nearly all of it, is matched without Unicode's character classes, since
 * making an expression with one of those takes a third of a millisecond. In the other form Ruby's `\b` goes by
 * Unicode's letters (no boundary in `ifé`), although its `\w` doesn't.
 */
export type PatternForm = 'ascii' | 'unicode';

/** A rule's expression in one form, matching at `lastIndex` only. */
export function compilePattern(pattern: RegExp, form: PatternForm): RegExp {
  return new RegExp(patternSource(pattern, form), pattern.ignoreCase ? 'iuy' : 'uy');
}

/** Whether an expression can match only at the start of a line. The run checks that: cheaper than a lookbehind. */
export function startsAtLine(pattern: RegExp): boolean {
  return pattern.source.startsWith('^');
}

const space = ' \\t-\\r';
const notSpace = '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}';

const word = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
const unicodeBoundary = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;

/** What ASCII has of Unicode's classes, as it stands between brackets: `\p{Lu}` → `A-Z`. */
export const asciiMembers: Readonly<Record<string, string>> = {
  '\\p{L}': 'a-zA-Z',
  '\\p{Lu}': 'A-Z',
  '\\p{Ll}': 'a-z',
  '\\p{Lowercase}': 'a-z',
  '\\p{N}': '0-9',
  '\\p{Nd}': '0-9',
  '\\p{Pc}': '_',
  '\\p{Sm}': '+<=>|~',
  '\\p{So}': '',
  '\\p{S}': '$+<=>|~^`',
  '\\p{Po}': '!"#%&\'*,./:;?@\\\\',
  '\\p{Alphabetic}': 'a-zA-Z',
  '\\p{M}': '',
  '\\p{Mn}': '',
  '\\p{Mc}': '',
  '\\p{Nl}': '',
  '\\p{Lt}': '',
  '\\p{Lm}': '',
  '\\p{Lo}': '',
  '\\p{Cf}': '',
};

const part = /\[\\s\\S\]|\\p\{\w+\}|\\.|\[\^?|\]|[.^$]/g;

/** The text of a rule's expression in one form. */
export function patternSource(pattern: RegExp, form: PatternForm): string {
  const source = startsAtLine(pattern) ? pattern.source.slice(1) : pattern.source;
  const anything = pattern.dotAll ? '[^]' : '[^\\n]';
  let inClass = false;
  return source.replace(part, (found) => {
    if (found === '[\\s\\S]') return '[^]';
    if (found.startsWith('\\')) return translateEscape(found, inClass, form);
    if (found.startsWith('[')) inClass = true;
    else if (found === ']') inClass = false;
    else if (!inClass) return found === '.' ? anything : found === '^' ? '(?<![^\\n])' : '(?![^\\n])';
    return found;
  });
}

function translateEscape(escaped: string, inClass: boolean, form: PatternForm): string {
  if (escaped === '\\s') return inClass ? space : `[${space}]`;
  if (escaped === '\\S') return inClass ? notSpace : `[^${space}]`;
  if (form === 'unicode') return escaped === '\\b' && !inClass ? unicodeBoundary : escaped;
  const members = asciiMembers[escaped];
  if (members === undefined) return escaped;
  return inClass ? members : `[${members}]`;
}
