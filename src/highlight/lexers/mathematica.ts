import { type Lexer, quotedString, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { builtins } from './mathematica-words.js';

/** What makes local variables. */
const scopes: ReadonlySet<string> = new Set(['Block', 'Module', 'With']);

const number = String.raw`(?:\.\d+|\d+\.\d*|\d+)`;
const accuracy = `(?:\`(?:\`?${number})?)?`;
const exponent = String.raw`(?:\*\^[+-]?\d+)?`;
const name = '[a-zA-Z$][$a-zA-Z0-9]*';
/** With named characters in it: `\[Alpha]x`. */
const symbol = `(?:${name}|\\\\\\[${name}\\])+`;

/** Mathematica. Comments nest; an end of line in one is an error, as in Rouge. */
export const mathematica: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/\(\*/, Token.Comment, 'comment'),
      rule(new RegExp(`\\d+\\^\\^(?:\\.\\w+|\\w+\\.\\w*|\\w+)${accuracy}${exponent}`), Token.Number),
      rule(new RegExp(number + accuracy + exponent), Token.Number),
      quotedString('"', Token.NameTag, '::'),
      rule(new RegExp(`::${name}`), Token.NameTag),
      rule(/(?:In|Out)\[[0-9]+\]:?=/, Token.GenericPrompt),
      rule(new RegExp(`\`?${symbol}(?:\`${symbol})*\`?`), (run, [word]) => run.token(classOf(word), word)),
      rule(new RegExp(`#(?:${name}|"${name}"|[0-9]*)`), Token.NameFunction),
      rule(/[+\-*/|,;.:@~=><&`'^?!_%]/, Token.Operator),
      rule(/[[\](){}]/, Token.Punctuation),
      quotedString('"', Token.String),
    ],
    comment: [
      rule(/\(\*/, Token.Comment, '#push'),
      rule(/\*\)/, Token.Comment, '#pop'),
      rule(new RegExp(`::${name}::`), Token.CommentPreproc),
      rule(/ :(?:\s|[a-zA-Z$][0-9]*)+: /, Token.CommentPreproc),
      rule(/./, Token.Comment),
    ],
  }),
};

function classOf(word: string): Token {
  if (scopes.has(word)) return Token.NameBuiltinPseudo;
  return builtins.has(word) ? Token.NameBuiltin : Token.NameVariable;
}
