import type { LexerOptions } from './run.js';

const falseWords: ReadonlySet<string> = new Set(['0', 'false', 'off']);

/** An on/off option of a lexer, as `Rouge::Lexer#bool_option` reads it. */
export function boolOption(options: LexerOptions, name: string, ifAbsent: boolean): boolean {
  const value = options.get(name);
  return value === undefined ? ifAbsent : !falseWords.has(value);
}
