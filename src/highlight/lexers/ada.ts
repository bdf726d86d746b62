import { include, type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const classes: readonly (readonly [Token, ReadonlySet<string>])[] = [
  [
    Token.Keyword,
    wordSet(`
      abort abstract accept access aliased all array at begin body case constant declare delay delta digits do else elsif
      end exception exit for generic goto if in interface is limited loop new null of others out overriding parallel pragma
      private protected raise range record renames requeue return reverse select separate some synchronized tagged task
      terminate then until use when while with
    `),
  ],
  [Token.OperatorWord, wordSet('abs and mod not or rem xor')],
  [Token.KeywordDeclaration, wordSet('entry function package procedure subtype type')],
  [
    Token.NameBuiltin,
    wordSet(`
      boolean character constraint_error duration float integer long_float long_integer long_long_float long_long_integer
      natural positive program_error short_float short_integer short_short_integer storage_error string tasking_error
      wide_character wide_string wide_wide_character wide_wide_string
    `),
  ],
];

const letter = '\\p{Alphabetic}';
/** A character that would make a word longer. */
const noWord = `(?![${letter}\\p{M}\\p{Nd}\\p{Pc}])`;
const identifier = `[${letter}](?:\\p{Pc}?[${letter}\\p{Nd}])*${noWord}`;

const decimal = digitsOf('\\d');
const hexadecimal = digitsOf('[\\da-fA-F]');
const exponent = `(?:[eE][-+]?${decimal})?`;

/** One or more digits, an underscore at most between two of them. */
function digitsOf(digit: string): string {
  return `${digit}(?:_?${digit})*`;
}

/** Ada 2012. What a declaration names is a function, and what its name is in is a namespace. */
export const ada: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(/'.'/, Token.StringChar),
      rule(/"[^"\n]*/, Token.StringDouble, 'string'),
      ...numbers,
      rule(/'/, Token.Punctuation, 'attribute'),
      rule(new RegExp(`<<${identifier}>>`), Token.NameLabel),
      // The word has other uses, which are hardly ever at the start of a line.
      rule(
        /^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b/i,
        [Token.KeywordNamespace, Token.Text, Token.KeywordNamespace, Token.Text, Token.KeywordNamespace],
        'library units',
      ),
      rule(/[-+*/&<=>|@]|\.\.|:=/, Token.Operator),
      rule(/[.,:;()[\]]/, Token.Punctuation),
      rule(new RegExp(identifier), (run, [name]) => {
        const token = classOf(name);
        run.token(token, name);
        if (token === Token.KeywordDeclaration) run.push('declared name');
      }),
      rule(new RegExp(`[${letter}\\p{Pc}][${letter}\\p{M}\\p{Nd}\\p{Pc}]*`), Token.Error),
    ],
    space: [rule(/\s+/, Token.Text), rule(/--.*/, Token.CommentSingle)],
    string: [
      rule(/[^"\n]+/, Token.StringDouble),
      rule(/""/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/\n/, Token.Error, '#pop'),
    ],
    attribute: [
      include('space'),
      rule(new RegExp(identifier), Token.NameAttribute, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'declared name': [
      include('space'),
      rule(/body\b/i, Token.KeywordDeclaration),
      rule(new RegExp(`(${identifier})(\\.)`), [Token.NameNamespace, Token.Punctuation]),
      rule(
        new RegExp(`${identifier}|"(?:and|or|xor|/?=|<=?|>=?|\\+|–|&\\|/|mod|rem|\\*?\\*|abs|not)"`),
        Token.NameFunction,
        '#pop',
      ),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'library units': [
      include('space'),
      rule(new RegExp(identifier), lexUnit),
      rule(/[.,]/, Token.Punctuation),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  }),
};

const numbers = [
  rule(new RegExp(`${decimal}\\.${decimal}${exponent}`), Token.NumberFloat),
  rule(new RegExp(`${decimal}#${hexadecimal}\\.${hexadecimal}#${exponent}`), Token.NumberFloat),
  rule(new RegExp(`2#${digitsOf('[01]')}#${exponent}`), Token.NumberBin),
  rule(new RegExp(`8#${digitsOf('[0-7]')}#${exponent}`), Token.NumberOct),
  rule(new RegExp(`16#(?:${hexadecimal})?#${exponent}`), Token.NumberHex),
  rule(new RegExp(`${decimal}#${hexadecimal}#${exponent}`), Token.NumberInteger),
  rule(new RegExp(`${decimal}#\\w+#`), Token.Error),
  rule(new RegExp(`${decimal}${exponent}`), Token.NumberInteger),
];

function classOf(name: string): Token {
  return classes.find(([, words]) => words.has(name.toLowerCase()))?.[0] ?? Token.Name;
}

/** A keyword among library units tells that these were none. */
function lexUnit(run: LexerRun, [name]: RegExpExecArray): void {
  const token = classOf(name);
  if (token === Token.Name || token === Token.NameBuiltin) {
    run.token(Token.NameNamespace, name);
    return;
  }
  run.token(token, name);
  run.pop();
  if (token === Token.KeywordDeclaration) run.push('declared name');
}
