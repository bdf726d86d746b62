import { afterSpace, type Lexer, needsOnLine, nonSpace, rule, when, wordSet, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';
import { commandList, functionList } from './stata-words.js';

const command = `${words(commandList)}\\b`;
const commandAhead = new RegExp(`^${command}`);
const longestCommand = Math.max(...[...wordSet(commandList)].map((word) => word.length));
const reserved = wordSet(`
  break continue else foreach forv forva forval forvalu forvalue forvalues if in nobreak of to while
`);
const types = wordSet(`
  byte double float global int integer local long matrix newlist numeric numlist scalar str strL string varlist
`);

/** Stata. A command counts at the start of a line. */
export const stata: Lexer = {
  states: () => ({
    root: [
      when(afterSpace('#'), rule(/^\s*#.*/, Token.CommentPreproc)),
      rule(/^\*!.*/, Token.CommentHashbang),
      when(afterSpace('*'), rule(/^\s*\*.*/, Token.CommentSingle)),
      when(isCommand, rule(new RegExp(`^\\s*${command}`), Token.Keyword)),
      rule(/[ \t]+/, Token.Whitespace),
      rule(/[\n\r]+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      blockComment,

      needsOnLine(`"'`, rule(/`"(?:\\.|[^\\"\n]|"(?!'))*\\?"'/, Token.StringDouble)),
      rule(/"(?:\\.|[^\\"\n])*\\?"/, Token.StringDouble),
      needsOnLine("'", rule(/`(?:\\.|[^\\'\n])*\\?'/, Token.StringDouble)),
      rule(/\$\w+/, Token.StringDouble),
      rule(/%\S+/, Token.NameProperty),

      rule(/str(?:204[0-5]|20[0-3]\d|[01]\d{3}|\d{3}|\d{2}|[1-9])\b/, Token.KeywordType),
      rule(new RegExp(`${words(functionList)}(?=\\()`), Token.NameFunction),
      needsOnLine(']', rule(/\.\./, Token.Operator)),
      rule(/[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/, Token.Number),
      // Of factor variables and time series.
      rule(/[ICOicoLFDSlfds]\w*\./, Token.Operator),
      needsOnLine(').', rule(/[ICOicoLFDSlfds]\w*(?=\()/, Token.Operator)),
      rule(/\w+/, (run, [word]) => run.token(classOf(word), word)),
      rule(/[[\]{}();,]/, Token.Punctuation),
      rule(/[-<>?*+'^/\\!#.=~:&|]/, Token.Operator),
    ],
  }),
};

/** Whether the next word is a command. */
function isCommand(run: LexerRun): boolean {
  const place = run.next(nonSpace);
  return place < run.text.length && commandAhead.test(run.text.slice(place, place + longestCommand + 1));
}

function classOf(word: string): Token {
  if (reserved.has(word)) return Token.KeywordReserved;
  return types.has(word) ? Token.KeywordType : Token.Name;
}
