/**
 * HTML written as Nokogiri 1.13 writes a fragment with libxml2 2.9.14 (`to_html`; `HTMLtree.c`): no end tags for empty elements, line
 * ends between block elements, characters as they are but for `<`, `>` and `&`.
 */
import { encodeBytes, toBytes } from '../ruby/percent.js';
import { isBlockElement, isBooleanAttribute, isEmptyElement } from './elements.js';
import type { HtmlElement, HtmlFragment, HtmlNode, HtmlParent, HtmlText } from './node.js';
import { quote } from './quote.js';

/** All of these are escaped in addresses, byte by byte. */
const UNSAFE_IN_ADDRESS = /[^\w.!~*'()@/:=?;#%&,+<>-]/g;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;
/** In attributes, what a script or a server fills in stays as it is, if it ends: `&{script}` and `<!--#include-->`. */
const FILLED_IN = /&\{[^}]*(?:\}|$)|<!--[\s\S]*?(?:-->|$)|[<>&]/g;
const MARKUP = /[<>&]/g;
const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** The nodes of a fragment as text. */
export function writeHtml(fragment: HtmlFragment): string {
  return writeChildren(fragment);
}

/** A text node as it is written: escaped, unless a script or style holds it. */
export function writeText({ value, isRaw, parent }: HtmlText): string {
  if (isRaw || (parent?.kind === 'element' && (parent.name === 'script' || parent.name === 'style')))
    return value;
  return value.replace(CONTROL, '').replace(MARKUP, escaped);
}

/** What stands in an element as text (`inner_html`). */
export function writeChildren(parent: HtmlParent): string {
  return parent.children.map((node, index) => writeNode(node, parent, parent.children[index + 1])).join('');
}

function writeNode(node: HtmlNode, parent: HtmlParent, next: HtmlNode | undefined): string {
  switch (node.kind) {
    case 'text':
      return writeText(node);
    case 'comment':
      return `<!--${node.value}-->`;
    case 'instruction':
      return `<?${node.name}${node.value === null ? '' : ` ${node.value}`}>`;
    case 'element':
      return writeElement(node) + lineEndBehind(node, parent, next);
  }
}

function writeElement(node: HtmlElement): string {
  const { name, attributes, children } = node;
  const start = `<${name}${[...attributes].map(([key, value]) => writeAttribute(key, value, name)).join('')}>`;
  if (isEmptyElement(name) || (name === 'li' && children.length === 0)) return start;
  const end = `</${name}>`;
  if (children.length === 0) return start + end;
  const isSpaced = isBlockElement(name) && children.length > 1 && !keepsSpace(name);
  const lineEnd = (child: HtmlNode): string => (isSpaced && !isText(child) ? '\n' : '');
  return start + lineEnd(children[0]!) + writeChildren(node) + lineEnd(children.at(-1)!) + end;
}

function lineEndBehind(node: HtmlElement, parent: HtmlParent, next: HtmlNode | undefined): string {
  const isSpaced = next && !isText(next) && parent.kind === 'element' && !keepsSpace(parent.name);
  return isSpaced && isBlockElement(node.name) ? '\n' : '';
}

/** What a script holds is no text in this. */
function isText(node: HtmlNode): boolean {
  return node.kind === 'text' && !node.isRaw;
}

/** `p`, `pre`, `param` and whatever else begins so. */
function keepsSpace(name: string): boolean {
  return name.startsWith('p');
}

function writeAttribute(name: string, value: string | null, owner: string): string {
  if (value === null || isBooleanAttribute(name)) return ` ${name}`;
  const text = value.replace(CONTROL, '').replace(FILLED_IN, keepFilledIn);
  return ` ${name}=${quote(isAddress(name, owner) ? escapeAddress(text) : text)}`;
}

function keepFilledIn(found: string): string {
  if (found.length > 1 && (found.endsWith('}') || found.endsWith('-->'))) return found;
  return found.replace(MARKUP, escaped);
}

function escaped(character: string): string {
  return ESCAPES[character]!;
}

function isAddress(name: string, owner: string): boolean {
  return name === 'href' || name === 'action' || name === 'src' || (name === 'name' && owner === 'a');
}

function escapeAddress(text: string): string {
  return encodeBytes(toBytes(text.replace(/^[ \t\n\r]+/, '')), UNSAFE_IN_ADDRESS);
}
