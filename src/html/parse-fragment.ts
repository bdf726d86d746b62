/**
 * HTML read as Nokogiri 1.13 reads a fragment with libxml2 2.9.14 (`HTML4::DocumentFragment.parse`; `HTMLparser.c`): as what stands in a
 * body. Its rules are HTML 4's, not those of browsers: `<p>` in `<b>` ends the `<b>`, an end tag without a start is dropped, elements of
 * HTML 5 are unknown but kept.
 */

import { endsOpen, isEmptyElement, rankOf } from './elements.js';
import {
  append,
  element,
  type HtmlElement,
  type HtmlFragment,
  type HtmlNode,
  type HtmlParent,
} from './node.js';
import { decodeReferences } from './references.js';
import { HtmlScanner } from './scanner.js';

/** Elements may be nested this deep, `html` and `body` counted; the first one deeper ends the reading (`xmlParserMaxDepth`). */
const MOST_OPEN = 257;

/** What stands where no text may: it begins a paragraph. */
const WITHOUT_TEXT: ReadonlySet<string | undefined> = new Set([undefined, 'html', 'head']);

/** Elements that a page has once: a second start tag is dropped, and one end tag for each. */
const STRUCTURE: ReadonlySet<string> = new Set(['html', 'head', 'body']);

/** Parses what may stand in a body. Where a line begins with `<body`, the body itself is part of the result. */
export function parseFragment(text: string): HtmlFragment {
  const bodies = new FragmentParser(text).parse();
  const hasBody = /(?:^|\n)[ \t\r\n\f\v]*<body/i.test(text);
  const fragment: HtmlFragment = { kind: 'fragment', children: [] };
  for (const node of hasBody ? bodies : bodies.flatMap(({ children }) => children))
    append(fragment, moved(node));
  return fragment;
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

class FragmentParser {
  private readonly scanner: HtmlScanner;
  private readonly root = element('html');
  /** Open elements, the innermost last, by the names of their tags. */
  private readonly open: { readonly name: string; readonly node: HtmlElement }[] = [];
  /** Dropped start tags of `html`, `head` and `body` whose end tags are still to come. */
  private dropped = 0;
  private isHalted = false;

  constructor(text: string) {
    this.scanner = new HtmlScanner(text);
    this.open.push({ name: 'html', node: this.root });
    this.start('body');
  }

  /** @returns the page's bodies; nothing outside of them is part of a fragment */
  parse(): readonly HtmlElement[] {
    const { scanner } = this;
    while (!this.isHalted && !scanner.isAtEnd) {
      if (scanner.startsWith('</')) this.readEndTag();
      else if (!this.closeBefore(scanner.peekTagName())) this.readContent();
    }
    return this.root.children.filter(
      (child) => child.kind === 'element' && child.name === 'body',
    ) as HtmlElement[];
  }

  private get innermost(): HtmlElement | undefined {
    return this.open.at(-1)?.node;
  }

  private readContent(): void {
    const { scanner } = this;
    const name = this.open.at(-1)?.name;
    if (name === 'script' || name === 'style') {
      this.addText(scanner.readRaw(name), true);
      return;
    }
    scanner.skipDoctype();
    if (scanner.isAtEnd) return;
    if (scanner.startsWith('<!--')) this.readComment();
    else if (scanner.startsWith('<?')) this.readInstruction();
    else if (scanner.peekTagName() !== null) this.readStartTag();
    else if (scanner.skip('<')) this.addText('<', false);
    else this.readText();
  }

  private readText(): void {
    const run = this.scanner.readText();
    if (WITHOUT_TEXT.has(this.open.at(-1)?.name) && !/^[ \t\n\r]*$/.test(run)) this.startParagraph();
    this.addText(decodeReferences(run), false);
  }

  private startParagraph(): void {
    this.closeBefore('p');
    this.imply();
    this.start('p');
  }

  private readComment(): void {
    const value = this.scanner.readComment();
    if (value !== null) this.add({ kind: 'comment', value, parent: null });
  }

  private readInstruction(): void {
    const instruction = this.scanner.readInstruction();
    if (instruction !== null) this.add({ kind: 'instruction', ...instruction, parent: null });
  }

  private readStartTag(): void {
    const { scanner } = this;
    const name = scanner.readTagName();
    this.closeBefore(name);
    if (name !== 'html') this.imply();
    const drops = this.dropsOf(name);
    this.dropped += drops;
    const attributes = scanner.readAttributes();
    if (drops === 0) this.start(name, attributes);
    // From here on a dropped tag is taken for one of the element it stands in.
    const current = this.open.at(-1)?.name;
    if (current === undefined || scanner.skip('/>') || !scanner.skip('>') || isEmptyElement(current))
      this.open.pop();
  }

  /** How many end tags are to be dropped with this start tag; 0 keeps it. */
  private dropsOf(name: string): number {
    if (name === 'html') return this.open.length > 0 ? 1 : 0;
    if (name === 'head') return this.open.length === 1 ? 0 : 1;
    return name === 'body' ? this.open.filter((one) => one.name === 'body').length : 0;
  }

  private readEndTag(): void {
    const name = this.scanner.readEndTag();
    if (name === null) return;
    if (this.dropped > 0 && STRUCTURE.has(name)) this.dropped -= 1;
    else this.close(name);
  }

  /** Closes the innermost element of that name and all in it, unless one of a higher rank stands between. */
  private close(name: string): void {
    const rank = rankOf(name);
    const at = this.open.findLastIndex((one) => one.name === name || rankOf(one.name) > rank);
    if (at >= 0 && this.open[at]!.name === name) this.open.length = at;
  }

  /** Closes what the start tag ends. @returns whether anything was closed */
  private closeBefore(name: string | null): boolean {
    if (name === null) return false;
    const before = this.open.length;
    while (endsOpen(name, this.open.at(-1)?.name ?? '')) this.open.pop();
    return this.open.length < before;
  }

  /** Behind `</html>` another one begins, in the first. */
  private imply(): void {
    if (this.open.length === 0) this.start('html');
  }

  /** Opens an element; what stands before a colon is no part of its name in the tree. */
  private start(name: string, attributes: Iterable<[string, string | null]> = []): void {
    if (this.open.length >= MOST_OPEN) {
      this.isHalted = true;
      return;
    }
    const node = element(name.replace(/^[^:]+:(?=.)/, ''), attributes);
    append(this.innermost ?? this.root, node);
    this.open.push({ name, node });
  }

  private add(node: HtmlNode): void {
    if (this.innermost) append(this.innermost, node);
  }

  private addText(value: string, isRaw: boolean): void {
    const last = this.innermost?.children.at(-1);
    if (value === '') return;
    if (last?.kind === 'text' && last.isRaw === isRaw) last.value += value;
    else this.add({ kind: 'text', value, isRaw, parent: null });
  }
}
