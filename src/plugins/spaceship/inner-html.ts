import { append, type HtmlElement } from '../../html/node.js';
import { parseInside } from '../../html/parse-fragment.js';

/** Puts HTML into an element, in the place of what it holds (`inner_html=`). */
export function setInner(element: HtmlElement, html: string): void {
  const children = parseInside(element, html);
  element.children.length = 0;
  for (const child of children) append(element, child);
}

/** Puts a text into an element, likewise (`content=`). */
export function setText(element: HtmlElement, value: string): void {
  element.children.length = 0;
  if (value !== '') append(element, { kind: 'text', value, isRaw: false, parent: null });
}
