import { include, type Lexer, needs, rule, type States, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { isblConstants, isblGlobals, isblInterfaces } from './isbl-words.js';

const keywords = wordSet(`
  and else endexcept endfinally endforeach endif endwhile except exitfor finally foreach if in not or try
  while в все если и или иначе конецвсе конецесли конецпока не пока
`);

/** Read when the lexer is first used: there are many. */
function readWords() {
  return {
    constants: wordSet(isblConstants),
    globals: wordSet(isblGlobals),
    interfaces: wordSet(isblInterfaces),
  };
}

type Words = ReturnType<typeof readWords>;

const letters = 'a-zа-яё_';

/** ISBL, a language for Directum's business processes. Words are English or Russian, in any case. */
export const isbl: Lexer = {
  states: () => isblStates(readWords()),
};

function isblStates(all: Words): States {
  return {
    root: [
      include('space'),
      rule(/:/, Token.Punctuation, 'type'),
      rule(/\./, Token.Punctuation, 'member'),
      rule(/[[\]();]/, Token.Punctuation),
      rule(/[&*+=<>/-]/, Token.Operator),
      rule(new RegExp(`[${letters}][${letters}0-9]*(?=\\()`, 'i'), Token.NameFunction),
      rule(new RegExp(`[${letters}!][${letters}0-9]*`, 'i'), (run, [word]) =>
        run.token(classOf(word.toLowerCase(), all), word),
      ),
      rule(/\d+(?:\.\d+)?\b/, Token.Number),
      rule(/"[^"]*"/, Token.StringDouble),
      rule(/'[^']*'/, Token.StringSingle),
    ],
    space: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],
    type: [
      include('space'),
      rule(
        new RegExp(`[${letters}0-9]+`, 'i'),
        (run, [word]) =>
          run.token(all.interfaces.has(word.toLowerCase()) ? Token.KeywordType : Token.Name, word),
        '#pop',
      ),
      rule(/\./, Token.Punctuation, 'member'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    member: [
      include('space'),
      rule(
        new RegExp(`[${letters}0-9]+`, 'i'),
        (run, [word]) => {
          if (all.constants.has(word.toLowerCase())) run.token(Token.NameBuiltin, word);
          else run.token(run.inState('type') ? Token.KeywordType : Token.Name, word);
        },
        '#pop',
      ),
    ],
  };
}

function classOf(word: string, { constants, globals }: Words): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (constants.has(word)) return Token.NameBuiltin;
  return globals.has(word) ? Token.NameVariableGlobal : Token.NameVariable;
}
