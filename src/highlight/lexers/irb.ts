import { include, type Lexer, rule } from '../lexer.js';
import type { LexerOptions } from '../run.js';
import { Token } from '../tokens.js';
import { ruby } from './ruby.js';
import type { HereDocument } from './ruby-literals.js';
import { errorOption, type SessionKind, sessionLexer } from './session.js';

/** Sessions in IRB or Pry. */
export const irb = sessionLexer(startSession);

function startSession(options: LexerOptions): SessionKind {
  return {
    promptOf,
    error: errorOption(options),
    makeCommands: (run) => run.create(ruby, run.options),
    makeOutput: (run) => run.create(irbOutput, run.options),
  };
}

/** A line's start up to the program's name and a sign behind it (`irb(main):001:0>`), or up to two signs (`>>`). */
function promptOf(line: string): string | undefined {
  const found = /[>"*]>|irb|pry/.exec(line);
  if (found === null) return undefined;
  const end = found.index + found[0].length;
  if (found[0].endsWith('>')) return line.slice(0, end);
  const sign = line.slice(end).search(/[>"*]/);
  return sign === -1 ? undefined : line.slice(0, end + sign + 1);
}

/** What IRB answers: output up to `=>`, then a value, which may be an object that only inspects itself. */
export const irbOutput: Lexer<HereDocument[]> = {
  start(run) {
    const pending = ruby.start!(run);
    run.push('output');
    return pending;
  },
  states: () => {
    const states = ruby.states();
    return {
      ...states,
      root: [rule(/#</, Token.KeywordType, 'object'), ...states['root']!],
      object: [rule(/>/, Token.KeywordType, '#pop'), include('root')],

      output: [rule(/\w+(?:Error|Exception):.+\n?/, Token.GenericError, 'error'), include('answer')],
      error: [rule(/.+\n?/, Token.GenericError), include('answer')],
      answer: [rule(/=>/, Token.Punctuation, '#pop'), rule(/.+\n?/, Token.GenericOutput)],
    };
  },
};
