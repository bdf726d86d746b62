import { afterSpace, type Lexer, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { builtins, commands } from './viml-words.js';

/** Vim's script language. What nothing else takes is text. */
export const viml: Lexer = {
  states: () => ({
    root: [
      when(afterSpace('"'), rule(/^(\s*)(".*)/, [Token.Text, Token.Comment])),
      when(afterSpace('\\'), rule(/^\s*\\/, Token.StringEscape)),
      rule(/[ \t]+/, Token.Text),
      rule(/\/(?:[^/\\\n]|\\[^\n])*\\?\//, Token.StringRegex),
      rule(/"(?:[^"\\\n]|\\[^\n])*\\?"/, Token.StringDouble),
      rule(/'(?:[^'\\\n]|\\[^\n])*\\?'/, Token.StringSingle),
      rule(/-?\d+/, Token.Number),
      rule(/#[\da-f]{6}/i, Token.NumberHex),
      rule(/^:/, Token.Punctuation),
      rule(/[():<>+=![\]{}|,~.-]/, Token.Punctuation),
      rule(/(?:let|if|else|endif|elseif|fun|function|endfunction)\b/, Token.Keyword),
      rule(/(?:NONE|bold|italic|underline|dark|light)\b/, Token.NameBuiltin),
      rule(/[absg]:\w+\b/, Token.NameVariable),
      rule(/\w+\b/, (run, [word]) => run.token(classOf(word), word)),
      rule(/[\s\S]/, Token.Text),
    ],
  }),
};

function classOf(word: string): Token {
  if (commands.has(word)) return Token.Keyword;
  return builtins.has(word) ? Token.NameBuiltin : Token.Text;
}
