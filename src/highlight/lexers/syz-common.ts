import { type Rule, rule, type StateEntry, type States, when } from '../lexer.js';
import { Token } from '../tokens.js';

export const syzName = '[a-zA-Z_][a-zA-Z0-9_]*';
const afterName = /\W/g;

/** States of both of syzkaller's languages. */
export const syzStates: States = {
  space: [rule(/\s+/, Token.Text), rule(/#.*/, Token.Comment)],
  'skip blanks': [rule(/[ \t]+/, Token.Text), rule(/(?:)/, Token.Text, '#pop')],
  'skip space': [rule(/\s+/, Token.Text), rule(/#.*/, Token.Comment), rule(/(?:)/, Token.Text, '#pop')],
  number: [rule(/-?0x[\da-f]+/i, Token.NumberHex), rule(/-?\d+/, Token.NumberInteger)],
  string: [rule(/"[^"]*"/, Token.StringDouble), rule(/`[^`]*`/, Token.StringBacktick)],
};

/** A rule for a name, tried only if this comes after it: what is no statement is read character by character. */
export function whereNameMeets(pattern: string, inner: Rule): StateEntry {
  const follower = new RegExp(`(?<=\\w)${pattern}`, 'g');
  return when((run) => run.meets(afterName, follower), inner);
}

/** The start of a call: `open$dir (`. */
export function syscall(...next: readonly string[]): StateEntry {
  return whereNameMeets(
    '(?:\\$\\w*)?[ \\t-\\r]*\\(',
    rule(
      new RegExp(`(${syzName})(?:(\\$)(\\w+)?)?(\\s+)?(\\()`),
      [Token.NameFunction, Token.Punctuation, Token.NameFunctionMagic, Token.Text, Token.Punctuation],
      next,
    ),
  );
}
