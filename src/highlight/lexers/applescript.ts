import { type Lexer, needs, quotedString, rule, when, wordEnds } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import {
  appleScriptBuiltins,
  appleScriptKeywords,
  appleScriptOperators,
  appleScriptProperties,
} from './applescript-words.js';

interface Phrase {
  readonly text: string;
  readonly token: Token;
}

/** By their first word, longest first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const wordCharacter = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

/** AppleScript. Its terms are phrases of several words; other names are variables. */
export const applescript: Lexer = {
  states: () => {
    const phrases = readPhrases([
      [Token.OperatorWord, appleScriptOperators],
      [Token.NameBuiltin, appleScriptBuiltins],
      [Token.Keyword, appleScriptKeywords],
      [Token.NameAttribute, appleScriptProperties],
    ]);
    return {
      root: [
        rule(/\s+/, Token.Whitespace),
        rule(/¬\n/, Token.StringEscape),
        rule(/'s\s+/, Token.Text),
        rule(/(?:--|#).*/, Token.CommentSingle),
        rule(/\(\*/, Token.CommentMultiline),
        rule(/[(){}!,.:]/, Token.Punctuation),
        needs('»', rule(/(«)([^»]+)(»)/, [Token.Text, Token.NameBuiltin, Token.Text])),
        rule(
          /((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space)/,
          [Token.Keyword, Token.NameBuiltin],
        ),
        rule(/[-*+&≠><=≥≤/÷^]/, Token.Operator),
        rule(/^(in|on|script|to)(\s+)/, [Token.Keyword, Token.Text]),
        rule(
          /(as )((?:alias|application|boolean|class|constant|date|file|integer|list|number|POSIX file|real|record|reference|RGB color|script|text) (?=\w)|unit types|(?:Unicode )?text|string)\b/,
          [Token.Keyword, Token.NameClass],
        ),
        when(
          wordEnds,
          rule(/[a-zA-Z]\w*/, (run, match) => lexPhrase(run, match, phrases)),
        ),
        rule(/\d+(?:st|nd|rd|th)\b/, Token.NameBuiltin),
        quotedString('"', Token.StringDouble),
        rule(/[-+]?(?:\d+\.\d*|\.\d+)(?:E[-+]\d+)?/, Token.NumberFloat),
        rule(/[-+]?\d+/, Token.NumberInteger),
      ],
    };
  },
};

function readPhrases(lists: readonly (readonly [Token, string])[]): Phrases {
  const phrases = new Map<string, Phrase[]>();
  for (const [token, list] of lists) {
    for (const text of list.trim().split(/,\s+/)) {
      const [first] = /^\w+/.exec(text)!;
      phrases.set(first, [...(phrases.get(first) ?? []), { text, token }]);
    }
  }
  for (const found of phrases.values()) found.sort((a, b) => b.text.length - a.text.length);
  return phrases;
}

function lexPhrase(run: LexerRun, [word]: RegExpExecArray, phrases: Phrases): void {
  const start = run.end - word.length;
  const found = phrases.get(word)?.find(({ text }) => isPhraseAt(run.text, start, text));
  if (found === undefined) run.token(Token.NameVariable, word);
  else run.token(found.token, word + run.readTo(start + found.text.length));
}

function isPhraseAt(text: string, start: number, phrase: string): boolean {
  return (
    text.startsWith(phrase, start) &&
    !wordCharacter.test(text.slice(start + phrase.length, start + phrase.length + 2))
  );
}
