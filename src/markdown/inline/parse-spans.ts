import { isStackOverflow } from '../../ruby/stack-overflow.js';
import { MarkdownError } from '../error.js';
import { findStop } from './find-stop.js';
import type { Frame } from './frame.js';
import type { SpanState } from './state.js';

/**
 * Elements within elements; kramdown dies between 1,000 and 1,500. The call stack holds 1,500 emphases, but where the text is part
 * of a deep template, or the rules are a plugin's, it may hold fewer (`placeOverflow`).
 */
const deepest = 1000;

/**
 * Parses the children of an element up to where it closes, or to the end of the text. Whether it closed; the closing delimiter
 * is left to the caller. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_spans`.
 */
export function parseSpans(state: SpanState, frame: Frame): boolean {
  const { src, frame: outer } = state;
  if (++state.depth > deepest) {
    throw new MarkdownError(
      (line) => `Text is nested more than ${deepest} levels deep on line ${line}`,
      state.lineAt(state.pos),
    );
  }
  state.frame = frame;
  let isClosed = false;
  while (state.pos < src.length) {
    const stop = findStop(src, state.pos, frame.grammar.stops);
    if (stop > state.pos) {
      state.pending += src.slice(state.pos, stop);
      state.pos = stop;
      if (stop === src.length) break;
    }
    isClosed = frame.closes(state);
    if (isClosed || state.pos >= src.length) break;
    applyRules(state, frame);
  }
  state.frame = outer;
  state.depth--;
  return isClosed;
}

function applyRules(state: SpanState, frame: Frame): void {
  const { pos } = state;
  const code = state.src.charCodeAt(pos);
  for (const rule of frame.grammar.rules[Math.min(code, 128)]!) {
    if (!rule(state, false)) continue;
    if (state.pos <= pos) throw new Error('an inline rule matched and took nothing');
    return;
  }
  state.takeText(1);
}

/** What to throw for a failure: an error with a line when it is the call stack's end. */
export function placeOverflow(error: unknown, state: SpanState): unknown {
  if (!isStackOverflow(error)) return error;
  return new MarkdownError((line) => `Text is nested too deeply on line ${line}`, state.lineAt(state.pos));
}
