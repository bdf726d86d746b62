import { include, lettersOfAnyCase, rule, type StateEntry, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import { mlNumbers, mlPath, mlStates } from './ocaml.js';

export const reasonName = `[${lettersOfAnyCase}_][\\w']*`;

/** Numbers, characters and strings of ReasonML and ReScript. */
export const reasonLiterals: StateEntry[] = [
  ...mlNumbers,
  rule(/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[\da-fA-F]{2}|[^'/])'/, Token.StringChar),
  rule(/'/, Token.Keyword),
  rule(/"/, Token.StringDouble, 'string'),
];

/** States of ReasonML and ReScript, which are OCaml's but for the comments. */
export const reasonStates: States = {
  ...mlPath,
  ...mlStates,
  'space and paths': [
    rule(/\s+/, Token.Text),
    rule(/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace, 'path'),
    rule(/[A-Z][\w']*/, Token.NameClass),
    include('comments'),
  ],
  comments: [rule(/\/\/.*/, Token.CommentSingle), rule(/\/\*/, Token.CommentMultiline, 'comment')],
  comment: [
    rule(/[^/*]+/, Token.CommentMultiline),
    rule(/\/\*/, Token.CommentMultiline, '#push'),
    rule(/\*\//, Token.CommentMultiline, '#pop'),
    rule(/[*/]/, Token.CommentMultiline),
  ],
};
