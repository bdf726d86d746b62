import { ancestors, descendants, type HtmlElement, type HtmlFragment, textOf } from '../../html/node.js';
import { parseFragment, parseInside } from '../../html/parse-fragment.js';
import { writeHtml } from '../../html/write-html.js';
import { escapeHtml } from '../../liquid/filters/escape-html.js';
import { escapeForm } from '../../ruby/percent.js';
import { downcase, splitWords } from '../../ruby/string.js';
import type { TocOptions } from './toc-options.js';

/** Ruby's `\p{Word}`, hyphen and space make an address; all else is left out. */
const PUNCTUATION = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;
const SKIPPED_HEADING = 'no_toc';

/** A heading that is listed. */
interface Entry {
  readonly id: string;
  /** Its text, escaped. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  readonly heading: HtmlElement;
}

/** The headings of a text: listed, and with anchors (jekyll-toc 0.18.0, `TableOfContents::Parser`). */
export class TableOfContents {
  private readonly fragment: HtmlFragment;
  private readonly entries: readonly Entry[];

  constructor(
    html: string,
    private readonly options: TocOptions,
  ) {
    this.fragment = parseFragment(html);
    const ids = new UniqueIds(options.escapesIds);
    this.entries = descendants(this.fragment)
      .filter((node) => node.kind === 'element' && this.isListed(node))
      .map((node) => entryOf(node as HtmlElement, ids));
  }

  /** The list of all headings. */
  list(): string {
    const { listId, listClass } = this.options;
    const tag = this.listTag;
    const id = listId === null ? '' : ` id="${listId}"`;
    return `<${tag}${id} class="${listClass}">\n${this.items(this.entries)}</${tag}>`;
  }

  /** The text, with a link to itself in each heading that is listed; one without content gets none. */
  withAnchors(): string {
    for (const { id, heading } of this.entries) {
      if (heading.children.length === 0) continue;
      const link = `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
      const nodes = parseInside(heading, link);
      for (const node of nodes) node.parent = heading;
      heading.children.unshift(...nodes);
    }
    return writeHtml(this.fragment);
  }

  private get listTag(): string {
    return this.options.isOrdered ? 'ol' : 'ul';
  }

  private isListed(node: HtmlElement): boolean {
    const { minLevel, maxLevel, skippedSections } = this.options;
    const level = levelOf(node);
    if (!/^h\d$/.test(node.name) || level < minLevel || level > maxLevel) return false;
    if (classesOf(node).includes(SKIPPED_HEADING)) return false;
    return !ancestors(node).some((one) => classesOf(one).some((name) => skippedSections.has(name)));
  }

  /** Entries of the highest level there is, each with those below it. */
  private items(entries: readonly Entry[]): string {
    const highest = entries.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY);
    let html = '';
    for (let at = 0; at < entries.length; ) {
      const entry = entries[at]!;
      const isHighest = entry.level === highest;
      if (isHighest) at += 1;
      const start = at;
      while (at < entries.length && entries[at]!.level !== highest) at += 1;
      const below = entries.slice(start, at);
      html += isHighest ? this.item(entry, below) : this.items(below);
    }
    return html;
  }

  private item({ id, text, heading }: Entry, below: readonly Entry[]): string {
    const { itemClass, itemPrefix, sublistClass } = this.options;
    const start = `<li class="${itemClass} ${itemPrefix}${heading.name}"><a href="#${id}">${text}</a>`;
    if (below.length === 0) return `${start}</li>\n`;
    const attributes = sublistClass === '' ? '' : ` class="${sublistClass}"`;
    return `${start}\n<${this.listTag}${attributes}>\n${this.items(below)}</${this.listTag}>\n</li>\n`;
  }
}

/** Numbers addresses made of the same text; those that headings bring themselves are not counted. */
class UniqueIds {
  private readonly counts = new Map<string, number>();

  constructor(private readonly isEscaped: boolean) {}

  of(text: string): string {
    const plain = downcase(text).replace(PUNCTUATION, '').replaceAll(' ', '-');
    const id = this.isEscaped ? escapeForm(plain) : plain;
    const count = this.counts.get(id) ?? 0;
    this.counts.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  }
}

function entryOf(heading: HtmlElement, ids: UniqueIds): Entry {
  const text = textOf(heading);
  const own = heading.attributes.has('id') ? (heading.attributes.get('id') ?? '') : null;
  return { id: own ?? ids.of(text), text: escapeHtml(text), level: levelOf(heading), heading };
}

function levelOf({ name }: HtmlElement): number {
  return Number(name.slice(1));
}

function classesOf({ attributes }: HtmlElement): string[] {
  return splitWords(attributes.get('class') ?? '');
}
