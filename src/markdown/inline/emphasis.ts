import { isWhiteSpace } from '../white-space.js';
import { isAlphabeticBefore, isAlphanumericAt } from './characters.js';
import { findStop } from './find-stop.js';
import type { Frame, Grammar } from './frame.js';
import { parseSpans } from './parse-spans.js';
import { inEm, inStrong, type SpanState } from './state.js';

const underscore = 0x5f;

/**
 * `*em*`, `**strong**` and the same with underscores. The opener's children are parsed until a closer comes; if none does, all of
 * it is taken back and the opener is text. A strong that fails may still be an emphasis that starts with the delimiter.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_emphasis`.
 */
export function emphasis(state: SpanState): boolean {
  const { src, pos } = state;
  const delimiter = src.charCodeAt(pos);
  if (delimiter !== 0x2a && delimiter !== underscore) return false;
  const length = src.charCodeAt(pos + 1) === delimiter ? 2 : 1;
  const isOpener =
    !isWhiteSpace(src.charCodeAt(pos + length)) &&
    (state.ancestors & (length === 2 ? inStrong : inEm)) === 0 &&
    (delimiter !== underscore || !isInsideWord(state));
  if (!isOpener) return state.takeText(length);
  const { warnings } = state.kramdown;
  const warningCount = warnings.length;
  if (tryEmphasis(state, delimiter, length)) return true;
  if (length === 2 && state.frame?.type !== 'em' && tryEmphasis(state, delimiter, 1)) return true;
  // kramdown means to drop the warnings of the failed attempt, and drops all before it
  warnings.splice(0, warningCount);
  return state.takeText(length);
}

/** An underscore behind a letter, or behind a letter and a hyphen; further underscores between do not count. */
function isInsideWord(state: SpanState): boolean {
  const { src } = state;
  const runs = state.memo('underscores', () => ({ start: -1, end: -1 }));
  let start = state.pos;
  while (start > 0 && src.charCodeAt(start - 1) === underscore) {
    start = start === runs.end ? runs.start : start - 1;
  }
  runs.start = start;
  runs.end = state.pos;
  if (isAlphabeticBefore(src, start)) return true;
  return src.charCodeAt(start - 1) === 0x2d && isAlphabeticBefore(src, start - 1);
}

function tryEmphasis(state: SpanState, delimiter: number, length: 1 | 2): boolean {
  const opener = String.fromCharCode(delimiter).repeat(length);
  if (!state.isPromising(opener, state.pos + length + 1)) return false;
  const type = length === 2 ? 'strong' : 'em';
  const { ancestors } = state;
  const inside = ancestors | (length === 2 ? inStrong : inEm);
  const hopeless = state.memo(`${opener}${inside}`, () => new Set<number>());
  const grammar = state.grammars!.markdown;
  if (state.isThrifty && hopeless.has(findStop(state.src, state.pos + length, grammar.stops))) return false;
  const mark = state.mark();
  state.push(`${type}_open`, type, 1).markup = opener[0]!;
  state.pos += length;
  state.ancestors = inside;
  const frame = new EmphasisFrame(delimiter, length, grammar, state.tokens.length, hopeless);
  state.attempts++;
  const isClosed = parseSpans(state, frame);
  state.attempts--;
  state.ancestors = ancestors;
  if (!isClosed) {
    state.waste(mark.pos, state.pos);
    for (const place of frame.places) hopeless.add(place);
    state.restore(mark);
    return false;
  }
  state.push(`${type}_close`, type, -1).markup = opener[0]!;
  state.pos += length;
  return true;
}

class EmphasisFrame implements Frame {
  readonly type: 'em' | 'strong';
  /** Where text ended on the way: if there is no closer, there is none from any of these either. */
  readonly places: number[] = [];

  constructor(
    private readonly delimiter: number,
    private readonly length: 1 | 2,
    public grammar: Grammar,
    readonly start: number,
    /** Places from which earlier attempts of the same kind, with the same elements around, found no closer. */
    private readonly hopeless: ReadonlySet<number>,
  ) {
    this.type = length === 2 ? 'strong' : 'em';
  }

  closes(state: SpanState): boolean {
    const { src, pos } = state;
    if (state.isThrifty && this.hopeless.has(pos)) {
      state.pos = src.length;
      return false;
    }
    this.places.push(pos);
    return this.#isCloser(state);
  }

  #isCloser(state: SpanState): boolean {
    const { src, pos } = state;
    const { delimiter, length } = this;
    if (src.charCodeAt(pos) !== delimiter) return false;
    const isDouble = src.charCodeAt(pos + 1) === delimiter;
    if (length === 2 ? !isDouble : isDouble && src.charCodeAt(pos + 2) !== delimiter) return false;
    if (isWhiteSpace(src.charCodeAt(pos - 1))) return false;
    if (delimiter === underscore && isAlphanumericAt(src, pos + length)) return false;
    return state.pending !== '' || state.tokens.length > this.start;
  }

  addImage(): void {}
}
