import { include, type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { closedStringOfLines } from './closed-string.js';

/** Property lists as NeXTSTEP wrote them, and Xcode its projects. */
export const plist: Lexer = {
  states: () => ({
    root: [
      rule(/\/\/.*/, Token.Comment),
      needs('*/', rule(/\/\*.+?\*\//s, Token.Comment)),
      rule(/\s+/, Token.Whitespace),
      rule(/\{/, Token.Punctuation, 'dictionary'),
      rule(/\(/, Token.Punctuation, 'array'),
      rule(/</, Token.Punctuation, 'data'),
      closedStringOfLines('"', Token.StringDouble),
      closedStringOfLines("'", Token.StringSingle),
      rule(/[\w$/:.-]+/, Token.Literal),
    ],
    dictionary: [include('root'), rule(/[=;]/, Token.Punctuation), rule(/\}/, Token.Punctuation, '#pop')],
    array: [include('root'), rule(/,/, Token.Punctuation), rule(/\)/, Token.Punctuation, '#pop')],
    data: [rule(/[\da-fA-F\s]+/, Token.NumberHex), rule(/>/, Token.Punctuation, '#pop')],
  }),
};
