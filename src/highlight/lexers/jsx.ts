import { include, type Lexer, rule, type StateEntry, type States } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { html } from './html.js';
import { type JavascriptStates, javascriptStates, javascriptWords } from './javascript.js';

/** The lexer of the text between tags. */
export interface Markup {
  readonly html: LexerRun;
}

/** JavaScript in which an expression may be a tag (React). */
export const jsx: Lexer<Markup> = {
  start: startJsx,
  states: () => withTags(javascriptStates(javascriptWords)),
};

/** Starts in `expression`, twice: Rouge 4.7 loads the lexer's file twice, and so does what it says at the start. */
export function startJsx(run: LexerRun<Markup>): Markup {
  run.push('expression');
  run.push('expression');
  return { html: run.create(html, run.options) };
}

/** Adds tags to the rules of JavaScript or of a dialect. */
export function withTags(states: JavascriptStates): JavascriptStates & States<Markup> {
  return {
    ...states,
    expression: [include('tag'), ...(states['expression'] as readonly StateEntry[])],
    tag: [rule(/</, Token.Punctuation, ['element content', 'element', 'element name'])],
    'element content': [
      rule(/<\//, Token.Punctuation, ['#pop', 'element', 'element name']),
      include('tag'),
      rule(/\{/, Token.StringInterpol, ['interpolated', 'expression']),
      rule(/[^<{]+/, (run: LexerRun<Markup>, [text]) => run.delegate(run.memory.html, text)),
    ],
    element: [
      include('space'),
      rule(/\/>/, Token.Punctuation, ['#pop', '#pop']),
      rule(/>/, Token.Punctuation, '#pop'),
      rule(/\{/, Token.StringInterpol, ['interpolated', 'expression']),
      rule(/\w[\w-]*/, Token.NameAttribute),
      rule(/=/, Token.Punctuation),
      rule(/".*?"|'.*?'/, Token.String),
    ],
    'element name': [
      rule(/[A-Z]\w*/, Token.NameClass),
      rule(/\w+/, Token.NameTag),
      rule(/\./, Token.Punctuation),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    interpolated: [
      rule(/\}/, Token.StringInterpol, '#pop'),
      rule(/\{/, Token.Punctuation, ['braces', 'statement']),
      include('root'),
    ],
    braces: [rule(/\}/, Token.Punctuation, ['#pop', 'statement']), include('root')],
  };
}
