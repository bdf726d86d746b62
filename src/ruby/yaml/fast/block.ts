/** Block collections: mappings and lists by indentation. */
import type { RubyHash, Value } from '../../value.js';
import { typedScalar } from '../scalar.js';
import { readBlockScalar } from './block-scalar.js';
import type { Cursor } from './cursor.js';
import { readFlow } from './flow.js';
import { isKey, isSimpleKey } from './key.js';
import { canBeginPlain, passPlain, plainText, readPlain } from './plain.js';
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
    if (!readPair(cursor, mapping, column)) return undefined;
  } while (cursor.column === column && !cursor.isAtItem());
  cursor.leave();
  return mapping;
}

/** Reads a key with its value into a mapping. Whether it could. */
function readPair(cursor: Cursor, mapping: RubyHash, column: number): boolean {
  const key = readKey(cursor);
  cursor.skipSpaces();
  if (key === '<<') return readMerge(cursor, mapping, column);
  const value = isKey(key) ? readMappingValue(cursor, column) : undefined;
  if (!isKey(key) || value === undefined) return false;
  mapping.set(key, value);
  return true;
}

/** What an alias names takes effect where `<<` stands; SafeYAML makes nothing of a mapping that is written out there. */
function readMerge(cursor: Cursor, mapping: RubyHash, column: number): boolean {
  const merged = isAtAlias(cursor) ? readScalar(cursor, column) : undefined;
  if (!(merged instanceof Map)) return false;
  for (const [key, value] of merged) mapping.set(key, value);
  return true;
}

/** A key with its colon. */
function readKey(cursor: Cursor): Value | undefined {
  const { text, at } = cursor;
  const colon = findColon(cursor);
  if (colon === -1) return undefined;
  const key = isAtQuote(cursor) ? readQuoted(cursor) : typedScalar(plainText(text, at, colon));
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
  const anchor = cursor.anchors.begin(cursor);
  const isBelow = cursor.finishLine();
  // An alias has no other name.
  if (anchor !== '' && isAtAlias(cursor)) return undefined;
  if (!isBelow) return cursor.anchors.keep(anchor, readScalar(cursor, column));
  const isListHere = cursor.column === column && cursor.isAtItem();
  return cursor.anchors.keep(anchor, isListHere ? readList(cursor) : readBelow(cursor, column));
}

/** What stands on the lines below, nothing unless that is further in. */
function readBelow(cursor: Cursor, column: number): Value | undefined {
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

/** What stands behind a hyphen or below it. An anchor on the line of a key names the key, and is left to the general way. */
function readItem(cursor: Cursor, column: number): Value | undefined {
  cursor.at++;
  cursor.skipSpaces();
  const anchor = cursor.anchors.begin(cursor);
  const isBelow = cursor.finishLine();
  if (anchor === '' && !isBelow) return readItemHere(cursor, column);
  if (anchor !== '' && isAtAlias(cursor)) return undefined;
  return cursor.anchors.keep(anchor, isBelow ? readBelow(cursor, column) : readScalar(cursor, column));
}

function readItemHere(cursor: Cursor, column: number): Value | undefined {
  cursor.moveTo(cursor.at);
  return readNode(cursor, column);
}

/** A scalar, a flow collection or an alias. */
function readScalar(cursor: Cursor, parent: number): Value | undefined {
  const { text, at } = cursor;
  switch (text[at]) {
    case '"':
    case "'":
      return ended(cursor, readQuoted(cursor));
    case '[':
    case '{':
      return ended(cursor, readFlow(cursor));
    case '*':
      return ended(cursor, cursor.anchors.read(cursor));
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

function isAtAlias({ text, at }: Cursor): boolean {
  return text[at] === '*';
}

function isAtQuote({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}
