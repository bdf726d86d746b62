import { include, type Lexer, type Rule, rule, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** Number signs with which a regular expression of several lines started, and must end. */
interface RegexDelimiter {
  signs: string;
}

const identifier = String.raw`(?:_|(?!\p{Mc})\p{Alphabetic}|[^\u0000-\uFFFF])(?:[\p{Alphabetic}\p{Nd}_]|[^\u0000-\uFFFF])*`;
const upper = String.raw`\p{Lu}`;
const startsUpper = /^\p{Lu}/u;

const keywords = wordSet(`
  autoreleasepool await break case catch consume continue default defer discard do each else fallthrough guard if in for
  repeat return switch throw try where while

  as dynamicType is new super self Self Type

  associativity async didSet get infix inout isolated left mutating none nonmutating operator override postfix
  precedence precedencegroup prefix rethrows right set throws unowned weak willSet
`);
const declarations = wordSet(`
  actor any associatedtype borrowing class consuming convenience deinit distributed dynamic enum extension fileprivate
  final func import indirect init internal lazy let macro nonisolated open optional package private protected protocol
  public required some static struct subscript typealias var
`);
const constants = wordSet('true false nil');

const { Text, Keyword, KeywordDeclaration, KeywordType, Punctuation, NameVariable } = Token;

/** Swift. A line that starts with `#` is a directive, any other `#name` a keyword. */
export const swift: Lexer<RegexDelimiter> = {
  start(run) {
    run.push('line start');
    return { signs: '' };
  },
  states: () => ({
    root: [
      include('space'),
      rule(/\$(?:[1-9]\d*)?\d/, NameVariable),
      rule(new RegExp(`\\$${identifier}`), Token.Name),
      rule(/~Copyable\b/, KeywordType),
      rule(/[()[\]{}:;,?\\]/, Punctuation),
      when(regexEnds, rule(/(#*)\/(?!\s)[^\n]{0,5000}(?<![\s\\])\/\1/, Token.StringRegex)),
      rule(/[-/=+*%<>!&|^.~]+/, Token.Operator),
      rule(/@?"/, Token.String, 'string'),
      rule(/'(?:\\.|.)'/, Token.StringChar),
      ...numbers,
      rule(new RegExp(`@${identifier}`), KeywordDeclaration),
      rule(new RegExp(`#${identifier}`), Keyword),
      ...names,
      when(
        startsRegex,
        rule(/(#+)\/\n/, (run, [start, signs]) => {
          run.memory.signs = signs!;
          run.token(Token.StringRegex, start);
          run.push('long regex');
        }),
      ),
    ],

    'line start': [
      rule(/#(?![#"/]).*/, Token.CommentPreproc),
      include('space on line'),
      rule(/(?:)/, Text, '#pop'),
    ],
    space: [
      rule(/\n+/, Text, 'line start'),
      rule(/\/\/.*/, Token.CommentSingle, 'line start'),
      include('space on line'),
    ],
    'space on line': [rule(/\s+/, Text), include('comments')],
    comments: [rule(/\/\*/, Token.CommentMultiline, 'comment')],
    comment: [
      include('comments'),
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/[^*/]+|./, Token.CommentMultiline),
    ],

    tuple: [
      rule(new RegExp(identifier), NameVariable),
      rule(new RegExp(`(\`)(${identifier})(\`)`), [Punctuation, NameVariable, Punctuation]),
      rule(/,/, Punctuation),
      rule(/\(/, Punctuation, '#push'),
      rule(/\)/, Punctuation, '#pop'),
      include('space on line'),
    ],

    string: [
      rule(/\\(?:[\\0tnr'"]|u\{[\da-fA-F]{1,8}\})/, Token.StringEscape),
      rule(/\\\(/, Token.StringEscape, 'interpolation'),
      rule(/[^\\"]+/, Token.String),
      rule(/"(?:"")?/, Token.String, '#pop'),
    ],
    interpolation: [
      rule(/\(/, Punctuation, 'parentheses'),
      rule(/\)/, Token.StringEscape, '#pop'),
      include('root'),
    ],
    parentheses: [rule(/\(/, Punctuation, '#push'), rule(/\)/, Punctuation, '#pop'), include('root')],

    'long regex': [
      rule(/^\s*\/#+/, (run, [end]) => {
        run.token(Token.StringRegex, end);
        if (!end.endsWith(`/${run.memory.signs}`)) return;
        run.memory.signs = '';
        run.pop();
      }),
      rule(/#.*/, Token.CommentSingle),
      rule(/[\s\S]/, Token.StringRegex),
    ],
  }),
};

const notSign = /[^#]/g;

/** Whether the number signs here, if any, end at a slash. */
function startsRegex(run: LexerRun): boolean {
  return run.text[run.next(notSign)] === '/';
}

const regexEnd = /(?<![ \t-\r\\])\//g;

function regexEnds(run: LexerRun): boolean {
  return startsRegex(run) && run.next(regexEnd) < run.next('\n');
}

const numbers: readonly Rule<RegexDelimiter>[] = [
  rule(/(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:e[+-]?\d+(?:_\d)*)?/i, Token.NumberFloat),
  rule(/\d+e[+-]?\d+/i, Token.NumberFloat),
  rule(/0o?[0-7]+(?:_[0-7]+)*/, Token.NumberOct),
  rule(/0x[\dA-Fa-f]+(?:_[\dA-Fa-f]+)*(?:(?:\.[\dA-F]+(?:_[\dA-F]+)*)?p[+-]?\d+)?/, Token.NumberHex),
  rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin),
  rule(/\d+(?:_\d+)*/, Token.NumberInteger),
];

const names: readonly Rule<RegexDelimiter>[] = [
  rule(/(private|internal)(\( *)(\w+)( *\))/, (run, match) => {
    const argument = match[3] === 'set' ? KeywordDeclaration : Token.Error;
    run.groups(match, KeywordDeclaration, KeywordDeclaration, argument, KeywordDeclaration);
  }),
  rule(/(unowned\( *)(\w+)( *\))/, (run, match) => {
    const argument = match[2] === 'safe' || match[2] === 'unsafe' ? KeywordDeclaration : Token.Error;
    run.groups(match, KeywordDeclaration, argument, KeywordDeclaration);
  }),
  rule(new RegExp(`(let|var)\\b(\\s*)(${identifier})`), [Keyword, Text, NameVariable]),
  rule(/(let|var)\b(\s*)(\()/, [Keyword, Text, Punctuation], 'tuple'),
  rule(
    new RegExp(`(?!(?:if|while|for|private|internal|unowned|switch|case)\\b)${identifier}(?=[?!]?\\s*\\()`),
    (run, [name]) => run.token(startsUpper.test(name) ? KeywordType : Token.NameFunction, name),
  ),
  rule(/as[?!]?(?=\s)|try!?(?=\s)/, Keyword),
  rule(new RegExp(`(#?(?!default)(?!${upper})${identifier})(\\s*)(:)`), [NameVariable, Text, Punctuation]),
  rule(new RegExp(identifier), (run, [word]) => run.token(classOf(word), word)),
  rule(new RegExp(`(\`)(${identifier})(\`)`), [Punctuation, NameVariable, Punctuation]),
];

function classOf(word: string): Token {
  if (keywords.has(word)) return Keyword;
  if (declarations.has(word)) return KeywordDeclaration;
  if (constants.has(word)) return Token.KeywordConstant;
  return startsUpper.test(word) ? KeywordType : Token.Name;
}
