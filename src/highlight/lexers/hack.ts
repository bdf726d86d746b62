import { type Lexer, moreWords, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { type Memory, phpKeywords, phpStates, startPhp } from './php.js';

const keywords = moreWords(
  phpKeywords,
  'arraykey async await bool dict enum float int keyset newtype num string super type vec void',
);

/** Hack: PHP with types, and with comments that its checker reads. */
export const hack: Lexer<Memory> = {
  detect: ({ text, hasShebang }) =>
    /<\?hh|async function [a-zA-Z]|\): Awaitable</.test(text) || hasShebang('hhvm'),
  start: startPhp,
  states() {
    const states = phpStates(keywords);
    return {
      ...states,
      root: [
        rule(/<\?hh(?:\s*\/\/\s*(?:strict|decl|partial))?$/, Token.CommentPreproc, 'php'),
        ...states['root']!,
      ],
      php: [
        rule(/(\/\*\s*HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*\/)/, [
          Token.CommentPreproc,
          Token.CommentMultiline,
          Token.CommentPreproc,
        ]),
        rule(/\/\/ UNSAFE(?:_EXPR|_BLOCK)?|\/\*\s*UNSAFE_EXPR\s*\*\//, Token.CommentPreproc),
        ...states['php']!,
      ],
    };
  },
};
