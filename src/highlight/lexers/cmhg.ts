import { type Lexer, rule, when, words } from '../lexer.js';
import { Token } from '../tokens.js';

const directives = words('define elif else endif error if ifdef ifndef include line pragma undef warning');

const afterLabel = /[^-a-z]/g;

/** RISC OS module headers for C, as CMHG reads them. */
export const cmhg: Lexer = {
  states: () => ({
    root: [
      rule(/;[^\n]*/, Token.Comment),
      rule(new RegExp(`^([ \\t]*)(#[ \\t]*(?:${directives}(?:[ \\t].*)?)?)(?=\\n)`), [
        Token.Text,
        Token.CommentPreproc,
      ]),
      when((run) => run.text[run.next(afterLabel)] === ':', rule(/[-a-z]+:/, Token.KeywordDeclaration)),
      rule(/[a-z_]\w+/i, Token.NameEntity),
      rule(/"[^"]*"/, Token.String),
      rule(/(?:&|0x)[\da-fA-F]+/, Token.NumberHex),
      rule(/\d+/, Token.Number),
      rule(/[,/()]/, Token.Punctuation),
      rule(/[ \t]+|\n+/, Token.Text),
    ],
  }),
};
