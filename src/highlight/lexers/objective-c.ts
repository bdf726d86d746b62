import { include, type Lexer, type Rule, rule, type States, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { cStates, cWords, startC } from './c.js';

const atKeywords = wordSet(`
  autoreleasepool catch dynamic encode end finally implementation import interface optional private property protected
  public selector synchronized synthesize throw try
`);
const atBuiltins = wordSet('NO YES false true');

const letterOrDigit = String.raw`[\p{Alphabetic}\p{Nd}]`;
const name = String.raw`[a-zA-Z$_][\w$]*`;
const { Text, Punctuation, Keyword, NameClass, NameFunction } = Token;

/** Objective-C: C with messages in brackets, literals and directives with `@`. */
export const objectiveC: Lexer = {
  start: startC,
  states: () => withObjects(cStates(cWords)),
};

/** Adds what Objective-C adds to the rules of C. */
export function withObjects(states: States): States {
  return {
    ...states,
    root: [rule(new RegExp(`([-+])(\\s*)(\\(.*?\\))?(\\s*)(?=${name}:?)`), startMethod), ...states['root']!],
    statements: [...literals, ...directives, ...brackets, ...states['statements']!],
    ...messages,
    ...classNames,
    'method definition': [
      rule(/,|\.\.\./, Punctuation),
      rule(new RegExp(`(\\(.*?\\))(${name})`), (run, [, type, parameter]) => {
        run.recurse(type!);
        run.token(Token.NameVariable, parameter);
      }),
      rule(new RegExp(`(${name})(\\s*)(:)`), [NameFunction, Text, Punctuation]),
      rule(/;/, Punctuation, '#pop'),
      rule(/\{/, Punctuation, ['#pop', 'function']),
      include('space in line'),
      rule(/\/\/.*\n/, Token.CommentSingle),
      rule(/\s+/, Text),
      rule(/(?:)/, Text, '#pop'),
    ],
  };
}

function startMethod(run: LexerRun, [, sign, space, type, moreSpace]: RegExpExecArray): void {
  run.token(Keyword, sign);
  run.token(Text, space);
  if (type !== undefined) run.recurse(type);
  run.token(Text, moreSpace);
  run.push('method definition');
}

const literals: readonly Rule[] = [
  rule(/@"/, Token.String, 'string'),
  rule(/@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')/, Token.StringChar),
  rule(/@(?:\d+\.\d*|\.\d+|\d+)e[+-]?\d+l?/i, Token.NumberFloat),
  rule(/@(?:\d+\.\d*|\.\d+|\d+f)f?/i, Token.NumberFloat),
  rule(/@0x[\da-fA-F]+[lL]?/, Token.NumberHex),
  rule(/@0[0-7]+l?/i, Token.NumberOct),
  rule(/@\d+l?/, Token.NumberInteger),
];

const directives: readonly Rule[] = [
  rule(/in\b/, Keyword),
  rule(/(?:YES|NO|nil)(?!\w)/, Token.NameBuiltin),
  rule(/@(?:interface|implementation)\b/, Keyword, 'class declared'),
  rule(/@(?:class|protocol)\b/, Keyword, 'class announced'),
  rule(new RegExp(`@(${letterOrDigit}+)`), (run, [text, word]) => run.token(classOf(word!), text)),
];

function classOf(word: string): Token {
  if (atKeywords.has(word)) return Keyword;
  return atBuiltins.has(word) ? Token.NameBuiltin : Token.Error;
}

const brackets: readonly Rule[] = [
  rule(/\?/, Punctuation, 'ternary'),
  rule(/\[/, Punctuation, 'message'),
  rule(/@\[/, Punctuation, 'array literal'),
  rule(/@\{/, Punctuation, 'dictionary literal'),
];

const messages: States = {
  ternary: [rule(/:/, Punctuation, '#pop'), include('statements')],
  message: [
    rule(new RegExp(`(${name})(\\s*)(:)`), [NameFunction, Text, Punctuation], ['#pop', 'message arguments']),
    rule(new RegExp(`(${name})(\\s*)(\\])`), [NameFunction, Text, Punctuation], '#pop'),
    include('message end'),
  ],
  'message arguments': [
    rule(/\{/, Punctuation, 'function'),
    rule(new RegExp(`(${name})(\\s*)(:)`), [NameFunction, Text, Punctuation], '#pop'),
    include('message end'),
  ],
  'message end': [rule(/[\]{]/, Punctuation, '#pop'), rule(/;/, Token.Error), include('statements')],
  'array literal': [rule(/\]/, Punctuation, '#pop'), rule(/,/, Punctuation), include('statements')],
  'dictionary literal': [rule(/\}/, Punctuation, '#pop'), rule(/,/, Punctuation), include('statements')],
};

const classNames: States = {
  'class declared': [
    include('space'),
    rule(
      new RegExp(`(${name})(\\s*)(:)(\\s*)(${name})`),
      [NameClass, Text, Punctuation, Text, NameClass],
      '#pop',
    ),
    rule(
      new RegExp(`(${name})(\\s*)(\\()(\\s*)(${name})(\\s*)(\\))`),
      [NameClass, Text, Punctuation, Text, Token.NameLabel, Text, Punctuation],
      '#pop',
    ),
    rule(new RegExp(name), NameClass, '#pop'),
  ],
  'class announced': [
    include('space'),
    rule(new RegExp(`(${name})(\\s*)(,)(\\s*)`), [NameClass, Text, Punctuation, Text], '#push'),
    rule(new RegExp(`(${name})(\\s*)(;?)`), [NameClass, Text, Punctuation], '#pop'),
  ],
};
