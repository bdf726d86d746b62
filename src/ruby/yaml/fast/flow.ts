/** Flow collections, and so JSON: `[a, {b: c}]`, on one line or many. */
import type { RubyHash, Value } from '../../value.js';
import { type Cursor, isSpace } from './cursor.js';
import { isKey, isSimpleKey } from './key.js';
import { readFlowPlain } from './plain.js';
import { readQuoted } from './quoted.js';

const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const ASTERISK = 42;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** The collection whose bracket or brace stands here; the cursor goes behind the closing one. */
export function readFlow(cursor: Cursor): Value | undefined {
  if (!cursor.enter()) return undefined;
  const isList = cursor.text.charCodeAt(cursor.at) === OPEN_BRACKET;
  cursor.at++;
  const collection = isList ? readItems(cursor) : readPairs(cursor);
  cursor.leave();
  return collection;
}

function readItems(cursor: Cursor): Value[] | undefined {
  const items: Value[] = [];
  while (skipSpace(cursor) !== CLOSE_BRACKET) {
    const item = readNode(cursor);
    if (item === undefined || !passComma(cursor, CLOSE_BRACKET)) return undefined;
    items.push(item);
  }
  cursor.at++;
  return items;
}

function readPairs(cursor: Cursor): RubyHash | undefined {
  const mapping: RubyHash = new Map();
  while (skipSpace(cursor) !== CLOSE_BRACE) {
    const key = readKey(cursor);
    if (!isKey(key)) return undefined;
    skipSpace(cursor);
    const value = readNode(cursor);
    if (value === undefined || !passComma(cursor, CLOSE_BRACE)) return undefined;
    mapping.set(key, value);
  }
  cursor.at++;
  return mapping;
}

/** A key with its colon. */
function readKey(cursor: Cursor): Value | undefined {
  const { text, at } = cursor;
  const key = readScalar(cursor);
  cursor.skipSpaces();
  const colon = cursor.at++;
  return text.charCodeAt(colon) === COLON && isSimpleKey(text, at, colon) ? key : undefined;
}

function readNode(cursor: Cursor): Value | undefined {
  cursor.step();
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === OPEN_BRACKET || code === OPEN_BRACE) return readFlow(cursor);
  return code === ASTERISK ? cursor.anchors.read(cursor) : readScalar(cursor);
}

function readScalar(cursor: Cursor): Value | undefined {
  const code = cursor.text.charCodeAt(cursor.at);
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? readQuoted(cursor) : readFlowPlain(cursor);
}

/** Goes over a comma; whether it stands here, or what closes the collection. */
function passComma(cursor: Cursor, close: number): boolean {
  const code = skipSpace(cursor);
  if (code === COMMA) cursor.at++;
  return code === COMMA || code === close;
}

/** Goes over white space, line ends and comments to the next character, which is the answer. */
function skipSpace(cursor: Cursor): number {
  const { text } = cursor;
  let at = cursor.at;
  let code = text.charCodeAt(at);
  for (; isSpace(code) || (code === HASH && isSpace(text.charCodeAt(at - 1))); code = text.charCodeAt(at)) {
    at = code === HASH ? cursor.lineEnd(at) : at + 1;
  }
  cursor.at = at;
  return code;
}
