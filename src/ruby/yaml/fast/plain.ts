/** Plain scalars: `two words`, `1.5`, and texts of several lines. */
import type { Value } from '../../value.js';
import { typedScalar } from '../scalar.js';
import { type Cursor, isSpace } from './cursor.js';

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;
const HYPHEN = 45;
const COLON = 58;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** What ends a plain scalar, or its part on one line: in a flow collection a comma or a closing bracket is its `line` end. */
type Stop = 'line' | 'colon' | 'comment' | 'unknown';

/** Characters that begin something else, or nothing at all. The hyphen, too, begins a scalar only before certain others. */
const INDICATORS: ReadonlySet<number> = new Set(
  Array.from('\t\n ?:,[]{}#&*!|>\'"%@`', (character) => character.charCodeAt(0)),
);

/** A scalar of a block collection, with the lines of it that stand further in than `parent`, the collection's column. */
export function readPlain(cursor: Cursor, parent: number): Value | undefined {
  if (!canBeginPlain(cursor)) return undefined;
  let start = cursor.at;
  let stop = passPlain(cursor);
  let text = plainText(cursor.text, start, cursor.at);
  while (stop === 'line') {
    cursor.findLine(cursor.at + 1);
    if (cursor.column <= parent || cursor.blankLines < 0) return typedScalar(text);
    text += '\n'.repeat(cursor.blankLines) || ' ';
    start = cursor.at;
    stop = passPlain(cursor);
    text += plainText(cursor.text, start, cursor.at);
  }
  return stop === 'comment' && cursor.finishLine() ? typedScalar(text) : undefined;
}

/** Whether a scalar of a block collection can begin here. */
export function canBeginPlain({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  if (code !== HYPHEN && code !== COLON && code !== QUESTION) return !INDICATORS.has(code);
  return at + 1 < text.length && !isSpace(text.charCodeAt(at + 1));
}

/** Moves the cursor to what ends the part of a plain scalar on this line. */
export function passPlain(cursor: Cursor): Stop {
  const { text } = cursor;
  for (let at = cursor.at; ; at++) {
    const code = text.charCodeAt(at);
    if (code > COLON) continue;
    if (code === NEWLINE || at >= text.length) return stopAt(cursor, at, 'line');
    if (code === COLON && cursor.isBlankOrEnd(at + 1)) return stopAt(cursor, at, 'colon');
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return stopAt(cursor, at, 'comment');
    if (code === TAB) return 'unknown';
  }
}

/** A scalar of a flow collection, which ends on its line. */
export function readFlowPlain(cursor: Cursor): Value | undefined {
  const { at } = cursor;
  if (!canBeginFlowPlain(cursor) || passFlowPlain(cursor) === 'unknown') return undefined;
  return typedScalar(plainText(cursor.text, at, cursor.at));
}

/** Here, a hyphen without a text behind it would need a closer look, and so would a line that could end the document. */
function canBeginFlowPlain({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (text.startsWith('---', at) || text.startsWith('...', at)) return false;
  return code === HYPHEN ? at + 1 < text.length && !INDICATORS.has(next) : !INDICATORS.has(code);
}

function passFlowPlain(cursor: Cursor): Stop {
  const { text } = cursor;
  for (let at = cursor.at; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case COMMA:
      case CLOSE_BRACKET:
      case CLOSE_BRACE:
      case NEWLINE:
        return stopAt(cursor, at, 'line');
      case COLON: {
        const next = text.charCodeAt(at + 1);
        if (isSpace(next)) return stopAt(cursor, at, 'colon');
        if (INDICATORS.has(next)) return 'unknown';
        break;
      }
      case OPEN_BRACKET:
      case OPEN_BRACE:
      case QUESTION:
      case TAB:
        return 'unknown';
      case HASH:
        if (text.charCodeAt(at - 1) === SPACE) return 'unknown';
    }
  }
  return 'unknown';
}

function stopAt(cursor: Cursor, at: number, stop: Stop): Stop {
  cursor.at = at;
  return stop;
}

/** What stands between two places, without the spaces at its end. */
export function plainText(text: string, start: number, stop: number): string {
  let end = stop;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(start, end);
}
