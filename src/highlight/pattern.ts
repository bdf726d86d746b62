/**
 * Makes a rule's expression a sticky one in which `\s`, `\S`, `.`, `^` and `$` mean what Ruby's mean: JavaScript's `\s` takes
 * U+00A0 (common in code copied from web pages), its `.` stops at `\r` and U+2028, and so do its `^` and `$`.
 */
export function compilePattern(pattern: RegExp): RegExp {
  const flags = pattern.ignoreCase ? 'iuy' : 'uy';
  const source = startsAtLine(pattern) ? pattern.source.slice(1) : pattern.source;
  return new RegExp(translate(source, pattern.dotAll), flags);
}

/**
 * The same expression for code beyond ASCII, where Ruby's `\b` goes by Unicode's letters (no boundary in `ifé`) although
 * its `\w` doesn't. The same object if there is no `\b`: what this takes is slower.
 */
export function withUnicodeBoundaries(compiled: RegExp): RegExp {
  if (!compiled.source.includes('\\b')) return compiled;
  return new RegExp(
    compiled.source.replace(/\\./g, (found) => (found === '\\b' ? unicodeBoundary : found)),
    compiled.flags,
  );
}

const word = '[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]';
const unicodeBoundary = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;

/** Whether an expression can match only at the start of a line. The run checks that: cheaper than a lookbehind. */
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
