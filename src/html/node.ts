/** A page or a part of one as a tree: what a parser makes and a writer writes, for plugins that work on pages. */

/** What an element or a fragment holds. */
export type HtmlNode = HtmlElement | HtmlText | HtmlComment | HtmlInstruction;

/** What has children: an element, or the fragment around all. */
export type HtmlParent = HtmlElement | HtmlFragment;

/** Text; character references are the characters they stand for. */
export interface HtmlText {
  readonly kind: 'text';
  value: string;
  /** Whether it is what a script or style holds: written as it is. */
  readonly isRaw: boolean;
  parent: HtmlParent | null;
}

/** `<!--value-->`. */
export interface HtmlComment {
  readonly kind: 'comment';
  readonly value: string;
  parent: HtmlParent | null;
}

/** `<?name value>`; `value` is `null` when nothing stands behind the name. */
export interface HtmlInstruction {
  readonly kind: 'instruction';
  readonly name: string;
  readonly value: string | null;
  parent: HtmlParent | null;
}

/** An element with its attributes in their order. */
export interface HtmlElement {
  readonly kind: 'element';
  /** In lower case, e.g. `h2`. */
  readonly name: string;
  /** By name in lower case; `null` for one without a value, e.g. `hidden`. */
  readonly attributes: Map<string, string | null>;
  readonly children: HtmlNode[];
  parent: HtmlParent | null;
}

/** What was parsed: nodes without an element around them. */
export interface HtmlFragment {
  readonly kind: 'fragment';
  readonly children: HtmlNode[];
}

/** An element that stands nowhere yet. */
export function element(name: string, attributes: Iterable<[string, string | null]> = []): HtmlElement {
  return { kind: 'element', name, attributes: new Map(attributes), children: [], parent: null };
}

/** Puts a node behind a parent's others. */
export function append(parent: HtmlParent, node: HtmlNode): void {
  node.parent = parent;
  parent.children.push(node);
}

/** Puts nodes into the place of one, which leaves the tree. */
export function replaceNode(node: HtmlNode, replacements: readonly HtmlNode[]): void {
  const siblings = node.parent!.children;
  for (const replacement of replacements) replacement.parent = node.parent;
  siblings.splice(siblings.indexOf(node), 1, ...replacements);
  node.parent = null;
}

/** All nodes below a parent, in the order in which they are written; the tree may change behind the one in hand. */
export function descendants(parent: HtmlParent): HtmlNode[] {
  const found: HtmlNode[] = [];
  const waiting = [...parent.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (node.kind === 'element') for (const child of node.children.toReversed()) waiting.push(child);
  }
  return found;
}

/** The elements that a node stands in, from the innermost outwards. */
export function ancestors(node: HtmlNode): HtmlElement[] {
  const found: HtmlElement[] = [];
  for (let at = node.parent; at?.kind === 'element'; at = at.parent) found.push(at);
  return found;
}

/** All text below a node, that of scripts and styles too. */
export function textOf(node: HtmlElement): string {
  return descendants(node)
    .map((one) => (one.kind === 'text' ? one.value : ''))
    .join('');
}
