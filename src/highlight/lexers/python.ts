import {
  include,
  type Lexer,
  needs,
  nonSpace,
  rule,
  type StateEntry,
  type States,
  when,
  wordSet,
  words,
} from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { pythonBuiltins, pythonExceptions } from './python-words.js';

const keywordList = `
  as assert async await break continue del elif else except exec finally for from global if import lambda nonlocal pass
  print raise return try while with yield
`;
export const pythonKeywords = wordSet(keywordList);
const constants = wordSet('Ellipsis False None NotImplemented True');
export const pythonBuiltinNames = wordSet(pythonBuiltins);
const exceptions = wordSet(pythonExceptions);

/** A string that is open: its prefix letters in lower case, and the quotes that end it. */
export interface OpenString {
  readonly prefix: string;
  readonly quotes: string;
}

type Memory = OpenString[];

const name = String.raw`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`;
const dottedName = String.raw`[\p{Alphabetic}_.][\p{Alphabetic}\p{Nd}_.]*`;
const blank = String.raw`(?:\\\s|\s)+`;

/** Of an example session in a doc string. */
const prompt = /(?:>>>|\.\.\.)(?!\w)/g;

/** Python 2 and 3. A name before a parenthesis is a function, or a class when it starts with a capital. */
export const python: Lexer<Memory> = {
  detect: (source) => source.hasShebang('pythonw?(?:[23](?:\\.\\d+)?)?'),
  start: () => [],
  states: () => pythonStates(pythonKeywords),
};

/** The states of Python, with the words of a dialect. */
export function pythonStates(
  keywords: ReadonlySet<string>,
  builtins: ReadonlySet<string> = pythonBuiltinNames,
): States<Memory> {
  return {
    root: [
      rule(/\n+/, Token.Text),
      needs(
        '"""',
        rule(/^(:)(\s*)([ru]{0,2}"""[\s\S]*?""")/i, [Token.Punctuation, Token.Text, Token.StringDoc]),
      ),
      rule(/\.\.\.(?!\w)$/, Token.NameBuiltinPseudo),
      rule(/[\t\v\f\r ]+/, Token.Text),
      rule(/#.*\n?/, Token.CommentSingle),
      rule(/[[\]{}:(),;.]/, Token.Punctuation),
      rule(/\\\n?/, Token.Text),
      rule(new RegExp(`@${dottedName}`), Token.NameDecorator),
      rule(/(?:in|is|and|or|not)\b/, Token.OperatorWord),
      rule(/[-~+/*%=<>&^|@]|!=/, Token.Operator),
      ...declarations,
      // Asks for a closing parenthesis anywhere further on.
      needs(')', rule(/[a-z_]\w*[ \t]*(?=\()/, Token.NameFunction)),
      needs(')', rule(/[A-Z_]\w*[ \t]*(?=\()/, Token.NameClass)),
      rule(/`.*?`/, Token.StringBacktick),
      rule(/([rtfbu]{0,2})('''|"""|['"])/i, openString),
      softKeyword(),
      rule(new RegExp(name), (run, [word]) => run.token(classOfWord(word, keywords, builtins), word)),
      ...numbers(),
    ],

    'function name': [rule(new RegExp(name), Token.NameFunction, '#pop')],
    'class name': [rule(new RegExp(name), Token.NameClass, '#pop')],
    // `case _:` and the like: the underscore is a keyword there.
    pattern: [
      rule(/(\s+)([^\n_]*)(_\b)/, [Token.Whitespace, Token.Text, Token.Keyword]),
      rule(/(?:)/, Token.Text, '#pop'),
    ],

    string: [
      when(
        (run) => run.meets(nonSpace, prompt),
        rule(/^\s*(?:>>>|\.\.\.)(?!\w)/, Token.GenericPrompt, 'doctest'),
      ),
      rule(/[^'"\\{\n]+|\n/, Token.String),
      rule(/\{\{/, Token.String),
      rule(/'''|"""|['"]/, closeString),
      rule(
        /\\(?:[\\abfnrtv"'\n]|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        (run, [text]) => run.token(isOpen(run, 'r') ? Token.String : Token.StringEscape, text),
      ),
      rule(/\\./, Token.String),
      rule(/\{/, (run, [brace]) => {
        if (!isOpen(run, 'f')) return run.token(Token.String, brace);
        run.token(Token.StringInterpol, brace);
        return run.push('interpolation');
      }),
    ],

    interpolation: [
      rule(/[^{}!:]+/, (run, [code]) => run.recurse(code)),
      rule(/![asr]|:/, Token.StringInterpol),
      rule(/\{/, Token.StringInterpol, '#push'),
      rule(/\}/, Token.StringInterpol, '#pop'),
    ],

    // An example session in a doc string ends with an empty line or with the string.
    doctest: [
      rule(/\n\n/, Token.Text, '#pop'),
      rule(/'''|"""/, Token.StringHeredoc, ['#pop', '#pop']),
      include('root'),
    ],
  };
}

const declarations: StateEntry<Memory>[] = [
  rule(new RegExp(`(from)(${blank})(${dottedName})(${blank})(import)`), [
    Token.KeywordNamespace,
    Token.Text,
    Token.Name,
    Token.Text,
    Token.KeywordNamespace,
  ]),
  rule(new RegExp(`(import)(\\s+)(${dottedName})`), [Token.KeywordNamespace, Token.Text, Token.Name]),
  rule(new RegExp(`(def)(${blank})`), [Token.Keyword, Token.Text], 'function name'),
  rule(new RegExp(`(class)(${blank})`), [Token.Keyword, Token.Text], 'class name'),
];

/** `match` and `case` are keywords only when something follows that they could match. */
function softKeyword(): StateEntry<Memory> {
  const other = `[ \\t]*(?:[:,;=^&|@~)\\]}]|${words(keywordList)}\\b)`;
  return rule(new RegExp(`(?:match|case)\\b(?!${other})`), Token.Keyword, 'pattern');
}

/** A name's token, by the words that Python knows; `Name` for any other. */
export function classOfWord(
  word: string,
  keywords: ReadonlySet<string>,
  builtins: ReadonlySet<string> = pythonBuiltinNames,
): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (exceptions.has(word) || builtins.has(word)) return Token.NameBuiltin;
  return constants.has(word) ? Token.NameBuiltinPseudo : Token.Name;
}

function openString(run: LexerRun<Memory>, [, prefix, quotes]: RegExpExecArray): void {
  run.token(Token.StringAffix, prefix);
  run.token(Token.StringHeredoc, quotes);
  run.memory.push({ prefix: prefix!.toLowerCase(), quotes: quotes! });
  run.push('string');
}

function closeString(run: LexerRun<Memory>, [quotes]: RegExpExecArray): void {
  run.token(Token.StringHeredoc, quotes);
  if (run.memory.at(-1)?.quotes !== quotes) return;
  run.memory.pop();
  run.pop();
}

function isOpen(run: LexerRun<Memory>, letter: string): boolean {
  return run.memory.at(-1)?.prefix.includes(letter) ?? false;
}

function numbers(): StateEntry<Memory>[] {
  const digits = String.raw`\d(?:_?\d)*`;
  const exponent = `e[+-]?${digits}`;
  return [
    rule(
      new RegExp(`${digits}(?:\\.(?:${digits})?(?:${exponent})?j?|${exponent}j?|j)`, 'i'),
      Token.NumberFloat,
    ),
    rule(/0b(?:_?[01])+/i, Token.NumberBin),
    rule(/0o(?:_?[0-7])+/i, Token.NumberOct),
    rule(/0x(?:_?[a-f0-9])+/i, Token.NumberHex),
    rule(/\d+L/, Token.NumberIntegerLong),
    rule(/[1-9](?:_?\d)*|0(?:_?0)*/, Token.NumberInteger),
  ];
}
