/** Escapes and tags (Liquid 4.0.4, `StandardFilters`; Jekyll 4.4.1, `Filters`). */
import { className } from '../../ruby/compare.js';
import { inspect } from '../../ruby/inspect.js';
import { escapeForm, unescapeForm } from '../../ruby/percent.js';
import { toS } from '../../ruby/to-s.js';
import { normalizeComponent } from '../../ruby/uri.js';
import type { Value } from '../../ruby/value.js';
import { type Filter, FilterError } from '../filter.js';
import { impliedText } from '../run/ruby-errors.js';
import { escapeHtml } from './escape-html.js';
import { staysAscii } from './stays-ascii.js';

/** A filter that keeps nil and works on text otherwise. */
function unlessNil(name: string, change: (text: string) => Value): Filter {
  return {
    name,
    arity: [0, 0],
    apply: (_context, input) => (input === null ? null : change(toS(input))),
    isAscii: staysAscii,
  };
}

const ESCAPED_ONCE = /["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g;

function decode(text: string): string {
  const decoded = unescapeForm(text);
  if (decoded === null) throw new FilterError('invalid byte sequence in UTF-8');
  return decoded;
}

/** What `strip_html` takes out whole, with its end. */
const BLOCKS: readonly (readonly [start: string, end: string])[] = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
];

/** Scripts, comments and styles first, then tags. Scans by hand: an expression would look for a missing end again and again. */
export function stripHtml(text: string): string {
  if (!text.includes('<')) return text;
  return stripTags(stripBlocks(text));
}

function stripBlocks(text: string): string {
  const unclosed = new Set<string>();
  let result = '';
  let start = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = blockEnd(text, at, unclosed);
    if (end < 0) {
      at += 1;
      continue;
    }
    result += text.slice(start, at);
    start = end;
    at = end;
  }
  return result + text.slice(start);
}

function blockEnd(text: string, at: number, unclosed: Set<string>): number {
  const block = BLOCKS.find(([start]) => text.startsWith(start, at));
  if (block === undefined || unclosed.has(block[1])) return -1;
  const end = text.indexOf(block[1], at + block[0].length);
  if (end >= 0) return end + block[1].length;
  unclosed.add(block[1]);
  return -1;
}

function stripTags(text: string): string {
  let result = '';
  let start = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', start)) {
    const end = text.indexOf('>', at);
    if (end < 0) break;
    result += text.slice(start, at);
    start = end + 1;
  }
  return result + text.slice(start);
}

/** `encode(xml: :attr)` without the quotes around it. */
function escapeXml(text: string): string {
  return escapeHtml(text, '&apos;');
}

/** Filters that escape, unescape and strip. */
export const htmlFilters: readonly Filter[] = [
  unlessNil('escape', (text) => escapeHtml(text)),
  unlessNil('h', (text) => escapeHtml(text)),
  unlessNil('url_encode', escapeForm),
  unlessNil('url_decode', decode),
  {
    name: 'escape_once',
    arity: [0, 0],
    apply: (_context, input) => toS(input).replace(ESCAPED_ONCE, (character) => escapeHtml(character)),
    isAscii: staysAscii,
  },
  {
    name: 'strip_html',
    arity: [0, 0],
    apply: (_context, input) => stripHtml(toS(input)),
    isAscii: staysAscii,
  },
  {
    name: 'xml_escape',
    arity: [0, 0],
    apply: (_context, input) => escapeXml(toS(input)),
    isAscii: staysAscii,
  },
  {
    name: 'inspect',
    arity: [0, 0],
    apply: (_context, input) => escapeXml(inspect(input)),
    isAscii: staysAscii,
  },
  {
    name: 'cgi_escape',
    arity: [0, 0],
    apply(_context, input) {
      return escapeForm(impliedText(input));
    },
  },
  {
    name: 'uri_escape',
    arity: [0, 0],
    apply(_context, input) {
      if (input === null || typeof input === 'string') return input && normalizeComponent(input);
      throw new FilterError(`Can't convert ${className(input)} into String.`, false);
    },
  },
];
