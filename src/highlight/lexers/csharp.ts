import { include, type Lexer, needs, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const identifier = String.raw`@?[_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}][\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}\p{Nd}\p{Pc}\p{Cf}\p{Mn}\p{Mc}]*`;

const keywords = words(`
  abstract add alias and as ascending async await base break by case catch checked const continue default delegate
  descending do else enum equals event explicit extern false finally fixed for foreach from get global goto group if
  implicit in init interface internal into is join let lock nameof new notnull null on operator orderby out override
  params partial private protected public readonly ref remove return sealed set sizeof stackalloc static switch this
  throw true try typeof unchecked unsafe unmanaged value virtual void volatile when where while with yield
`);
const types = words(`
  bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort var
`);
const directives = words(
  'if endif else elif define undef line error warning region endregion pragma nullable',
);

/** C#. Interpolated strings hold code in braces, which nest. */
export const csharp: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(/\$\s*"/, Token.String, 'interpolated string'),
      rule(/\$@\s*"/, Token.String, 'interpolated verbatim string'),
      rule(new RegExp(`<\\[\\s*(?:${identifier}:)?`), Token.Keyword),
      rule(/\]>/, Token.Keyword),
      rule(/[~!%^&*()+=|[\]{}:;,.<>/?-]/, Token.Punctuation),
      rule(/@"(?:[^"]|"")*"/, Token.String),
      rule(/"(?:[^"\\\n]|\\[^\n])*\\?["\n]/, Token.String),
      rule(/'(?:\\.|.)'/, Token.StringChar),
      rule(/0b[_01]+[lu]?/i, Token.Number),
      rule(/0x[_0-9a-f]+[lu]?/i, Token.Number),
      rule(
        /[0-9](?:[_0-9]*[0-9])?(?:\.[0-9](?:[_0-9]*[0-9])?)?(?:e[+-]?[0-9](?:[_0-9]*[0-9])?)?[fldum]?/i,
        Token.Number,
      ),
      rule(/(?:class|record|struct|interface)\b/, Token.Keyword, 'class'),
      rule(/(?:namespace|using)\b/, Token.Keyword, 'namespace'),
      rule(new RegExp(`^#[ \\t]*${directives}\\b.*\\n`), Token.CommentPreproc),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(new RegExp(`${types}\\b`), Token.KeywordType),
      rule(new RegExp(`${identifier}(?=\\s*\\()`), Token.NameFunction),
      rule(new RegExp(identifier), Token.Name),
    ],

    space: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],

    'interpolated string': [
      rule(/\\./, Token.String),
      rule(/\{/, Token.Punctuation, 'braces'),
      rule(/["\n]/, Token.String, '#pop'),
      rule(/./, Token.String),
    ],
    'interpolated verbatim string': [
      rule(/""/, Token.String),
      rule(/\{/, Token.Punctuation, 'braces'),
      rule(/"/, Token.String, '#pop'),
      rule(/./, Token.String),
    ],
    braces: [rule(/\{/, Token.Punctuation, 'braces'), rule(/\}/, Token.Punctuation, '#pop'), include('root')],

    class: [include('space'), rule(new RegExp(identifier), Token.NameClass, '#pop')],
    namespace: [
      include('space'),
      rule(/(?=\()/, Token.Text, '#pop'),
      rule(new RegExp(`(?:${identifier}|\\.)+`), Token.NameNamespace, '#pop'),
    ],
  }),
};
