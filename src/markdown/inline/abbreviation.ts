import type { Token } from 'markdown-it';
import { escapePattern } from '../../ruby/escape-pattern.js';
import type { KramdownEnv } from '../env.js';
import { type HtmlElementMeta, metaOf } from '../tokens.js';
import { createBeside, replaceAll } from './rewrite-tokens.js';
import type { SpanState } from './state.js';

/** A document's abbreviations as expressions. */
interface Pattern {
  /** One of them. */
  readonly here: RegExp;
  /** One behind a non-word character or at the place itself, and no word going on behind it. */
  readonly first: RegExp;
  /** The same, further on: behind a non-word character or at the start of a line. */
  readonly next: RegExp;
}

/**
 * The step that cuts the document's abbreviations out of text, when all spans of a text are known.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#replace_abbreviations`.
 */
export function createAbbreviation(): (state: SpanState) => void {
  const patterns = new WeakMap<KramdownEnv, Pattern>();
  return (state) => {
    const { kramdown, tokens } = state;
    if (kramdown.abbreviations.size === 0 || tokens.length === 0) return;
    let pattern = patterns.get(kramdown);
    if (!pattern) patterns.set(kramdown, (pattern = createPattern(kramdown)));
    replace(tokens, pattern);
  };
}

/** Longest first; a space in an abbreviation stands for any white space. */
function createPattern(env: KramdownEnv): Pattern {
  const sorted = [...env.abbreviations.keys()].sort((a, b) => b.length - a.length);
  const one = sorted.map((key) => escapePattern(key).replaceAll(' ', '[ \\t-\\r\\p{Z}]+')).join('|');
  return {
    here: new RegExp(one, 'uy'),
    first: new RegExp(`(?:\\W|)(?:${one})(?!\\w)`, 'uy'),
    next: new RegExp(`(?:\\W|(?<![^\\n]))(?:${one})(?!\\w)`, 'ug'),
  };
}

/** Text directly in a raw HTML element stays as it is. */
function replace(tokens: Token[], pattern: Pattern): void {
  const isRaw: boolean[] = [];
  const result: Token[] = [];
  for (const token of tokens) {
    if (token.nesting < 0) isRaw.pop();
    if (token.type === 'text' && !isRaw.at(-1)) split(token, pattern, result);
    else result.push(token);
    if (token.nesting > 0) isRaw.push(isRawElement(token));
  }
  replaceAll(tokens, result);
}

function isRawElement(token: Token): boolean {
  const isHtml = token.type === 'html_span_open' || token.type === 'html_element_open';
  return isHtml && metaOf<HtmlElementMeta>(token).contentModel === 'raw';
}

function split(token: Token, pattern: Pattern, result: Token[]): void {
  const text = token.content;
  let from = 0;
  for (let found = find(text, from, pattern); found; found = find(text, from, pattern)) {
    if (found.start > from) result.push(createBeside(token, 'text', text.slice(from, found.start)));
    result.push(createBeside(token, 'abbreviation', found.word));
    from = found.start + found.word.length;
  }
  if (from === 0) result.push(token);
  else if (from < text.length) result.push(createBeside(token, 'text', text.slice(from)));
}

/**
 * The next abbreviation. The place of the match is looked at first and without regard to what follows, so an abbreviation that
 * starts with the non-word character itself wins.
 */
function find(
  text: string,
  from: number,
  { here, first, next }: Pattern,
): { start: number; word: string } | null {
  first.lastIndex = from;
  next.lastIndex = from;
  const index = first.test(text) ? from : (next.exec(text)?.index ?? -1);
  if (index < 0) return null;
  for (const start of [index, index + (text.codePointAt(index)! > 0xffff ? 2 : 1)]) {
    here.lastIndex = start;
    const match = here.exec(text);
    if (match) return { start, word: match[0] };
  }
  throw new Error('an abbreviation was found and is not there');
}
