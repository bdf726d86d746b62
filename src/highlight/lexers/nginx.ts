import { include, type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';

const name = String.raw`[^\s$;{}()#]+`;

/** nginx's configuration: statements up to `;` or a block. */
export const nginx: Lexer = {
  states: () => ({
    root: [
      rule(/(include)(\s+)([^\s;]+)/, [Token.Keyword, Token.Text, Token.Name]),
      rule(new RegExp(name), Token.Keyword, 'statement'),
      include('arguments'),
    ],
    block: [
      rule(/\}/, Token.Punctuation, '#pop'),
      rule(new RegExp(name), Token.KeywordNamespace, 'statement'),
      include('arguments'),
    ],
    statement: [
      rule(/\{/, Token.Punctuation, ['#pop', 'block']),
      rule(/;/, Token.Punctuation, '#pop'),
      include('arguments'),
    ],
    arguments: [
      rule(/\s+/, Token.Text),
      rule(/#.*/, Token.CommentSingle),
      rule(/(?:on|off)\b/, Token.NameConstant),
      rule(/\$[\w-]+/, Token.NameVariable),
      rule(/([a-z0-9.-]+)(:)([0-9]+)/i, [Token.NameFunction, Token.Punctuation, Token.NumberInteger]),
      rule(/[a-z-]+\/[a-z-]+/i, Token.NameClass),
      rule(/\d+\.\d+/, Token.NumberFloat),
      rule(/[0-9]+[kmg]?\b/i, Token.NumberInteger),
      rule(/(~)(\s*)([^\s{]+)/, [Token.Punctuation, Token.Text, Token.StringRegex]),
      rule(/[:=~]/, Token.Punctuation),
      rule(new RegExp(`/(?:${name})?`), Token.Name),
      rule(/[^#\s;{}$\\]+/, Token.String),
      rule(/[$;]/, Token.Text),
    ],
  }),
};
