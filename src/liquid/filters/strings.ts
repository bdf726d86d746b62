/** Text (Liquid 4.0.4, `StandardFilters`): every input is taken by its `to_s`. */
import { replaceFirst, replaceText } from '../../ruby/replace.js';
import {
  capitalize,
  codePointLength,
  downcase,
  endOfPlainWords,
  firstWords,
  lstrip,
  rstrip,
  sliceBounds,
  sliceCodePoints,
  split,
  strip,
  takeCodePoints,
  upcase,
} from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { Filter } from '../filter.js';
import { toIndex, toInteger } from './convert.js';
import { staysAscii } from './stays-ascii.js';

/** A filter of text without arguments, whose answer has the encoding of its input. */
function stringFilter(name: string, change: (text: string) => string): Filter {
  return {
    name,
    arity: [0, 0],
    apply: (_context, input) => change(toS(input)),
    isAscii: staysAscii,
  };
}

/** The `truncate`s keep nil as it is. */
function truncate(input: Value, length: Value, ellipsis: Value): Value {
  if (input === null) return null;
  const text = toS(input);
  const most = toInteger(length);
  // No text has more code points than units, so most short ones need no count.
  if (text.length <= most) return text;
  const end = toS(ellipsis);
  const kept = Math.max(0, most - codePointLength(end));
  return codePointLength(text) > most ? takeCodePoints(text, kept) + end : text;
}

/** At least one word stays. A short text is returned as it came, with its white space. */
function truncateWords(input: Value, words: Value, ellipsis: Value): Value {
  if (input === null) return null;
  const kept = Math.max(1, toInteger(words));
  const text = toS(input);
  const end = endOfPlainWords(text, kept);
  if (end >= 0) return text.slice(0, end) + toS(ellipsis);
  const list = firstWords(text, kept);
  return list.length === kept ? list.join(' ') + toS(ellipsis) : input;
}

function slice(input: Value, offset: Value, length: Value): Value {
  const from = toIndex(offset);
  const count = isTruthy(length) ? toIndex(length) : 1;
  if (!Array.isArray(input)) return sliceCodePoints(toS(input), from, count) ?? '';
  const bounds = sliceBounds(input.length, from, count);
  return bounds === null ? [] : input.slice(...bounds);
}

/** Filters of strings. */
export const stringFilters: readonly Filter[] = [
  stringFilter('downcase', downcase),
  stringFilter('upcase', upcase),
  stringFilter('capitalize', capitalize),
  stringFilter('strip', strip),
  stringFilter('lstrip', lstrip),
  stringFilter('rstrip', rstrip),
  stringFilter('strip_newlines', (text) => text.replace(/\r?\n/g, '')),
  stringFilter('newline_to_br', (text) => text.replaceAll('\n', '<br />\n')),
  {
    name: 'append',
    arity: [1, 1],
    apply: (_context, input, text = null) => toS(input) + toS(text),
    isAscii: staysAscii,
  },
  {
    name: 'prepend',
    arity: [1, 1],
    apply: (_context, input, text = null) => toS(text) + toS(input),
  },
  {
    name: 'replace',
    arity: [1, 2],
    apply: (_context, input, text = null, by = '') => replaceText(toS(input), toS(text), toS(by)),
    isAscii: staysAscii,
  },
  {
    name: 'replace_first',
    arity: [1, 2],
    apply: (_context, input, text = null, by = '') => replaceFirst(toS(input), toS(text), toS(by)),
    isAscii: staysAscii,
  },
  {
    name: 'remove',
    arity: [1, 1],
    apply: (_context, input, text = null) => replaceText(toS(input), toS(text), ''),
    isAscii: staysAscii,
  },
  {
    name: 'remove_first',
    arity: [1, 1],
    apply: (_context, input, text = null) => replaceFirst(toS(input), toS(text), ''),
    isAscii: staysAscii,
  },
  {
    name: 'slice',
    arity: [1, 2],
    apply: (_context, input, offset = null, length = null) => slice(input, offset, length),
    isAscii: staysAscii,
  },
  {
    name: 'split',
    arity: [1, 1],
    apply: (_context, input, separator = null) => split(toS(input), toS(separator)),
  },
  {
    name: 'truncate',
    arity: [0, 2],
    apply: (_context, input, length = 50, ellipsis = '...') => truncate(input, length, ellipsis),
    isAscii: staysAscii,
  },
  {
    name: 'truncatewords',
    arity: [0, 2],
    apply: (_context, input, words = 15, ellipsis = '...') => truncateWords(input, words, ellipsis),
    isAscii: staysAscii,
  },
];
