/**
 * Makes a rule's expression a sticky one in which `\s`, `\S`, `.`, `^` and `$` mean what Ruby's mean: JavaScript's `\s` takes
 * U+00A0 (common in code copied from web pages), its `.` stops at `\r` and U+2028, and so do its `^` and `$`.
 */
export function compilePattern(pattern: RegExp): RegExp {
  const flags = pattern.ignoreCase ? 'iuy' : 'uy';
  return new RegExp(translate(pattern.source, pattern.dotAll), flags);
}

/** Whether an expression can match only at the start of a line. Checked apart: cheaper than a lookbehind. */
export function startsAtLine(pattern: RegExp): boolean {
  return pattern.source.startsWith('^');
}

const space = ' \\t-\\r';
const notSpace = '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}';

const part = /\[\\s\\S\]|\\.|\[\^?|\]|[.^$]/g;

function translate(source: string, dotAll: boolean): string {
  let inClass = false;
  return source.replace(part, (found) => {
    if (found === '[\\s\\S]') return '[^]';
    if (found === '\\s') return inClass ? space : `[${space}]`;
    if (found === '\\S') return inClass ? notSpace : `[^${space}]`;
    if (found.startsWith('[')) inClass = true;
    else if (found === ']') inClass = false;
    if (inClass) return found;
    if (found === '.') return dotAll ? '[^]' : '[^\\n]';
    if (found === '^') return '(?<![^\\n])';
    if (found === '$') return '(?![^\\n])';
    return found;
  });
}
