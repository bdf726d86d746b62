import { type Lexer, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  _abstract _allresults _and _andif _block _catch _cf _class _clone _constant _continue _default _div _dynamic _elif _else
  _endblock _endcatch _endif _endlock _endloop _endmethod _endproc _endprotect _endtry _false _finally _for _gather
  _global _handling _if _import _is _isnt _iter _leave _local _lock _loop _loopbody _maybe _method _mod _not _optional _or
  _orif _over _package _pragma _primitive _private _proc _protect _protection _recursive _return _scatter _self _super
  _then _thisthread _throw _true _try _unset _when _while _with _xor
`);

/** A name: what is between bars in it, or behind a backslash, may be anything. */
const name = String.raw`(?:[a-zA-Z\d_!?]|\\.|\|[^|\n]*\|)+`;

/** Magik, the language of Smallworld. */
export const magik: Lexer = {
  states: () => ({
    root: [
      rule(/##.*/, Token.CommentDoc),
      rule(/#.*/, Token.CommentSingle),
      rule(/(_method)(\s+)/, [Token.Keyword, Token.Whitespace], 'method name'),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(/"[^"\n]*"|'[^'\n]*'/, Token.String),
      rule(new RegExp(`:${name}`), Token.StringSymbol),
      rule(new RegExp(`@\\s*${name}(?::${name})?`), Token.NameLabel),
      rule(/%u[\da-z]{4}|%\S+/i, Token.StringChar),
      rule(/\d+(?:r[\da-z]|[e&][+-]?\d+|\.\d+)*/i, Token.Number),
      rule(new RegExp(`${name}(?::${name})?`), Token.Name),
      rule(/[[\]{}().,;$]/, Token.Punctuation),
      rule(/[-~+/*%=&^<>]/, Token.Operator),
      rule(/\s+/, Token.Whitespace),
    ],
    'method name': [
      rule(
        new RegExp(`(${name})(\\.)(${name})`),
        [Token.NameClass, Token.Punctuation, Token.NameFunction],
        '#pop',
      ),
    ],
  }),
};
