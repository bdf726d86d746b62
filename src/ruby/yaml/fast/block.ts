/** Block collections: mappings and lists by indentation. */
import type { RubyHash, Value } from '../../value.js';
import { typedScalar } from '../scalar.js';
import { readBlockScalar } from './block-scalar.js';
import type { Cursor } from './cursor.js';
import { readFlow } from './flow.js';
import { isKey, isSimpleKey } from './key.js';
import { canBeginPlain, passPlain, readPlain } from './plain.js';
import { closingQuote, readQuoted } from './quoted.js';

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COLON = 58;

/** The node that begins here, inside of a collection in the column `parent`. */
export function readNode(cursor: Cursor, parent: number): Value | undefined {
  if (cursor.isAtItem()) return readList(cursor);
  return findColon(cursor) === -1 ? readScalar(cursor, parent) : readMapping(cursor);
}

/** The mapping whose keys stand in this column, from this one on. */
function readMapping(cursor: Cursor): RubyHash | undefined {
  const { column } = cursor;
  if (!cursor.enter()) return undefined;
  const mapping: RubyHash = new Map();
  do {
    const key = readKey(cursor);
    if (!isKey(key)) return undefined;
    const value = readMappingValue(cursor, column);
    if (value === undefined) return undefined;
    mapping.set(key, value);
  } while (cursor.column === column && !cursor.isAtItem());
  cursor.leave();
  return mapping;
}

/** A key with its colon. */
function readKey(cursor: Cursor): Value | undefined {
  const { text, at } = cursor;
  const colon = findColon(cursor);
  if (colon === -1) return undefined;
  const key = isAtQuote(cursor) ? readQuoted(cursor) : typedScalar(text.slice(at, colon).trimEnd());
  cursor.at = colon + 1;
  return key;
}

/** Where the colon stands that makes what begins here a key; -1 when it is none, or too long for one. */
function findColon(cursor: Cursor): number {
  const { text, at } = cursor;
  const colon = isAtQuote(cursor) ? colonBehindQuote(cursor) : colonBehindPlain(cursor);
  cursor.at = at;
  return colon !== -1 && isSimpleKey(text, at, colon) ? colon : -1;
}

function colonBehindPlain(cursor: Cursor): number {
  return canBeginPlain(cursor) && passPlain(cursor) === 'colon' ? cursor.at : -1;
}

function colonBehindQuote(cursor: Cursor): number {
  const { text } = cursor;
  const end = closingQuote(text, cursor.at);
  if (end === -1) return -1;
  cursor.at = end + 1;
  cursor.skipSpaces();
  return text.charCodeAt(cursor.at) === COLON && cursor.isBlankOrEnd(cursor.at + 1) ? cursor.at : -1;
}

/** What stands behind a colon or below it: a list may stand in the key's own column. */
function readMappingValue(cursor: Cursor, column: number): Value | undefined {
  cursor.skipSpaces();
  if (!cursor.finishLine()) return readScalar(cursor, column);
  if (cursor.column === column && cursor.isAtItem()) return readList(cursor);
  return cursor.column > column ? readNode(cursor, column) : null;
}

/** The list whose hyphens stand in this column, from this one on. */
function readList(cursor: Cursor): Value[] | undefined {
  const { column } = cursor;
  if (!cursor.enter()) return undefined;
  const items: Value[] = [];
  do {
    const item = readItem(cursor, column);
    if (item === undefined) return undefined;
    items.push(item);
  } while (cursor.column === column && cursor.isAtItem());
  cursor.leave();
  return items;
}

/** What stands behind a hyphen or below it. */
function readItem(cursor: Cursor, column: number): Value | undefined {
  cursor.at++;
  cursor.skipSpaces();
  if (!cursor.finishLine()) {
    cursor.moveTo(cursor.at);
    return readNode(cursor, column);
  }
  return cursor.column > column ? readNode(cursor, column) : null;
}

/** A scalar or a flow collection. */
function readScalar(cursor: Cursor, parent: number): Value | undefined {
  const { text, at } = cursor;
  switch (text[at]) {
    case '"':
    case "'":
      return ended(cursor, readQuoted(cursor));
    case '[':
    case '{':
      return ended(cursor, readFlow(cursor));
    case '|':
    case '>':
      return readBlockScalar(cursor, parent);
    default:
      return readPlain(cursor, parent);
  }
}

/** The value, unless more than a comment follows on its line. */
function ended(cursor: Cursor, value: Value | undefined): Value | undefined {
  return value !== undefined && cursor.finishLine() ? value : undefined;
}

function isAtQuote({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}
