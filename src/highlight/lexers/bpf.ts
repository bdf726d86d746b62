import { type Condition, type Lexer, type Rule, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const { Keyword, Name, Operator, Punctuation, Whitespace, Number: Numeral, NumberInteger: Integer } = Token;

/** BPF, the bytecode of Linux' packet filters, as its assembler and its tools write it. */
export const bpf: Lexer = {
  states: () => ({
    root: [
      rule(/(\d+)(:)(\s+)(\([\da-f]{2}\)|(?:[\da-f]{2} ){8})?/i, [
        Token.GenericLineno,
        Punctuation,
        Whitespace,
        Token.Generic,
      ]),
      rule(/(call)(\s+)(\d+)/i, [Keyword, Whitespace, Integer]),
      rule(/(call)(\s+)(\w+)(?:(#)(\d+))?/i, [Keyword, Whitespace, Token.NameBuiltin, Punctuation, Integer]),
      ...jumps,
      rule(
        /(\*)(\s*)(\()([us](?:8|16|32|64)|ll)(\s*)(\*)(\))/i,
        [Operator, Whitespace, Punctuation, Token.KeywordType, Whitespace, Operator, Punctuation],
        'address',
      ),
      rule(/[+-/*&|><^s]{0,3}=/i, Operator),
      rule(/([+-]?)([rw]\d+)/i, [Punctuation, Name]),
      rule(/\/\//, Token.CommentSingle, 'line comment'),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/(?:be|le|bswap)(?:16|32|64)|exit|lock|map/i, Keyword),
      ...literals,
      rule(/[\s\S]/, Token.Text),
    ],
    // Neither white space nor anything else may stand in it.
    address: [
      rule(
        /(\()([rw]\d+)(\s*)([+-])(\s*)(\d+)(\))/i,
        [Punctuation, Name, Whitespace, Operator, Whitespace, Integer, Punctuation],
        '#pop',
      ),
      when(
        (run) => run.meets(afterWord, subscript),
        rule(/(\w+)(\[)(?:(\d+)|([rw]\d+))(\])/i, [Name, Punctuation, Integer, Name, Punctuation], '#pop'),
      ),
    ],
    'line comment': [rule(/\n/, Token.CommentSingle, '#pop'), rule(/.+/, Token.CommentSingle)],
    comment: [rule(/\*\//, Token.CommentMultiline, '#pop'), rule(/[^*/]+|[*/]/, Token.CommentMultiline)],
  }),
};

/** `goto`, an offset, and a label; only one of the places for white space can have any where there is no offset. */
const target = String.raw`(gotol?)(\s*)(?!\s)([-+]0x\w+)?([-+]\d+)?(\s*)(<?\w+>?)`;
const targetTokens = [Keyword, Whitespace, Token.NumberHex, Integer, Whitespace, Token.NameLabel];
const comparison = String.raw`(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)`;

const jumps: readonly Rule[] = [
  rule(new RegExp(target, 'i'), targetTokens),
  rule(new RegExp(`${comparison}(?:(0x[\\da-f]+|-?\\d+)|([rw]\\d+))(\\s*)${target}`, 'i'), [
    Keyword,
    Whitespace,
    Name,
    Whitespace,
    Operator,
    Whitespace,
    Numeral,
    Name,
    Whitespace,
    ...targetTokens,
  ]),
];

const afterWord = /[^\w]/g;
const colonAfterWord = /(?<=\w)[ \t-\r]*:/g;
const subscript = /(?<=\w)\[(?:\d+|[rw]\d+)\]/gi;
const wideMark = /ll/gi;
const wideMarkAfterWord = /(?<=\w)[ \t-\r]+ll/gi;

/** Whether `ll` follows the word here, or is in it behind its first character. */
const hasWideMark: Condition = (run) => {
  if (run.meets(afterWord, wideMarkAfterWord)) return true;
  let mark = run.next(wideMark);
  if (mark === run.end) {
    wideMark.lastIndex = run.end + 1;
    mark = wideMark.exec(run.text)?.index ?? Number.POSITIVE_INFINITY;
  }
  return mark < run.next(afterWord);
};

const literals: readonly Rule[] = [
  rule(/(-?0x[\da-f]+|-?\d+)(\s*)(ll)?/i, [Numeral, Whitespace, Token.KeywordType]),
  when(hasWideMark, rule(/(\w+)(\s*)(ll)/i, [Name, Whitespace, Token.KeywordType])),
  when(
    (run) => run.meets(afterWord, colonAfterWord),
    rule(/(\w+)(\s*)(:)/i, [Token.NameLabel, Whitespace, Punctuation]),
  ),
];
