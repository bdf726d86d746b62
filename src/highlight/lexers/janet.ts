import { include, type Lexer, rule, wordCharacters, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { janetWords } from './janet-words.js';

const specials = wordSet(`
  break def do fn if quasiquote quote set splice unquote var while
`);

const signs = '_!$%^&*+=~<>.?/-';
const rest = `[${wordCharacters}:${signs}]*`;
const symbol = `[\\p{Alphabetic}${signs}]${rest}`;

/** Janet. What is quoted is told apart from code; the first name of a list is a function. */
export const janet: Lexer = {
  states() {
    // Read when the lexer is first used: there are many.
    const bundled = wordSet(janetWords);
    return {
      root: [
        rule(/#.*/, Token.CommentSingle),
        rule(/\s+/, Token.Whitespace),
        rule(/(?:true|false|nil)\b/, Token.NameConstant),
        rule(new RegExp(`(['~])(${symbol})`), [Token.Operator, Token.StringSymbol]),
        rule(new RegExp(`:${rest}`), Token.KeywordConstant),
        ...numbers,
        rule(/@?"/, Token.StringDouble, 'string'),
        rule(/@?(`+)/, lexLongString),
        rule(/\(/, Token.Punctuation, 'function'),
        rule(/(')(@?[([{])/, [Token.Operator, Token.Punctuation], 'quote'),
        rule(/(~)(@?[([{])/, [Token.Operator, Token.Punctuation], 'quasiquote'),
        rule(/[#~,';|]/, Token.Operator),
        rule(/@?[(){}[\]]/, Token.Punctuation),
        rule(new RegExp(symbol), Token.Name),
      ],

      string: [
        rule(/"/, Token.StringDouble, '#pop'),
        rule(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{6}|.)/, Token.StringEscape),
        rule(/[^"\\]+/, Token.StringDouble),
      ],

      function: [
        rule(/\)/, Token.Punctuation, '#pop'),
        rule(new RegExp(symbol), (run, [name]) => {
          const quotes = name === 'quote' || name === 'quasiquote';
          run.token(quotes || specials.has(name) ? Token.Keyword : classOf(name, bundled), name);
          run.goto(quotes ? name : 'root');
        }),
        include('root'),
      ],
      quote: [
        rule(/[([{]/, Token.Punctuation, '#push'),
        rule(/[)\]}]/, Token.Punctuation, '#pop'),
        rule(new RegExp(symbol), Token.StringEscape),
        include('root'),
      ],
      quasiquote: [
        rule(/(,)(\()/, [Token.Operator, Token.Punctuation], 'function'),
        rule(/(\()(\s*)(unquote)(\s+)(\()/, [...unquoted, Token.Punctuation], 'function'),
        rule(new RegExp(`(,)(${symbol})`), [Token.Operator, Token.Name]),
        rule(new RegExp(`(\\()(\\s*)(unquote)(\\s+)(${symbol})`), [...unquoted, Token.Name]),
        include('quote'),
      ],
    };
  },
};

const unquoted = [Token.Punctuation, Token.Text, Token.Keyword, Token.Text];

const numbers = [
  rule(/[+-]?\d{1,2}r[\w.]+(?:&[+-]?\w+)?/, Token.NumberFloat),
  rule(
    /[+-]?0x(?:[\da-fA-F][\da-fA-F_]*(?:\.[\da-fA-F][\da-fA-F_]*)?|\.[\da-fA-F][\da-fA-F_]*)/,
    Token.NumberHex,
  ),
  rule(/[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?/i, Token.NumberFloat),
];

function classOf(name: string, bundled: ReadonlySet<string>): Token {
  return bundled.has(name) ? Token.KeywordReserved : Token.NameFunction;
}

const ticks = /`+/g;

/**
 * A string ends with as many back-ticks as it starts with. Without so many later in the code it starts with fewer, as many as are found,
 * and its text with the others.
 */
function lexLongString(run: LexerRun, [start, opening]: RegExpExecArray): void {
  const prefix = start.length - opening!.length;
  const from = run.end - opening!.length;
  const count = closingTicks(run, opening!.length);
  if (count === 0) {
    run.token(Token.Error, start);
    return;
  }
  const end = run.text.indexOf('`'.repeat(count), from + count) + count;
  run.readTo(end);
  run.token(Token.StringHeredoc, run.text.slice(from - prefix, end));
}

function closingTicks(run: LexerRun, count: number): number {
  if (run.next('`'.repeat(count)) !== Number.POSITIVE_INFINITY) return count;
  let longest = Math.floor(count / 2);
  for (const [later] of run.text.slice(run.end).matchAll(ticks)) longest = Math.max(longest, later.length);
  return longest;
}
