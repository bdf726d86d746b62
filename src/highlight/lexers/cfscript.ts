import { include, type Lexer, needs, quotedString, rule, wordSet, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  break catch continue default do else for if in required return switch throw try var while xml
`);
const declarations = wordSet('component function package private property public remote');
const types = wordSet(
  'any array binary boolean component date guid numeric query string struct uuid void xml',
);
const scopes = words('application arguments cgi client cookie session super this variables');

/** Operators that count as such only where a letter or digit follows at once; words, where none does. */
const operators = [
  words('and contains eq equal eqv gt gte imp is lt lte mod not or xor'),
  '\\+\\+|--|&&|\\|\\||[<>=!]=|[<>?]',
  'does not contain|(?:greater|less) than(?: or equal to)?',
].join('|');

const name = '[$a-zA-Z_][\\w.]*';

/** CFScript, the language of ColdFusion's components. */
export const cfscript: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(new RegExp(`(?:${operators})\\b`, 'i'), Token.Operator, 'expression'),
      rule(/[-<>+*%&|^/!=]=?/, Token.Operator, 'expression'),
      rule(/[([,]/, Token.Punctuation, 'expression'),
      rule(/[;{}]/, Token.Punctuation, 'statement'),
      rule(/[)\].]/, Token.Punctuation),
      rule(/\?/, Token.Punctuation, ['ternary', 'expression']),
      rule(new RegExp(`${scopes}\\b`), Token.NameConstant),
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(/import\b/, Token.KeywordNamespace, 'import'),
      rule(
        new RegExp(`(${name})(\\s*)(:)(\\s*)`),
        [Token.Name, Token.Text, Token.Punctuation, Token.Text],
        'expression',
      ),
      rule(new RegExp(`(${name})(\\s*)(\\()`), (run, match) => {
        const token = keywords.has(match[1]!) ? Token.Keyword : Token.NameFunction;
        run.groups(match, token, Token.Text, Token.Punctuation);
      }),
      rule(new RegExp(name), lexName),
      rule(/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat),
      rule(/0x[\da-fA-F]+/, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      quotedString('"', Token.StringDouble),
      quotedString("'", Token.StringSingle),
    ],
    space: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],
    expression: [include('space'), rule(/\{/, Token.Punctuation, 'object'), rule(/(?:)/, Token.Text, '#pop')],
    statement: [rule(/[{}]/, Token.Punctuation), include('expression')],
    // Its brace does not leave the object.
    object: [
      include('space'),
      rule(/\}/, Token.Punctuation, 'expression'),
      rule(new RegExp(`(${name})(\\s*)(:)`), [Token.NameOther, Token.Text, Token.Punctuation], 'expression'),
      rule(/:/, Token.Punctuation),
      include('root'),
    ],
    ternary: [rule(/:/, Token.Punctuation, ['#pop', 'expression']), include('root')],
    import: [rule(/\s+/, Token.Text), rule(/[a-z0-9_.]+\*?/i, Token.NameNamespace, '#pop')],
  }),
};

function lexName(run: LexerRun, [word]: RegExpExecArray): void {
  const token = classOf(word);
  run.token(token, word);
  if (token !== Token.NameOther) run.push('expression');
}

function classOf(word: string): Token {
  if (declarations.has(word)) return Token.KeywordDeclaration;
  if (keywords.has(word)) return Token.Keyword;
  return types.has(word) ? Token.KeywordType : Token.NameOther;
}
