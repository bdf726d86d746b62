/**
 * Attribute lists: what `{: .class #id key="value" reference}` says and how it reaches an element.
 * Origin: kramdown 2.5.2, `parser/kramdown/extensions.rb` and `Parser::Kramdown#update_attr_with_ial`.
 */
import type { Token } from 'markdown-it';
import { append } from '../ruby/append.js';
import type { KramdownEnv } from './env.js';
import { MarkdownError } from './error.js';
import { isWhiteSpace, strip } from './white-space.js';

/** What an attribute list says, before it reaches an element. */
export interface AttributeList {
  /** Names of attribute list definitions to look up, in order; also markers such as `toc`. */
  readonly references: string[];
  /** How many attributes were named before the first reference, e.g. 1 in `id="a" toc class="b"`. */
  attributesBefore: number;
  /** Attributes in the order in which they were first named; classes joined by a space. */
  readonly attributes: Map<string, string>;
  /** Whether the classes were joined here: unlike `class=" a"` they then start with no white space. */
  hasJoinedClass: boolean;
}

/** An empty list to parse into. */
export function createAttributeList(): AttributeList {
  return { references: [], attributesBefore: 0, attributes: new Map(), hasJoinedClass: false };
}

/** Parses the text between the braces into `list`, on top of what is there. Warns when it says nothing. */
export function parseAttributeList(text: string, list: AttributeList, env: KramdownEnv): void {
  const stripped = strip(text);
  if (stripped === '' || stripped === ':') return;
  let isEmpty = true;
  let pos = 0;
  while (pos < text.length) {
    const start = isWhiteSpace(text.charCodeAt(pos)) ? pos + 1 : pos;
    const end = parseAttribute(text, start, list);
    if (end > start) isEmpty = false;
    pos = nextWhiteSpace(text, Math.max(end, start));
  }
  if (isEmpty) env.warn(`No or invalid attributes found in IAL/ALD content: ${text}`);
}

/** First white space at or after `pos`, else the end: entries start behind white space only. */
function nextWhiteSpace(text: string, pos: number): number {
  while (pos < text.length && !isWhiteSpace(text.charCodeAt(pos))) pos++;
  return pos;
}

const name = /[A-Za-z0-9_][A-Za-z0-9_-]*/y;
const idsAndClasses = /(?:#[A-Za-z][A-Za-z0-9_:-]*|\.[^ \t\r\n\f\v.#]+)+(?=[ \t\r\n\f\v]|$)/y;

/** Parses the entry at `start`; answers its end, `start` if there is none. */
function parseAttribute(text: string, start: number, list: AttributeList): number {
  name.lastIndex = start;
  if (name.test(text)) return parseNamed(text, start, name.lastIndex, list);
  idsAndClasses.lastIndex = start;
  if (!idsAndClasses.test(text)) return start;
  const end = idsAndClasses.lastIndex;
  for (const part of text.slice(start, end).match(/[#.][^#.]+/g)!) {
    if (part.startsWith('#')) list.attributes.set('id', part.slice(1));
    else addClass(list, part.slice(1));
  }
  return end;
}

/** A reference or `key="value"`, the name of which ends at `nameEnd`. */
function parseNamed(text: string, start: number, nameEnd: number, list: AttributeList): number {
  const key = text.slice(start, nameEnd);
  if (nameEnd === text.length || isWhiteSpace(text.charCodeAt(nameEnd))) {
    if (list.references.length === 0) list.attributesBefore = list.attributes.size;
    list.references.push(key);
    return nameEnd;
  }
  if (text[nameEnd] !== '=') return start;
  const quote = text[nameEnd + 1];
  if (quote !== '"' && quote !== "'") return start;
  const close = findClosingQuote(text, nameEnd + 2, quote);
  if (close < 0) return start;
  const value = text.slice(nameEnd + 2, close);
  if (key === 'class') list.hasJoinedClass = false;
  list.attributes.set(key, value.replaceAll(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1'));
  return close + 1;
}

/**
 * The quote that ends a value: one before white space or the end that no backslash stands before, or failing that the last such
 * quote with a backslash. A brace without a backslash ends the search.
 */
function findClosingQuote(text: string, start: number, quote: string): number {
  let escapedQuote = -1;
  for (let pos = start; pos < text.length; pos++) {
    const isEscaped = pos > start && text[pos - 1] === '\\';
    if (text[pos] === '\x02' || (text[pos] === '}' && !isEscaped)) break;
    if (text[pos] !== quote) continue;
    if (pos + 1 < text.length && !isWhiteSpace(text.charCodeAt(pos + 1))) continue;
    if (!isEscaped) return pos;
    escapedQuote = pos;
  }
  return escapedQuote;
}

function addClass(list: AttributeList, value: string): void {
  const old = list.attributes.get('class');
  list.attributes.set('class', list.hasJoinedClass ? `${old} ${value}` : joinClass(old, value));
  list.hasJoinedClass = true;
}

/** Ruby's `"#{a} #{b}".lstrip`. */
function joinClass(old: string | number | undefined, value: string): string {
  return `${old ?? ''} ${value}`.replace(/^[ \t\r\n\f\v\0]+/, '');
}

/** Adds what `from` says to `list`: classes are joined, other attributes overwritten. */
export function mergeAttributeList(list: AttributeList, from: AttributeList): void {
  append(list.references, from.references);
  for (const [key, value] of from.attributes) {
    if (key === 'class') addClass(list, value);
    else list.attributes.set(key, value);
  }
}

/** Definitions one element may look up, those of definitions included: each may name others twice, and these yet others. */
const maxLookups = 10_000;

/**
 * Gives a token the attributes of a list and of the definitions it refers to.
 *
 * @param line where the list stands or the element begins, 1-based
 */
export function applyAttributeList(token: Token, list: AttributeList, env: KramdownEnv, line: number): void {
  const lists = list.references.length === 0 ? [list] : withDefinitions(list, env, line);
  const attributes = new Map(token.attrs ?? []);
  for (const { attributes: added } of lists) {
    for (const [key, value] of added) {
      attributes.set(key, key === 'class' ? joinClass(attributes.get(key), value) : value);
    }
  }
  if (attributes.size > 0) token.attrs = [...attributes];
}

/** A list being looked through: what it refers to comes before what it says itself. */
interface OpenList {
  readonly list: AttributeList;
  /** The definition's name; `null` for the list at the element. */
  readonly name: string | null;
  /** References followed so far. */
  next: number;
}

/** The list behind all it refers to, in the order in which they count. */
function withDefinitions(list: AttributeList, env: KramdownEnv, line: number): AttributeList[] {
  const lists: AttributeList[] = [];
  const open: OpenList[] = [{ list, name: null, next: 0 }];
  const names = new Set<string | null>();
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const reference = top.list.references[top.next++];
    if (reference === undefined) {
      lists.push(top.list);
      names.delete(top.name);
      open.pop();
      continue;
    }
    const definition = env.attributeListDefinitions.get(reference);
    if (!definition) continue;
    if (names.has(reference)) {
      throw new MarkdownError(() => `The attribute list definition '${reference}' refers to itself`, line);
    }
    if (lists.length + open.length > maxLookups) {
      throw new MarkdownError(
        (line) => `The attribute list on line ${line} refers to more than ${maxLookups} definitions`,
        line,
      );
    }
    names.add(reference);
    open.push({ list: definition, name: reference, next: 0 });
  }
  return lists;
}
