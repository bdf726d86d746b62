import { type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { closedStringOfLines } from './closed-string.js';

const nameCharacters = String.raw`[^:;<>#@"(){}.[\] ]`;

/** Turtle and TriG. A name goes on over commas and line ends, as in Rouge. */
export const turtle: Lexer = {
  states: () => ({
    root: [
      rule(/@(?:base|prefix)\b/, Token.KeywordDeclaration),
      rule(/(?:true|false)\b/, Token.KeywordConstant),

      rule(/""".*?"""/s, Token.String),
      closedStringOfLines('"', Token.String),
      rule(/'''.*?'''/s, Token.String),
      closedStringOfLines("'", Token.String),
      rule(/#.*/, Token.CommentSingle),
      rule(/@[^\s,.;]+/, Token.NameAttribute),

      rule(/[+-]?(?:\d+(?:\.\d*)?|\.\d+)E[+-]?\d+/, Token.NumberFloat),
      rule(/[+-]?\d*\.\d/, Token.NumberFloat),
      rule(/[+-]?\d+/, Token.NumberInteger),

      rule(/[.,;(){}[\]]|\^\^/, Token.Punctuation),
      needs('>', rule(/<[^>]*>/, Token.NameLabel)),
      rule(/(?:base|prefix)\b/i, Token.KeywordDeclaration),
      rule(/(?:GRAPH|a)\b/, Token.Keyword),
      rule(/\s+/, Token.Whitespace),
      rule(new RegExp(`${nameCharacters}*:`), Token.NameNamespace),
      rule(new RegExp(`${nameCharacters}+`), Token.Name),
    ],
  }),
};
