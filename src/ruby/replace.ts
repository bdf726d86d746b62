import { checkLength } from './expansion.js';

/**
 * `String#gsub` and `#sub` with a plain text to look for. Ruby reads the replacement for back-references even then: `\0` and
 * `\&` stand for the text found, `` \` `` and `\'` for what is before and behind it, `\1`–`\9` for nothing, `\\` for a
 * backslash.
 */
export function replaceText(text: string, searched: string, replacement: string): string {
  if (searched === '') return replaceEverywhere(text, replacement);
  if (!replacement.includes('\\')) {
    checkGrowth(text, searched, replacement);
    return text.split(searched).join(replacement);
  }
  let result = '';
  let start = 0;
  for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, start)) {
    result += text.slice(start, at) + expand(replacement, text, at, searched.length);
    start = at + searched.length;
    checkLength(result.length);
  }
  return result + text.slice(start);
}

/** Counts before anything is made of a text that may grow too long. */
function checkGrowth(text: string, searched: string, replacement: string): void {
  const most = text.length * Math.max(1, replacement.length / searched.length);
  if (most < 10_000_000) return;
  let { length } = text;
  for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + searched.length)) {
    length += replacement.length - searched.length;
    checkLength(length);
  }
}

/** Replaces the first place only. */
export function replaceFirst(text: string, searched: string, replacement: string): string {
  const at = text.indexOf(searched);
  if (at < 0) return text;
  return (
    text.slice(0, at) + expand(replacement, text, at, searched.length) + text.slice(at + searched.length)
  );
}

/** The empty text is found before each character and at the end. */
function replaceEverywhere(text: string, replacement: string): string {
  let result = '';
  let at = 0;
  for (const character of text) {
    result += expand(replacement, text, at, 0) + character;
    at += character.length;
    checkLength(result.length);
  }
  return result + expand(replacement, text, at, 0);
}

function expand(replacement: string, text: string, at: number, length: number): string {
  if (!replacement.includes('\\')) return replacement;
  return replacement.replace(/\\([0-9&`'\\])/g, (_, reference: string) => {
    if (reference === '0' || reference === '&') return text.slice(at, at + length);
    if (reference === '`') return text.slice(0, at);
    if (reference === "'") return text.slice(at + length);
    return reference === '\\' ? '\\' : '';
  });
}
