import {
  include,
  type Lexer,
  needs,
  rule,
  type StateEntry,
  type States,
  when,
  wordCharacters,
  wordSet,
} from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { regexStates } from './regex-literal.js';

/** The words by which a dialect of JavaScript differs. */
export interface Words {
  readonly keywords: ReadonlySet<string>;
  readonly declarations: ReadonlySet<string>;
  readonly reserved: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
  readonly builtins: ReadonlySet<string>;
}

export const javascriptWords: Words = {
  keywords: wordSet(`
    async await break case catch continue debugger default delete do else export finally from for if import in
    instanceof new of return super switch this throw try typeof void while yield
  `),
  declarations: wordSet('class const constructor extends function get let set static var with'),
  reserved: wordSet('enum implements interface package private protected public'),
  constants: wordSet('false Infinity NaN null true undefined'),
  builtins: wordSet(`
    Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array Int32Array Int8Array Map
    Math Number Object Packages Promise Proxy Reflect RegExp Set String Symbol Uint16Array Uint32Array Uint8Array
    Uint8ClampedArray Uint16ClampedArray Uint32ClampedArray WeakMap WeakSet decodeURI decodeURIComponent document
    encodeURI encodeURIComponent eval global isFinite isNaN navigator netscape parseFloat parseInt self sun window
  `),
};

/** The states, of which dialects change these two. */
export interface JavascriptStates extends States {
  readonly root: readonly StateEntry[];
  readonly statement: readonly StateEntry[];
}

const capitalized = String.raw`[\p{Nl}$_]{0,99}\p{Lu}[${wordCharacters}]*`;

/** A name; `$` only starts one, so `a$b` is two names side by side. */
export const identifier = String.raw`[\p{L}\p{Nl}$_][${wordCharacters}]*`;

/**
 * JavaScript. Whether `/` divides or starts a regular expression, and `{` opens a block or an object, is told by the
 * state: after an operator, keyword or opening bracket the run is in `expression`, at the start of a statement in
 * `statement`; both fall back to `root` when nothing of theirs is met.
 */
export const javascript: Lexer = {
  detect: (source) => source.hasShebang('node') || source.hasShebang('jsc'),
  states: () => javascriptStates(javascriptWords),
};

/** The states of JavaScript with the words of a dialect. */
export function javascriptStates(words: Words): JavascriptStates {
  return {
    root: [
      rule(/\s*#!.*\n/, Token.CommentPreproc, 'statement'),
      include('space'),
      ...operators,
      ...calls(words),
      rule(/[{}]/, Token.Punctuation, 'statement'),
      rule(new RegExp(`#?${identifier}`), (run, [word]) => lexWord(run, words, word)),
      ...numbers,
      rule(/"/, Token.StringDelimiter, 'double quoted'),
      rule(/'/, Token.StringDelimiter, 'single quoted'),
      rule(/:/, Token.Punctuation),
    ],

    space: [
      rule(/\s+/, Token.Text),
      rule(/<!--/, Token.Comment),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
    ],
    comment: [rule(/\*\//, Token.CommentMultiline, '#pop'), rule(/[^*/]+|[*/]/, Token.CommentMultiline)],

    ...contexts,
    ...regexStates('gimuy'),
    ...strings,

    'class name': [
      rule(new RegExp(`(${identifier})((?:\\s|\\\\\\s)+)(extends)((?:\\s|\\\\\\s)+)`), [
        Token.NameClass,
        Token.Text,
        Token.KeywordDeclaration,
        Token.Text,
      ]),
      rule(new RegExp(identifier), Token.NameClass, '#pop'),
    ],
  };
}

const operators = [
  rule(/\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|[=!]==/, Token.Operator, 'expression'),
  rule(/[-<>+*%&|^/!=]=?/, Token.Operator, 'expression'),
  rule(/[([,]/, Token.Punctuation, 'expression'),
  rule(/;/, Token.Punctuation, 'statement'),
  rule(/[)\].]/, Token.Punctuation),
  rule(/`/, Token.StringDouble, 'template'),
  rule(/\?\./, Token.Punctuation),
  rule(/\?/, Token.Punctuation, ['ternary', 'expression']),
  rule(/(@)(\w+)?/, [Token.Punctuation, Token.NameDecorator], 'expression'),
];

/** What is followed by an argument list: Rouge asks for a `)` anywhere later, after `function` on the same line. */
function calls(words: Words) {
  return [
    rule(/(class)((?:\s|\\\s)+)/, [Token.KeywordDeclaration, Token.Text], 'class name'),
    needs(')', rule(new RegExp(`${capitalized}[ \\t]*(?=\\()`), Token.NameClass)),
    rule(new RegExp(`(function)((?:\\s|\\\\\\s)+)(${identifier})`), [
      Token.KeywordDeclaration,
      Token.Text,
      Token.NameFunction,
    ]),
    when((run) => run.next(')') < run.next('\n'), rule(/function(?=\()/, Token.KeywordDeclaration)),
    needs(
      ')',
      rule(new RegExp(`(#?${identifier})[ \\t]*(?=\\()`), (run, [text, name]) =>
        run.token(words.keywords.has(name!) ? Token.Keyword : Token.NameFunction, text),
      ),
    ),
  ];
}

function lexWord(run: LexerRun, words: Words, word: string): void {
  if (words.keywords.has(word)) {
    run.token(Token.Keyword, word);
    run.push('expression');
  } else if (words.declarations.has(word)) {
    run.token(Token.KeywordDeclaration, word);
    run.push('expression');
  } else if (words.reserved.has(word)) run.token(Token.KeywordReserved, word);
  else if (words.constants.has(word)) run.token(Token.KeywordConstant, word);
  else run.token(words.builtins.has(word) ? Token.NameBuiltin : Token.NameOther, word);
}

const numbers = [
  rule(/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat),
  rule(/0x[\da-f]+/i, Token.NumberHex),
  rule(/0o[0-7][0-7_]*/i, Token.NumberOct),
  rule(/0b[01][01_]*/i, Token.NumberBin),
  rule(/\d+/, Token.NumberInteger),
];

const contexts = {
  expression: [
    include('space'),
    rule(/\//, Token.StringRegex, ['#pop', 'regex']),
    rule(/\{/, Token.Punctuation, ['#pop', 'object']),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  statement: [
    rule(/case\b/, Token.Keyword, ['#pop', 'expression']),
    rule(new RegExp(`(${identifier})(\\s*)(:)`), [Token.NameLabel, Token.Text, Token.Punctuation]),
    include('expression'),
  ],
  object: [
    include('space'),
    rule(/\{/, Token.Punctuation, '#push'),
    rule(/\}/, Token.Punctuation, ['#pop', 'statement']),
    rule(
      new RegExp(`(${identifier})(\\s*)(:)`),
      [Token.NameAttribute, Token.Text, Token.Punctuation],
      'expression',
    ),
    rule(/:/, Token.Punctuation),
    include('root'),
  ],
  ternary: [rule(/:/, Token.Punctuation, ['#pop', 'expression']), include('root')],
};

const strings = {
  'double quoted': [
    rule(/"/, Token.StringDelimiter, '#pop'),
    rule(/[^\\"]+/, Token.StringDouble),
    rule(/\\[\\nrt"]?/, Token.StringEscape),
  ],
  'single quoted': [
    rule(/'/, Token.StringDelimiter, '#pop'),
    rule(/[^\\']+/, Token.StringSingle),
    rule(/\\[\\nrt']?/, Token.StringEscape),
  ],
  template: [
    rule(/\$\{/, Token.Punctuation, 'template expression'),
    rule(/`/, Token.StringDouble, '#pop'),
    rule(/\\[$`\\]/, Token.StringEscape),
    rule(/[^$`\\]+|[\\$]/, Token.StringDouble),
  ],
  'template expression': [rule(/\}/, Token.Punctuation, '#pop'), include('root')],
};
