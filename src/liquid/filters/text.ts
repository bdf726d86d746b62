/** Text for people (Jekyll 4.4.1, `Filters`). Unlike Liquid's own filters, most of these take nothing but text. */
import { JsonError, toJson } from '../../ruby/json.js';
import { codePointLength, countWords, strip } from '../../ruby/string.js';
import { joinItems, toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { isSlugMode, slugify, transliterate } from '../../url/slugify.js';
import { type Filter, type FilterContext, FilterError } from '../filter.js';
import { toI } from '../run/integers.js';
import { MethodLiteral } from '../run/method-literal.js';
import { noMethod } from '../run/ruby-errors.js';
import { index } from './item-property.js';
import { staysAscii } from './stays-ascii.js';

const CJK = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}';
const CJK_LETTER = new RegExp(`[${CJK}]`, 'gu');
const OTHER_WORD = new RegExp(`[^${CJK}\\t\\n\\v\\f\\r ]+`, 'gu');

function countMatches(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0;
}

/** `number_of_words`: Chinese, Japanese and Korean letters count as words in the modes `cjk` and, where there are any, `auto`. */
function numberOfWords(input: Value, mode: Value): number {
  if (typeof input !== 'string') throw noMethod(mode === 'cjk' || mode === 'auto' ? 'scan' : 'split', input);
  const letters = mode === 'cjk' || mode === 'auto' ? countMatches(input, CJK_LETTER) : 0;
  const countsLetters = mode === 'cjk' || letters > 0;
  return countsLetters ? letters + countMatches(input, OTHER_WORD) : countWords(input);
}

/** `a, b, and c`. A text is taken letter by letter, up to the two that need no `join`. */
function toSentence(input: Value, connector: Value): string {
  const isList = Array.isArray(input);
  if (!isList && typeof input !== 'string' && !(input instanceof Map)) throw noMethod('length', input);
  const length = isList ? input.length : typeof input === 'string' ? codePointLength(input) : input.size;
  const at = (position: number): string => toS(index(input, position));
  if (length === 0) return '';
  if (length === 1) return at(0);
  if (length === 2) return `${at(0)} ${toS(connector)} ${at(1)}`;
  if (!isList)
    throw noMethod('join', typeof input === 'string' ? Array.from(input).slice(0, -1).join('') : null);
  return `${joinItems(input.slice(0, -1), ', ')}, ${toS(connector)} ${at(length - 1)}`;
}

function slug(context: FilterContext, input: Value, mode: Value): Value {
  if (input === null) return null;
  const named = isTruthy(mode) ? toS(mode) : 'default';
  if (typeof input !== 'string') throw noMethod(isSlugMode(named) ? 'gsub' : 'downcase', input);
  const text = slugify(input, named);
  if (text === '' && isSlugMode(named)) {
    context.render.warn({ kind: 'empty slug', text: named === 'latin' ? transliterate(input) : input });
  }
  return text;
}

function jsonify(input: Value): string {
  try {
    return toJson(input instanceof MethodLiteral ? '' : input);
  } catch (error) {
    if (error instanceof JsonError) throw new FilterError(error.message, false);
    throw error;
  }
}

function sassFilter(name: string, syntax: 'sass' | 'scss'): Filter {
  return {
    name,
    arity: [0, 0],
    apply(context, input) {
      if (typeof input !== 'string') throw noMethod('empty?', input);
      return context.render.sassify(input, syntax);
    },
  };
}

/** White space of any kind and length as one blank, none at the ends. */
export function normalizeWhitespace(text: string): string {
  return strip(text.replace(/[\t\n\v\f\r ]+/g, ' '));
}

/** Filters of whole texts, and what turns values into text. */
export const textFilters: readonly Filter[] = [
  {
    name: 'markdownify',
    arity: [0, 0],
    apply: (context, input) => context.render.markdownify(toS(input)),
  },
  {
    name: 'smartify',
    arity: [0, 0],
    apply: (context, input) => context.render.smartify(toS(input)),
    isAscii: staysAscii,
  },
  sassFilter('sassify', 'sass'),
  sassFilter('scssify', 'scss'),
  {
    name: 'slugify',
    arity: [0, 1],
    apply: (context, input, mode = null) => slug(context, input, mode),
  },
  {
    name: 'normalize_whitespace',
    arity: [0, 0],
    apply: (_context, input) => normalizeWhitespace(toS(input)),
    isAscii: staysAscii,
  },
  {
    name: 'number_of_words',
    arity: [0, 1],
    apply: (_context, input, mode = null) => numberOfWords(input, mode),
  },
  {
    name: 'array_to_sentence_string',
    arity: [0, 1],
    apply: (_context, input, connector = 'and') => toSentence(input, connector),
  },
  {
    name: 'to_integer',
    arity: [0, 0],
    apply: (_context, input) => (typeof input === 'boolean' ? Number(input) : toI(input)),
  },
  { name: 'jsonify', arity: [0, 0], apply: (_context, input) => jsonify(input) },
];
