import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { startC } from './c.js';
import { cpp } from './cpp.js';
import { builtins as builtinWords, keywords, parameters, reserved, types } from './freefem-words.js';

/** FreeFEM: the shape of C++, with words of its own and without its preprocessor. */
export const freefem: Lexer = {
  start: startC,
  states: () => {
    // Read when the lexer is first used: there are many.
    const builtins = wordSet(builtinWords);
    return {
      ...cpp.states(),
      statements: [
        include('space'),
        rule(/(?:u8|[uUL])?"/, Token.String, 'string'),
        rule(/(?:u8|[UL])?'(?:\\.|\\[0-7]{1,3}|\\x[a-f\d]{1,2}|[^\\'\n])'/i, Token.StringChar),
        rule(/(?:\d+\.\d*|\.?\d+)e[+-]?\d+[lu]*/i, Token.NumberFloat),
        rule(/0x[\da-f]+[lu]*/i, Token.NumberHex),
        rule(/0[0-7]+[lu]*/i, Token.NumberOct),
        rule(/\d+[lu]*/i, Token.NumberInteger),
        rule(/\*\//, Token.Error),
        rule(/[~!%^&*+=|?:<>/'-]/, Token.Operator),
        rule(/[()[\],.;]/, Token.Punctuation),
        rule(/case\b/, Token.Keyword, 'case'),
        rule(/(?:true|false|NaN)\b/, Token.NameBuiltin),
        rule(/[a-z_]\w*/i, (run, [name]) => run.token(classOf(name, builtins), name)),
      ],
      'line start without label': [
        include('space in line'),
        rule(/include|load|(?:END)?IFMACRO/, Token.CommentPreproc, 'directive'),
        rule(/(?:)/, Token.Text, '#pop'),
      ],
    };
  },
};

function classOf(name: string, builtins: ReadonlySet<string>): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (types.has(name)) return Token.KeywordType;
  if (reserved.has(name)) return Token.KeywordReserved;
  if (builtins.has(name)) return Token.NameBuiltin;
  return parameters.has(name) ? Token.NameAttribute : Token.Name;
}
