import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { decorators, keywords, routines as routineWords, statements } from './idlang-words.js';

const name = '[_A-Z]\\w*';
const exponent = '[de][+-]\\d+';

/** IDL, the Interactive Data Language. Words are known in any case. */
export const idlang: Lexer = {
  states: () => {
    // Read when the lexer is first used: there are many.
    const routines = wordSet(routineWords);
    return {
      root: [
        rule(/\s+/, Token.Whitespace),
        rule(/;.*/, Token.CommentSingle),
        rule(/,\s*,/, Token.Error),
        rule(new RegExp(`!${name}`, 'i'), Token.NameVariableGlobal),
        rule(/[(),:&$]/, Token.Punctuation),
        rule(
          new RegExp(
            `[+-]?(?:(?:\\d+\\.\\d*|\\.\\d+)(?:${exponent})?|\\d+${exponent})(?:_(?:\\d+|${name}))?`,
            'i',
          ),
          Token.NumberFloat,
        ),
        rule(/\d+(?:LL?|[BSU])?/i, Token.NumberInteger),
        rule(/"[0-7]+(?:LL?|[BOU])?/i, Token.NumberOct),
        rule(/'[\dA-F]+'X(?:[BS]|U(?:S|LL?)?|LL?)?/i, Token.NumberHex),
        rule(new RegExp(`(?:${name}_)?'`, 'i'), Token.StringSingle, 'single quoted'),
        rule(new RegExp(`(?:${name}_)?"`, 'i'), Token.StringDouble, 'double quoted'),
        rule(/##?|\|\||>=|->|[-+*/<=~^{}@?]/, Token.Operator),
        rule(new RegExp(`(${name})(\\.)([^\\s,]*)`, 'i'), [Token.Name, Token.Operator, Token.Name]),
        rule(/(function|pro)((?:\s|\$\s)+)/i, [Token.Keyword, Token.Whitespace], 'function name'),
        rule(new RegExp(name, 'i'), (run, [word]) => run.token(classOf(word.toUpperCase(), routines), word)),
      ],

      'function name': [
        rule(new RegExp(name, 'i'), Token.NameFunction),
        rule(/\s+/, Token.Whitespace),
        rule(/:+|\$/, Token.Operator),
        rule(/;.*/, Token.CommentSingle),
        rule(/,/, Token.Operator, '#pop'),
      ],
      'single quoted': [
        rule(/[^']+/, Token.StringSingle),
        rule(/''/, Token.StringEscape),
        rule(/'/, Token.StringSingle, '#pop'),
      ],
      'double quoted': [rule(/[^"]+/, Token.StringDouble), rule(/"/, Token.StringDouble, '#pop')],
    };
  },
};

function classOf(word: string, routines: ReadonlySet<string>): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (decorators.has(word)) return Token.NameDecorator;
  if (statements.has(word)) return Token.KeywordReserved;
  return routines.has(word) ? Token.NameBuiltin : Token.Name;
}
