import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { commands, diagnostics, goals, minor } from './isabelle-words.js';

const headings = wordSet('chapter header');
const subheadings = wordSet('sect section subsect subsection subsubsect subsubsection');

/** Isabelle's theories. */
export const isabelle: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/\(\*/, Token.Comment, 'comment'),
      rule(/\{\*|‹/, Token.Text, 'text'),
      rule(/[[\]\-:()_=,|+!?]/, Token.Operator),
      rule(/[{}.]/, Token.OperatorWord),
      rule(/[a-zA-Z]\w*/, (run, [word]) => run.token(classOf(word), word)),
      rule(/\\<\w*>/, Token.StringSymbol),
      rule(/'[a-zA-Z_][.\w']*/, Token.NameVariable),
      rule(/0[xX][\da-fA-F][\da-fA-F_]*/, Token.NumberHex),
      rule(/0[oO][0-7][0-7_]*/, Token.NumberOct),
      rule(/0[bB][01][01_]*/, Token.NumberBin),
      rule(/"/, Token.String, 'string'),
      rule(/`/, Token.StringOther, 'fact'),
      rule(/[^\s:|[\]\-()=,+!?{}._][^\s:|[\]\-()=,+!?{}]*/, Token.Name),
    ],

    comment: [
      rule(/[^(*)]+/, Token.Comment),
      rule(/\(\*/, Token.Comment, '#push'),
      rule(/\*\)/, Token.Comment, '#pop'),
      rule(/[(*)]/, Token.Comment),
    ],
    text: [
      rule(/[^{*}‹›]+/, Token.Text),
      rule(/\{\*|‹/, Token.Text, '#push'),
      rule(/\*\}|›/, Token.Text, '#pop'),
      rule(/[{*}]/, Token.Text),
    ],
    string: quoted('"', Token.String),
    fact: quoted('`', Token.StringOther),
  }),
};

function quoted(quote: string, token: Token) {
  return [
    rule(new RegExp(`[^${quote}\\\\]+`), token),
    rule(/\\<\w*>/, Token.StringSymbol),
    rule(new RegExp(`\\\\${quote}?`), token),
    rule(new RegExp(quote), token, '#pop'),
  ];
}

function classOf(word: string): Token {
  if (minor.has(word)) return Token.KeywordPseudo;
  if (diagnostics.has(word)) return Token.KeywordType;
  if (commands.has(word)) return Token.Keyword;
  if (headings.has(word)) return Token.GenericHeading;
  if (subheadings.has(word)) return Token.GenericSubheading;
  if (goals.has(word)) return Token.KeywordNamespace;
  return word === 'sorry' || word === 'oops' ? Token.GenericError : Token.Name;
}
