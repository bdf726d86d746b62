import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';
import { keywords, systemTasks, types } from './verilog-words.js';

/** Verilog and SystemVerilog. Labels and `` `define `` stand at the start of a line. */
export const verilog: Lexer = {
  states: () => ({
    root: [
      rule(/\n+/, Token.Text, 'line start without label'),
      include('space'),
      rule(/(?:)/, Token.Text, 'statements'),
    ],

    statements: [
      include('space'),
      rule(/L?"/, Token.String, 'string'),
      rule(/(?:[\d_]+\.[\d_]*|[\d_]*\.[\d_]+)(?:e[+-]?[\d_]+)?|[\d_]+e[+-]?[\d_]+/i, Token.NumberFloat),
      rule(/\d*'h[\da-fA-F_?]+/, Token.NumberHex),
      rule(/\d*'b?[01xz_?]+/, Token.NumberBin),
      rule(/\d*'d[\d_?]+/, Token.NumberInteger),
      rule(/[\d_]+[lu]*/i, Token.NumberInteger),
      rule(/[-~!%^&*+=|?:<>/@{}]/, Token.Operator),
      rule(/[()[\],.$#;]/, Token.Punctuation),
      rule(/`\w+/, Token.CommentPreproc),
      rule(/[a-zA-Z]\w*/, (run, [name]) => run.token(classOf(name), name)),
    ],

    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|[0-7]{1,3})/, Token.StringEscape),
      rule(/[^\\"\n]+|\\\n?/, Token.String),
    ],

    space: [
      rule(/\n+/, Token.Text, 'line start'),
      rule(/\/\/.*/, Token.CommentSingle, 'line start'),
      include('space in line'),
    ],
    'space in line': [rule(/[ \t\r]+|\\\n/, Token.Text), blockComment],
    'line start': [rule(/[a-zA-Z_]\w*:(?!:)/, Token.NameLabel), include('line start without label')],
    'line start without label': [
      include('space in line'),
      rule(/`define/, Token.CommentPreproc, 'macro'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    macro: [
      rule(/\n/, Token.CommentPreproc, '#pop'),
      include('space in line'),
      rule(/;/, Token.Punctuation),
      rule(/=/, Token.Operator),
      rule(/\w+/, Token.Text),
    ],
  }),
};

function classOf(name: string): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (types.has(name)) return Token.KeywordType;
  return systemTasks.has(name) ? Token.NameBuiltin : Token.Name;
}
