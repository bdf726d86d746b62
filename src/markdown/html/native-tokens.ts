/** Tokens of elements made from HTML. */
import type { Token } from 'markdown-it';
import { KramdownToken } from '../kramdown-token.js';
import {
  type CellMeta,
  type EntityMeta,
  type HeadingMeta,
  type HtmlElementMeta,
  type HtmlTextMeta,
  metaOf,
} from '../tokens.js';
import { voidElements } from './elements.js';
import type { NativeNode, NativeType } from './native-node.js';

/** Token and tag names of elements around others. */
const containers: Readonly<Partial<Record<NativeType, readonly [type: string, tag: string]>>> = {
  a: ['link', 'a'],
  em: ['em', 'em'],
  strong: ['strong', 'strong'],
  p: ['paragraph', 'p'],
  blockquote: ['blockquote', 'blockquote'],
  ul: ['bullet_list', 'ul'],
  ol: ['ordered_list', 'ol'],
  li: ['list_item', 'li'],
  dl: ['dl', 'dl'],
  dt: ['dt', 'dt'],
  dd: ['dd', 'dd'],
  table: ['table', 'table'],
  thead: ['thead', 'thead'],
  tbody: ['tbody', 'tbody'],
  tfoot: ['tfoot', 'tfoot'],
  tr: ['tr', 'tr'],
  td: ['td', 'td'],
};

/** Token names of elements with nothing in them. */
const leaves: Readonly<Partial<Record<NativeType, string>>> = {
  text: 'text',
  entity: 'entity',
  smart_quote: 'smart_quote',
  typographic_sym: 'typographic_symbol',
  raw: 'html_raw',
  br: 'hardbreak',
  img: 'image',
  hr: 'hr',
  codespan: 'code_inline',
  codeblock: 'code_block',
};

/** Elements that stand in text. */
const spans: ReadonlySet<NativeType> = new Set([
  'text',
  'entity',
  'smart_quote',
  'typographic_sym',
  'a',
  'em',
  'strong',
  'br',
  'img',
  'codespan',
]);

function isSpan(node: NativeNode): boolean {
  return spans.has(node.type) || node.category === 'span';
}

/** Whether what it holds is written as it is. */
function isRaw(node: NativeNode): boolean {
  return node.type === 'html_element' && node.contentModel === 'raw';
}

/** Whether it is text all through, with nothing in it that is parsed later or stands in blocks. */
function isPhrasing(node: NativeNode): boolean {
  if (node.type === 'finished') return node.tokens[0]!.type !== 'inline' && !node.tokens[0]!.block;
  return isSpan(node) && node.children.every(isPhrasing);
}

/** Whether it stayed HTML and nothing in it is parsed later. */
function isFinishedHtml(node: NativeNode): boolean {
  return node.type === 'html_element' && !holdsSource(node);
}

/** Whether some of it is parsed later. */
function holdsSource(node: NativeNode): boolean {
  return node.tokens.some(({ type }) => type === 'inline') || node.children.some(holdsSource);
}

/**
 * The tokens of an element, the first of them at that level.
 *
 * @param textLevel level of the text it stands in, which blocks in it are written at; `null` when it stands among blocks
 */
export function writeNode(node: NativeNode, level: number, textLevel: number | null): Token[] {
  const writer = new Writer(level, textLevel !== null, textLevel ?? 0);
  writer.write(node);
  return writer.tokens;
}

class Writer {
  tokens: Token[] = [];
  /** Elements around the place, innermost last. */
  readonly #around: NativeNode[] = [];

  constructor(
    private level: number,
    private readonly isInText: boolean,
    private readonly offset: number,
  ) {}

  write(node: NativeNode): void {
    const leaf = leaves[node.type];
    if (node.type === 'finished') this.#writeFinished(node);
    else if (node.type === 'comment') this.#writeComment(node);
    else if (node.type === 'math')
      this.#push(node.category === 'block' ? 'math_block' : 'math_inline', '', 0, node);
    else if (node.type === 'html_element') this.#writeHtml(node);
    else if (node.type === 'header') this.#writeHeader(node);
    else if (leaf) this.#writeLeaf(leaf, node);
    else this.#writeContainer(node);
  }

  #push(type: string, tag: string, nesting: -1 | 0 | 1, node: NativeNode): Token {
    const token = new KramdownToken(type, tag, nesting);
    if (nesting < 0) this.level--;
    token.level = this.level + (isSpan(node) ? 0 : this.offset);
    if (nesting > 0) this.level++;
    token.block = !isSpan(node);
    if (nesting >= 0 && node.attrs.length > 0) token.attrs = node.attrs;
    if (nesting === 0) token.content = node.value;
    this.tokens.push(token);
    return token;
  }

  #writeLeaf(type: string, node: NativeNode): void {
    const token = this.#push(type, '', 0, node);
    if (node.entity) Object.assign(metaOf<EntityMeta>(token), node.entity);
    if (type === 'image') token.children = [];
  }

  #writeContainer(node: NativeNode): void {
    const isHeaderCell = node.type === 'td' && this.#around.at(-2)?.type === 'thead';
    const [name, tag] = isHeaderCell ? ['th', 'th'] : (containers[node.type] ?? [node.type, node.type]);
    const open = this.#push(`${name}_open`, tag, 1, node);
    open.hidden = node.isTransparent;
    if (node.type === 'td') metaOf<CellMeta>(open).alignment = this.#alignmentOf(node);
    this.#writeChildren(node);
    const close = this.#push(`${name}_close`, tag, -1, node);
    close.hidden = node.isTransparent;
  }

  #alignmentOf(cell: NativeNode): CellMeta['alignment'] {
    const table = this.#around.findLast(({ type }) => type === 'table');
    const row = this.#around.at(-1)!;
    return table?.alignment[row.children.indexOf(cell)] ?? 'default';
  }

  #writeHeader(node: NativeNode): void {
    const tag = `h${node.level}`;
    const open = this.#push('heading_open', tag, 1, node);
    const meta = metaOf<HeadingMeta>(open);
    meta.level = node.level;
    meta.rawText = node.rawText;
    this.#writeChildren(node);
    this.#push('heading_close', tag, -1, node).meta = open.meta;
  }

  #isInRaw(): boolean {
    const parent = this.#around.at(-1);
    return parent !== undefined && isRaw(parent);
  }

  #writeHtml(node: NativeNode): void {
    const { value: tag, children } = node;
    const type = isSpan(node) ? 'html_span' : 'html_element';
    if (isSpan(node) && voidElements.has(tag) && children.length === 0) {
      this.#push('html_span_void', tag, 0, node).content = '';
      return;
    }
    const open = this.#push(`${type}_open`, tag, 1, node);
    const meta = metaOf<HtmlElementMeta>(open);
    meta.contentModel = node.contentModel;
    meta.isClosed = false;
    meta.isInRaw = this.#isInRaw();
    this.#writeChildren(node);
    this.#push(`${type}_close`, tag, -1, node).meta = open.meta;
  }

  #writeComment(node: NativeNode): void {
    if (node.category === 'span') this.#push('html_comment_inline', '', 0, node);
    else {
      const token = this.#push('html_comment', '', 0, node);
      metaOf<HtmlTextMeta>(token).isInRaw = this.#isInRaw();
    }
  }

  /** What was parsed before keeps its tokens. */
  #writeFinished({ tokens }: NativeNode): void {
    const shift = this.level - tokens[0]!.level;
    for (const token of tokens) {
      token.level += shift;
      this.tokens.push(token);
    }
  }

  /** Spans between blocks are gathered into one `inline` token, except in spans and raw HTML; a header has one for all. */
  #writeChildren(node: NativeNode): void {
    this.#around.push(node);
    let inline: Token | null = null;
    const isText = this.isInText || isRaw(node) || isPhrasing(node);
    for (const child of node.children) {
      const isGathered = isPhrasing(child) || (node.type === 'header' && isFinishedHtml(child));
      if (isText || !isGathered) {
        inline = null;
        this.write(child);
      } else {
        inline ??= this.#pushInline(child);
        this.#writeInto(inline.children!, child);
      }
    }
    if (!inline && node.children.length === 0 && node.type === 'header') this.#pushInline(node);
    this.#around.pop();
  }

  #pushInline(node: NativeNode): Token {
    const token = this.#push('inline', '', 0, node);
    token.content = '';
    token.attrs = null;
    token.children = [];
    return token;
  }

  #writeInto(tokens: Token[], node: NativeNode): void {
    const { tokens: outer } = this;
    this.tokens = tokens;
    this.write(node);
    this.tokens = outer;
  }
}
