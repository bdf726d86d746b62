import { type Lexer, needs, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  abstract action actions apply const default default_action else entries enum extern exit if in inout key list out
  package packet_in packet_out return select size switch this transition tuple type typedef
`);
const declarations = words('control header header_union parser state struct table value_set');
const builtins = words(`
  bit bool error extract int isValid match_kind setInvalid setValid string varbit verify void
`);

const name = String.raw`[\p{XID_Start}_]\p{XID_Continue}*`;

/** P4. An underscore at the start of a name counts as a number, as in Rouge. */
export const p4: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*\n?/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(new RegExp(`#\\s*${name}`), Token.CommentPreproc),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(new RegExp(`${declarations}\\b`), Token.KeywordDeclaration),
      rule(new RegExp(`${builtins}\\b`), Token.NameBuiltin),
      rule(new RegExp(`${name}_[th]\\b`), Token.NameClass),
      rule(/!=|[|?&<>*~^\-+/#.=]/, Token.Operator),
      rule(/[(){}[\],:;]/, Token.Punctuation),
      rule(/(?:\d+[sw])?(?:0[oO][0-7_]+|0[xX][\da-fA-F_]+|0[bB][01_]+|0[dD][\d_]+|[\d_]+)/, Token.Number),
      rule(new RegExp(`@${name}`), Token.NameLabel),
      rule(new RegExp(name), Token.Text),
      // A string whose quotes all have a backslash ends at the last of them.
      rule(/"(?:[^"\\]|\\"?)*"/, Token.String),
    ],
  }),
};
