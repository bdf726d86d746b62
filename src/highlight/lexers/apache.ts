import { include, type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { directives, sections, values } from './apache-words.js';

/** Apache's configuration. Words that it doesn't know stay text. */
export const apache: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(/(<\/?)(\w+)/, (run, [, bracket, name]) => {
        run.token(Token.Punctuation, bracket);
        run.token(ifKnown(name!, Token.NameLabel), name);
        run.push('section');
      }),
      rule(/\w+/, (run, [name]) => {
        run.token(ifKnown(name, Token.NameClass), name);
        run.push('directive');
      }),
    ],
    space: [rule(/#.*/, Token.Comment), rule(/\s+/, Token.Text)],
    section: [
      needs('>', rule(/([^>]+)?(>(?:\r\n?|\n)?)/, [Token.StringRegex, Token.Punctuation], '#pop')),
      include('space'),
    ],
    directive: [
      rule(/\r\n?|\n/, Token.Text, '#pop'),
      include('space'),
      rule(/\S+/, (run, [word]) => run.token(ifKnown(word, Token.StringSymbol), word)),
    ],
  }),
};

function ifKnown(word: string, token: Token): Token {
  const lower = word.toLowerCase();
  return sections.has(lower) || directives.has(lower) || values.has(lower) ? token : Token.Text;
}
