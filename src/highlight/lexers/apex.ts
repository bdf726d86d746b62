import { include, type Lexer, needs, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { digitsOf } from './java-digits.js';

const classes: readonly (readonly [Token, ReadonlySet<string>])[] = [
  [
    Token.Keyword,
    wordSet(`
      and asc assert break by case catch category continue cube data default delete desc do else end finally first for from
      goto group having if insert instanceof last like limit new nulls offset or order reference return rollup scope select
      switch this throw tracking try typeof update using view viewstat where while with
    `),
  ],
  [
    Token.KeywordDeclaration,
    wordSet(`
      abstract const enum extends final global implements inherited native private protected public sharing static super
      synchronized testmethod throws transient virtual volatile without
    `),
  ],
  [Token.KeywordType, wordSet('boolean byte char double float int long short var void')],
  [Token.KeywordConstant, wordSet('false null true')],
  [Token.KeywordNamespace, wordSet('package')],
];

const decimal = digitsOf('\\d');

/** Apex, Salesforce's language: like Java, in any case, with queries in it. */
export const apex: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/(?:class|interface)\b/, Token.KeywordDeclaration, 'class name'),
      rule(/import\b/, Token.KeywordNamespace, 'import'),
      rule(/([@$.]?)([a-z_]\w*)([:(]?)/i, lexName),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(new RegExp(`${decimal}\\.${decimal}(?:[eE]${decimal})?[fd]?`), Token.NumberFloat),
      rule(new RegExp(`0b${digitsOf('[01]')}`, 'i'), Token.NumberBin),
      rule(new RegExp(`0x${digitsOf('[\\da-f]')}`, 'i'), Token.NumberHex),
      rule(new RegExp(`0${digitsOf('[0-7]')}`), Token.NumberOct),
      rule(new RegExp(`${decimal}L?`), Token.NumberInteger),
      rule(/[-+/*~^!%&<>|=.?]/, Token.Operator),
      rule(/[[\](){},:;]/, Token.Punctuation),
    ],
    'class name': [rule(/\s+/, Token.Text), rule(/[a-z_]\w*/i, Token.NameClass, '#pop')],
    import: [rule(/\s+/, Token.Text), rule(/[a-z0-9_.]+\*?/i, Token.NameNamespace, '#pop')],

    escape: [rule(/\\[btnfr\\"']/, Token.StringEscape)],
    'double quoted': [
      include('escape'),
      rule(/[^\\"]+/, Token.StringDouble),
      rule(/"/, Token.StringDouble, '#pop'),
    ],
    'single quoted': [
      include('escape'),
      rule(/[^\\']+/, Token.StringDouble),
      rule(/'/, Token.StringDouble, '#pop'),
    ],
  }),
};

/** Only a word with nothing at its ends can be a known one. */
function lexName(run: LexerRun, match: RegExpExecArray): void {
  const [text, sign, , end] = match;
  const known = classes.find(([, words]) => words.has(text.toLowerCase()));
  if (known !== undefined) run.token(known[0], text);
  else if (sign === '@') run.token(Token.NameDecorator, text);
  else if (end === ':') run.groups(match, Token.Operator, Token.NameLabel, Token.Punctuation);
  else if (end === '(') run.groups(match, Token.Operator, Token.NameFunction, Token.Punctuation);
  else if (sign === '.') run.groups(match, Token.Operator, Token.NameProperty);
  else run.token(Token.Name, text);
}
