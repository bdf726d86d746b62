/**
 * HTML read as libxml2 2.9.14 reads a page (`htmlParseDocument`; `HTMLparser.c`). Its rules are HTML 4's, not those of browsers: `<p>` in
 * `<b>` ends the `<b>`, an end tag without a start is dropped, elements of HTML 5 are unknown but kept.
 */

import { endsOpen, isEmptyElement, rankOf } from './elements.js';
import { append, element, type HtmlElement, type HtmlFragment, type HtmlNode } from './node.js';
import { decodeReferences } from './references.js';
import { HtmlScanner } from './scanner.js';

/** Elements may be nested this deep, `html` and `body` counted; the first one deeper ends the reading (`xmlParserMaxDepth`). */
const MOST_OPEN = 257;

/** What stands where no text may: it begins a paragraph. */
const WITHOUT_TEXT: ReadonlySet<string | undefined> = new Set([undefined, 'html', 'head']);

/** Elements that a page has once: a second start tag is dropped, and one end tag for each. */
const STRUCTURE: ReadonlySet<string> = new Set(['html', 'head', 'body']);

/** Elements that begin a head where none was. */
const IN_HEAD: ReadonlySet<string> = new Set(['base', 'link', 'meta', 'script', 'style', 'title']);

/** Elements that begin no body where none was. */
const BESIDE_BODY: ReadonlySet<string> = new Set(['body', 'frame', 'frameset', 'head', 'noframes']);

/** A page as read. */
export interface HtmlTree {
  /** What stands outside of all elements, the page's own among it. */
  readonly top: HtmlFragment;
  /** The first `<!DOCTYPE …>`, as it is written; `null` for none. */
  readonly doctype: string | null;
}

/** Parses a page; what its elements need around them is put there. */
export function parseTree(text: string): HtmlTree {
  return new TreeParser(text).parse();
}

class TreeParser {
  private readonly scanner: HtmlScanner;
  private readonly top: HtmlFragment = { kind: 'fragment', children: [] };
  private doctype: string | null = null;
  /** Open elements, the innermost last, by the names of their tags. */
  private readonly open: { readonly name: string; readonly node: HtmlElement }[] = [];
  /** Dropped start tags of `html`, `head` and `body` whose end tags are still to come. */
  private dropped = 0;
  private hadHead = false;
  private hadBody = false;
  private isHalted = false;

  constructor(text: string) {
    this.scanner = new HtmlScanner(text);
  }

  parse(): HtmlTree {
    const { scanner } = this;
    this.readProlog();
    while (!this.isHalted && !scanner.isAtEnd) {
      if (scanner.startsWith('</')) this.readEndTag();
      else if (!this.closeBefore(scanner.peekTagName())) this.readContent();
    }
    return { top: this.top, doctype: this.doctype };
  }

  /** White space is no text before the page begins. */
  private readProlog(): void {
    this.readMiscellany();
    this.readDoctype();
    this.readMiscellany();
  }

  private readMiscellany(): void {
    const { scanner } = this;
    for (scanner.skipBlanks(); ; scanner.skipBlanks()) {
      if (scanner.startsWith('<!--')) this.readComment();
      else if (scanner.startsWith('<?')) this.readInstruction();
      else return;
    }
  }

  private readDoctype(): void {
    this.doctype ??= this.scanner.readDoctype();
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
    if (this.doctype === null) this.readDoctype();
    else scanner.readDoctype();
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
    this.imply('p');
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
    this.imply(name);
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

  /** Opens what a start tag needs around it: `html`, and the head or body if there was none. */
  private imply(name: string): void {
    if (name === 'html') return;
    if (this.open.length === 0) this.start('html');
    if (IN_HEAD.has(name) && this.open.length <= 1) {
      if (!this.hadHead && !this.hadBody) this.start('head');
    } else if (!BESIDE_BODY.has(name) && !this.hadBody && !this.open.some((one) => one.name === 'head')) {
      this.start('body');
    }
  }

  /** Opens an element; what stands before a colon is no part of its name in the tree. */
  private start(name: string, attributes: Iterable<[string, string | null]> = []): void {
    if (name === 'head') this.hadHead = true;
    if (name === 'body') this.hadBody = true;
    if (this.open.length >= MOST_OPEN) {
      this.isHalted = true;
      return;
    }
    const node = element(name.replace(/^[^:]+:(?=.)/, ''), attributes);
    append(this.innermost ?? this.outermost, node);
    this.open.push({ name, node });
  }

  /** What holds an element that stands in none: behind `</html>` another one begins, in the first unless something stands before that. */
  private get outermost(): HtmlElement | HtmlFragment {
    const [first] = this.top.children;
    return this.doctype === null && first?.kind === 'element' ? first : this.top;
  }

  private add(node: HtmlNode): void {
    append(this.innermost ?? this.top, node);
  }

  private addText(value: string, isRaw: boolean): void {
    if (value === '' || !this.innermost) return;
    const last = this.innermost.children.at(-1);
    if (last?.kind === 'text' && last.isRaw === isRaw) last.value += value;
    else this.add({ kind: 'text', value, isRaw, parent: null });
  }
}
