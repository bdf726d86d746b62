import { include, type Lexer, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { html } from './html.js';
import { javascript } from './javascript.js';

interface Parts {
  /** What is in braces, which goes on from one pair to the next. */
  readonly code: LexerRun;
  content: LexerRun | undefined;
}

const closingBrace = /(?<!\\)\}/g;
const awaitEnd = /(?:then|catch)[ \t-\r]+\w/g;

/** Svelte's components: HTML with JavaScript in braces, in text as in attributes. */
export const svelte: Lexer<Parts> = {
  start: (run) => ({ code: run.create(javascript, run.options), content: undefined }),
  states() {
    const outer = html.states();
    return {
      ...outer,
      root: [
        rule(/([^<&{]*)(\{)(\s*)/, [Token.Text, Token.StringInterpol, Token.Text], 'braces'),
        ...outer['root']!,
      ],
      tag: [
        // Rouge loses the white space.
        rule(/(\{)\s*(\w+)\s*(\})/, [Token.StringInterpol, Token.NameVariable, Token.StringInterpol], '#pop'),
        ...outer['tag']!,
      ],
      'attribute value': [rule(/\{/, Token.StringInterpol, ['#pop', 'braces']), ...outer['attribute value']!],
      'double quoted': [include('opening brace'), ...outer['double quoted']!],
      'single quoted': [include('opening brace'), ...outer['single quoted']!],

      'opening brace': [rule(/\s*\{\s*/, Token.StringInterpol, 'braces')],
      braces: [
        rule(/\}/, Token.StringInterpol, '#pop'),
        when((run) => run.next(closingBrace) < run.next('\n'), rule(/\{+.*?(?<!\\)\}+/, lexCode)),
        rule(/@(?:debug|html)\b/, Token.Keyword),
        when(
          (run) => run.next(awaitEnd) < run.next('\n'),
          rule(/(#await)(.*)(then|catch)(\s+)(\w+)/, (run, [, start, promise, branch, space, name]) => {
            const { code } = run.memory;
            run.token(Token.Keyword, start);
            run.delegate(code, promise!);
            run.token(Token.Keyword, branch);
            run.token(Token.Text, space);
            run.delegate(code, name!);
          }),
        ),
        rule(/[#/](?:await|each|if|key)\b/, Token.Keyword),
        rule(/(:else)(\s+)(if)?\b/, [Token.Keyword, Token.Text, Token.Keyword]),
        rule(/:?(?:catch|then)\b/, Token.Keyword),
        rule(/[^{}]+/, lexCode),
      ],
    };
  },
};

function lexCode(run: LexerRun<Parts>, [text]: RegExpExecArray): void {
  run.delegate(run.memory.code, text);
}
