/**
 * HTML read as Nokogiri 1.13 reads a fragment with libxml2 2.9.14 (`HTML4::DocumentFragment.parse`): as what stands in a body.
 */

import { append, type HtmlElement, type HtmlFragment, type HtmlNode, type HtmlParent } from './node.js';
import { parseTree } from './parse-tree.js';

/** Parses what may stand in a body. Where a line begins with `<body`, the body itself is part of the result. */
export function parseFragment(text: string): HtmlFragment {
  const bodies = bodiesOf(text);
  const hasBody = /(?:^|\n)[ \t\r\n\f\v]*<body/i.test(text);
  const fragment: HtmlFragment = { kind: 'fragment', children: [] };
  for (const node of hasBody ? bodies : bodies.flatMap(({ children }) => children))
    append(fragment, moved(node));
  return fragment;
}

/** Nothing outside of the page's bodies is part of a fragment. */
function bodiesOf(text: string): readonly HtmlElement[] {
  const [root] = parseTree(`<html><body>${text}`).top.children;
  if (root?.kind !== 'element') return [];
  return root.children.filter((child) => child.kind === 'element' && child.name === 'body') as HtmlElement[];
}

/** As Nokogiri leaves a node that it moves: attributes with a colon in their names come last, and have values. */
function moved(node: HtmlNode): HtmlNode {
  if (node.kind !== 'element') return node;
  for (const [name, value] of [...node.attributes]) {
    if (!name.includes(':')) continue;
    node.attributes.delete(name);
    node.attributes.set(name, value ?? '');
  }
  return node;
}

/** Parses what is to stand below a parent, as Nokogiri does when a text is to take a node's place. */
export function parseInside(parent: HtmlParent, text: string): readonly HtmlNode[] {
  if (parent.kind === 'fragment') return parseFragment(text).children;
  const [first] = parseFragment(`<div>${text}</div>`).children;
  return first?.kind === 'element' ? first.children : [];
}
