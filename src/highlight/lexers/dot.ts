import { include, type Lexer, needs, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';
import { html } from './html.js';

interface Memory {
  /** The lexer of a label in HTML, a new one for each. */
  label: LexerRun | undefined;
}

/** DOT, Graphviz' language. Labels in angle brackets are HTML. */
export const dot: Lexer<Memory> = {
  start: () => ({ label: undefined }),
  states: () => ({
    root: [
      include('space'),
      rule(/(?:strict|graph|digraph|subgraph|node|edge)\b/i, Token.Keyword),
      rule(/[{};:=]/, Token.Punctuation),
      rule(/-[->]/, Token.Operator),
      rule(/\[/, Token.Operator, 'attributes'),
      include('identifier'),
    ],
    space: [rule(/\s+/, Token.Text), rule(/(?:#|\/\/).*/, Token.CommentSingle), blockComment],
    attributes: [
      include('space'),
      include('identifier'),
      rule(/[=;,]/, Token.Punctuation),
      rule(/\]/, Token.Operator, '#pop'),
    ],
    identifier: [
      rule(/([a-zA-Z]\w*)(\s*)(=)/, [Token.Name, Token.Text, Token.Punctuation]),
      rule(/[a-zA-Z]\w*/, Token.NameVariable),
      rule(/\d*\.\d+/, Token.NumberFloat),
      rule(/\d+/, Token.NumberInteger),
      rule(/"(?:[^"\\]|\\"?)*"/, Token.StringDouble),
      rule(/</, (run, [bracket]) => {
        run.token(Token.Punctuation, bracket);
        run.memory.label = run.create(html, run.options);
        run.push('label');
      }),
    ],
    label: [
      rule(/[^<>]+/, lexLabel),
      needs('>', rule(/<.+?>/s, lexLabel)),
      rule(/>/, Token.Punctuation, '#pop'),
    ],
  }),
};

function lexLabel(run: LexerRun<Memory>, [text]: RegExpExecArray): void {
  run.delegate(run.memory.label!, text);
}
