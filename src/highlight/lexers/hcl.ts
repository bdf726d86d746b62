import { include, type Lexer, rule, type StateEntry, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import { type HereDocument, heredocLine, startHereDocument } from './here-document.js';

/** Names of blocks and other words that a dialect knows. */
export interface HclWords {
  readonly keywords: ReadonlySet<string>;
  readonly declarations: ReadonlySet<string>;
}

/** The states, of which dialects change these. */
export interface HclStates extends States<HereDocument> {
  readonly heredoc: readonly StateEntry<HereDocument>[];
}

const constants = new Set(['true', 'false', 'null']);
export const hclName = '[$a-z_-][a-z0-9_-]*';

/** HashiCorp's configuration language. */
export const hcl: Lexer<HereDocument> = {
  start: () => ({ end: '' }),
  states: () => hclStates({ keywords: new Set(), declarations: new Set() }),
};

/** The class of a word; `undefined` for a name of the user's. */
export function hclClass(word: string, { keywords, declarations }: HclWords): Token | undefined {
  if (keywords.has(word)) return Token.Keyword;
  if (declarations.has(word)) return Token.KeywordDeclaration;
  return constants.has(word) ? Token.KeywordConstant : undefined;
}

/** The states of HCL with the words of a dialect. */
export function hclStates(words: HclWords): HclStates {
  return {
    root: [
      include('space'),
      include('primitives'),
      rule(/\{/, Token.Punctuation, 'object'),
      rule(/\[/, Token.Punctuation, 'array'),
      rule(new RegExp(hclName, 'i'), (run, [word]) => {
        const known = hclClass(word, words);
        run.token(known ?? Token.NameOther, word);
        if (known !== Token.KeywordConstant) run.push('block head');
      }),
    ],
    'block head': [
      include('space'),
      rule(/\{/, Token.Punctuation, ['#pop', 'object']),
      rule(/\[/, Token.Punctuation, ['#pop', 'array']),
      include('root'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    object: [
      include('space'),
      rule(/[.,()\\/*=]/, Token.Punctuation),
      rule(/\}/, Token.Punctuation, '#pop'),
      include('root'),
    ],
    array: [
      include('space'),
      rule(/[.,()\\/*]/, Token.Punctuation),
      rule(/\]/, Token.Punctuation, '#pop'),
      include('root'),
    ],

    space: [
      rule(/\s+/, Token.Text),
      rule(/(?:\/\/|#).*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
    ],
    comment: [rule(/\*\//, Token.CommentMultiline, '#pop'), rule(/[^*/]+|[*/]/, Token.CommentMultiline)],

    primitives: [
      rule(/\d+\.\d+(?:[eE]\d+)?[fd]?(?:[kKmMgG]b?)?/, Token.NumberFloat),
      rule(/\d+(?:[kKmMgG]b?)?/, Token.NumberInteger),
      rule(/[-+*/!%&<>|=:?]/, Token.Operator),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/(<<-?)(\s*)('?)(\\?)(\w+)(\3)/, startHereDocument),
    ],
    'double quoted': [
      rule(/[^\\"]+/, Token.StringDouble),
      rule(/\\"/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
    ],
    'single quoted': [
      rule(/[^\\']+/, Token.StringSingle),
      rule(/\\'/, Token.StringEscape),
      rule(/'/, Token.StringSingle, '#pop'),
    ],
    heredoc: [rule(/\n/, Token.StringHeredoc, 'heredoc line'), rule(/[^$\n]+|\$/, Token.StringHeredoc)],
    'heredoc line': heredocLine(),
  };
}
