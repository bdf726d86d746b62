import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What the search finds: a page up to its first heading, or what stands under a heading of it. */
export interface Place {
  /** Address from the root of the documentation, with its anchor. */
  readonly id: string;
  readonly title: string;
  /** Title of its page. */
  readonly page: string;
  readonly text: string;
  /** The beginning of the text, to be shown. */
  readonly start: string;
}

/** Letters of a text that are shown. */
const SHOWN = 140;

/** The places of a page, as its `main` has them, in their order. */
export function placesIn(document: Node, address: string): Place[] {
  const main = find(document, 'main');
  if (main === null) return [];
  const parts: { id: string; title: string; text: string }[] = [{ id: address, title: '', text: '' }];
  const visit = (node: Node): void => {
    const last = parts.at(-1)!;
    if (node.nodeName === '#text' && 'value' in node) last.text += node.value;
    if (!isElement(node) || node.tagName === 'nav' || attribute(node, 'class') === 'edit') return;
    const id = attribute(node, 'id');
    if (node.tagName === 'h1') last.title = textOf(node);
    else if (/^h[23]$/.test(node.tagName) && id !== null) {
      parts.push({ id: `${address}#${id}`, title: textOf(node), text: '' });
    } else {
      for (const child of node.childNodes) visit(child);
      if (!INLINE.has(node.tagName)) parts.at(-1)!.text += ' ';
    }
  };
  visit(main);
  const page = parts[0]!.title;
  return parts.map(({ id, title, text }) => {
    const words = text.replace(/\s+/g, ' ').trim();
    const start = words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words;
    return { id, title, page, text: words, start };
  });
}

const INLINE: ReadonlySet<string> = new Set(['a', 'code', 'em', 'span', 'strong']);

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function find(node: Node, name: string): Element | null {
  if (isElement(node) && node.tagName === name) return node;
  if (!('childNodes' in node)) return null;
  for (const child of node.childNodes) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}

function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((attr) => attr.name === name)?.value ?? null;
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
