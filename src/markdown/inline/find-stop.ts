/**
 * Where text ends: the next place where a span rule could match. kramdown builds one expression from its parsers' `span_start`;
 * this is the same by a look-up per character and, for most characters, a look at the neighbours.
 */
import { isLowSurrogate } from './characters.js';

const never = 0;
const always = 1;
const quote = 2;
const minus = 3;
const dot = 4;
const greater = 5;
const lineEnd = 6;
const brace = 7;
const exclamation = 8;
const tilde = 9;
/** With plugins' rules: also where nothing of kramdown's could match. */
const greaterAlways = 10;
const lineEndAlways = 11;

/** Which characters end text. `isWide`: also those markdown-it's own `text` rule stops at, for rules of plugins. */
export function createStops(isWide: boolean): Uint8Array {
  const stops = new Uint8Array(128);
  const set = (characters: string, kind: number) => {
    for (const character of characters) stops[character.charCodeAt(0)] = kind;
  };
  if (isWide) set('!#%+-:=@^{}~', always);
  set('*_`<[]$&\\', always);
  set('"\'', quote);
  set('.', dot);
  set('>', isWide ? greaterAlways : greater);
  set('\n', isWide ? lineEndAlways : lineEnd);
  if (isWide) return stops;
  set('-', minus);
  set('{', brace);
  set('!', exclamation);
  set('~', tilde);
  return stops;
}

/** Text that ends at `<` only: the contents of raw HTML elements. */
export function createHtmlStops(): Uint8Array {
  const stops = new Uint8Array(128);
  stops[0x3c] = always;
  return stops;
}

/** The end of the text that starts at `from`: `from` itself when something could match there, `src.length` at the latest. */
export function findStop(src: string, from: number, stops: Uint8Array): number {
  const end = src.length;
  for (let pos = from; pos < end; pos++) {
    const code = src.charCodeAt(pos);
    if (code > 127) continue;
    const kind = stops[code]!;
    if (kind === never) continue;
    if (kind === always) return pos;
    const stop = stopAt(src, pos, from, kind);
    if (stop >= 0) return stop;
  }
  return end;
}

/** The place for a character that needs a look at its neighbours, -1 if text goes on. */
function stopAt(src: string, pos: number, from: number, kind: number): number {
  switch (kind) {
    case quote:
      return characterBefore(src, pos, from);
    case minus:
      return src.charCodeAt(pos + 1) === 0x2d ? pos : -1;
    case dot:
      return src.startsWith('...', pos) ? pos : -1;
    case greater:
      return src.charCodeAt(pos + 1) === 0x3e ? spaceBefore(src, pos, from) : -1;
    case greaterAlways:
      return src.charCodeAt(pos + 1) === 0x3e ? spaceBefore(src, pos, from) : pos;
    case brace:
      return src.charCodeAt(pos + 1) === 0x3a ? pos : -1;
    case exclamation:
      return src.charCodeAt(pos + 1) === 0x5b ? pos : -1;
    case tilde:
      return src.charCodeAt(pos + 1) === 0x7e ? pos : -1;
    default: {
      const hasTwoSpaces = pos - 2 >= from && src.startsWith('  ', pos - 2);
      if (hasTwoSpaces) return pos - 2;
      return kind === lineEndAlways ? pos : -1;
    }
  }
}

/** A smart quote is matched with the character before it. */
function characterBefore(src: string, pos: number, from: number): number {
  if (pos === from) return pos;
  return isLowSurrogate(src.charCodeAt(pos - 1)) && pos - 2 >= from ? pos - 2 : pos - 1;
}

function spaceBefore(src: string, pos: number, from: number): number {
  return pos > from && src.charCodeAt(pos - 1) === 0x20 ? pos - 1 : pos;
}
