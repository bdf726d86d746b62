import { rule, type StateEntry, type States } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { html } from './html.js';
import { type Indentation, noIndentation, startLine } from './indentation.js';
import { ruby } from './ruby.js';

/** What templates of indented lines with Ruby in them remember. */
export interface RubyTemplate extends Indentation {
  /** Ruby, which goes on from one piece to the next. */
  ruby: LexerRun;
  readonly html: LexerRun;
  /** The language of the filter that the run is in; `undefined` for one that is not known. */
  filter: LexerRun | undefined;
}

type Run = LexerRun<RubyTemplate>;

/** What is remembered at the beginning. */
export function startTemplate(run: Run): RubyTemplate {
  return {
    ...noIndentation(),
    ruby: run.create(ruby, run.options),
    html: run.create(html, run.options),
    filter: undefined,
  };
}

/** Hands what was matched to the template's Ruby. */
export function lexRuby(run: Run, [code]: RegExpExecArray): void {
  run.delegate(run.memory.ruby, code);
}

/**
 * The code of a line up to what may make it go on in the next one: `|` after a space, or one of `joints` at its very end.
 * White space at the end is left, too.
 */
export function lexRubyLine(joints: string) {
  return (run: Run): void => {
    const lineEnd = Math.min(run.next('\n'), run.text.length);
    let end = lineEnd;
    while (end > run.end && ' \t'.includes(run.text[end - 1]!)) end--;
    if (end - 2 >= run.end && run.text.slice(end - 2, end) === ' |') end -= 2;
    else if (end === lineEnd && end > run.end && joints.includes(run.text[end - 1]!)) end--;
    run.delegate(run.memory.ruby, run.readTo(end));
  };
}

/** Text up to code in it (`#{`) or the line's end. */
export const textBeforeCode = /(?:[^#\n]|#[^{\n])+/;

/** States of lines, filters and code in text. The lexer adds `content`, of a line behind its indentation, and `line end`. */
export const rubyTemplateStates: States<RubyTemplate> = {
  root: [
    rule(/\s*\n/, Token.Text),
    rule(/\s*/, (run, [indentation]) => {
      run.token(Token.Text, indentation);
      startLine(run, indentation, 'content');
    }),
  ],
  'filter block': [
    rule(textBeforeCode, (run, [text]) => {
      const { filter } = run.memory;
      if (filter === undefined) run.token(Token.NameDecorator, text);
      else run.delegate(filter, text);
    }),
    { include: 'interpolation' },
    { include: 'line end' },
  ],
  interpolation: [rule(/#\{/, Token.StringInterpol, 'interpolated')],
  interpolated: [rule(/\}/, Token.StringInterpol, '#pop'), ...braces()],
  braces: braces(),
};

function braces(): StateEntry<RubyTemplate>[] {
  return [rule(/\{/, lexRuby, 'braces'), rule(/\}/, lexRuby, '#pop'), rule(/[^{}]+/, lexRuby)];
}
