/**
 * Whole pages, read and written as Nokogiri 1.13 does with libxml2 2.9.14 (`Nokogiri::HTML`, `to_html`): every page gets `html` and what it
 * needs in it, a declaration if it has none, and, in its head, an element that names the encoding.
 */

import { DEFAULT_DOCTYPE } from './doctype.js';
import { append, element, type HtmlElement, type HtmlFragment, type HtmlParent } from './node.js';
import { parseTree } from './parse-tree.js';
import { writeHtml } from './write-html.js';

/** A page as a tree. */
export interface HtmlDocument {
  /** As it is written, e.g. `<!DOCTYPE html>`. */
  readonly doctype: string;
  /** `html`, and comments around it. */
  readonly content: HtmlFragment;
}

/** What an element that names the encoding says, in a page's head. */
const CONTENT_TYPE = 'text/html; charset=UTF-8';

/** Parses a page. */
export function parseDocument(text: string): HtmlDocument {
  const { top, doctype } = parseTree(text.replace(/^\ufeff{1,2}/, ''));
  return { doctype: doctype ?? DEFAULT_DOCTYPE, content: top };
}

/** The page as text; an element that names the encoding is put into its head, and stays there. */
export function writeDocument({ doctype, content }: HtmlDocument): string {
  nameEncoding(content);
  return `${doctype}\n${writeHtml(content)}\n`;
}

/** As `htmlSetMetaEncoding` does: `<meta charset>` is unknown to it. */
function nameEncoding(content: HtmlFragment): void {
  const html = elementsIn(content).find(({ name }) => name === 'html');
  const first = html && elementsIn(html).find(({ name }) => name === 'head' || name === 'meta');
  const head = first?.name === 'meta' ? html : first;
  if (!head) return;
  const own = elementsIn(head).find(namesEncoding);
  if (!own) {
    const attributes = [
      ['http-equiv', 'Content-Type'],
      ['content', CONTENT_TYPE],
    ] as const;
    const meta = element(
      'meta',
      attributes.map(([name, value]) => [name, value]),
    );
    append(head, meta);
    head.children.unshift(head.children.pop()!);
  } else if (!own.attributes.get('content')!.toLowerCase().includes('utf-8')) {
    own.attributes.set('content', CONTENT_TYPE);
  }
}

function namesEncoding({ name, attributes }: HtmlElement): boolean {
  return (
    name === 'meta' &&
    attributes.get('http-equiv')?.toLowerCase() === 'content-type' &&
    typeof attributes.get('content') === 'string'
  );
}

function elementsIn(parent: HtmlParent): HtmlElement[] {
  return parent.children.filter((child) => child.kind === 'element');
}
