import { type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const keywords = words(
  'ctype default extensions import max oneof option optional packed repeated required returns rpc to',
);
const types = words(`
  bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64
`);

/** Protocol buffers. A backslash at its end makes a comment's line go on. */
export const protobuf: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/[,;{}[\]()]/, Token.Punctuation),
      rule(/\/(?:\\\n)?\/(?:$|[\s\S]*?[^\\]$)/, Token.CommentSingle),
      blockComment,
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(new RegExp(`${types}\\b`), Token.KeywordType),
      rule(/true|false/, Token.KeywordConstant),
      rule(/(package)(\s+)/, [Token.KeywordNamespace, Token.Text], 'package'),
      rule(/(message|extend)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'message'),
      rule(/(enum|group|service)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'type'),
      rule(/".*?"|'.*?'/, Token.String),
      rule(/(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*/, Token.NumberFloat),
      rule(/(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?/, Token.NumberFloat),
      rule(/-?(?:inf|nan)\b/, Token.NumberFloat),
      rule(/0x[\da-fA-F]+[LlUu]*/, Token.NumberHex),
      rule(/0[0-7]+[LlUu]*/, Token.NumberOct),
      rule(/\d+[LlUu]*/, Token.NumberInteger),
      rule(/[+-=]/, Token.Operator),
      rule(/([a-zA-Z_][\w.]*)([ \t]*)(=)/, [Token.NameAttribute, Token.Text, Token.Operator]),
      rule(/[a-zA-Z_][\w.]*/, Token.Name),
    ],
    package: [rule(/[a-zA-Z_]\w*/, Token.NameNamespace, '#pop'), rule(/(?:)/, Token.Text, '#pop')],
    message: [rule(/[a-zA-Z_]\w*/, Token.NameClass, '#pop'), rule(/(?:)/, Token.Text, '#pop')],
    type: [rule(/[a-zA-Z_]\w*/, Token.Name, '#pop'), rule(/(?:)/, Token.Text, '#pop')],
  }),
};
