/**
 * The state of block parsing with what kramdown's rules need: the blocks found so far at this level, the attribute list waiting
 * for the next block, and where a nested text lies in the document.
 *
 * kramdown parses nested text by cutting it out, taking its indentation off and starting again; so does this: each nested text
 * is a state of its own.
 */
import type { Env, MarkdownIt, Token } from 'markdown-it';
import type { AttributeList } from '../attribute-list.js';
import { ClosingBraces } from '../braces.js';
import { envOf, type KramdownEnv } from '../env.js';
import { MarkdownError } from '../error.js';
import { Finder } from '../finder.js';
import { type ElementMeta, type InlineMeta, metaOf } from '../tokens.js';
import { isRestBlank, stripEnd } from '../white-space.js';
import { type Block, type BlockKind, createParent, type EndOfBlock, type Parent } from './block.js';
import { collectFenceLines, type FenceLines } from './codeblock-fenced.js';
import { LineState } from './line-state.js';
import type { Steps } from './steps.js';

/** Nesting of texts and HTML elements. kramdown itself runs out of stack somewhere between 1,600 and 3,200. */
export const maxDepth = 1000;

/**
 * Each level of nesting is a copy of the text in it. Down to this depth the copies cost no more than that many readings of the
 * document; those below are counted.
 */
const shallow = 5;
/** Characters in all texts of a document that lie deeper, lines and texts weighed: a megabyte may lie twenty deep. */
const maxDeepLength = 30_000_000;
/** What a line and a text cost besides, in characters. */
const lineWeight = 20;
const textWeight = 200;

export class KramdownBlockState extends LineState {
  /** Whose blocks are being parsed. */
  parent = createParent();
  /** From a `{: }` line before a block; the next block takes it. */
  pendingAttributes: AttributeList | null = null;
  /** Source line of the first line, 0-based. */
  mapOffset = 0;
  /** The same as kramdown counts: it takes an item's text to start on the marker's line even if that is empty. */
  lineOffset = 0;
  /** Number of texts around this one. */
  depth = 0;
  /** Set by an end tag: the element being parsed is complete. */
  isElementClosed = false;
  readonly kramdown: KramdownEnv;
  #find: Finder | null = null;
  #braces: ClosingBraces | null = null;
  #fenceLines: FenceLines | null = null;

  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    super(src, md, env, tokens);
    this.kramdown = envOf(env);
  }

  /** Searches in the text. */
  get find(): Finder {
    this.#find ??= new Finder(this.src);
    return this.#find;
  }

  /** Ends of block attribute lists. */
  get braces(): ClosingBraces {
    this.#braces ??= new ClosingBraces(this.src, (text, pos) => isRestBlank(text, pos + 1));
    return this.#braces;
  }

  /** Lines that can close fenced code. */
  get fenceLines(): FenceLines {
    this.#fenceLines ??= collectFenceLines(this);
    return this.#fenceLines;
  }

  /** A line of this text as kramdown counts it in its warnings, 1-based. */
  sourceLine(line: number): number {
    return this.lineOffset + line + 1;
  }

  /** The same for a position. */
  sourceLineAt(pos: number): number {
    return this.sourceLine(this.lineAt(pos));
  }

  /** The last block, `undefined` at the start of a parent. */
  get lastBlock(): Block | undefined {
    return this.parent.blocks[this.parent.blocks.length - 1];
  }

  /** Enters a block that starts with `token`, the last one pushed; it takes the waiting attribute list. */
  addBlock(kind: BlockKind, token: Token): Block {
    const block: Block = { kind, token, start: this.tokens.length - 1, end: null, owner: null, text: '' };
    this.parent.blocks.push(block);
    if (this.pendingAttributes) this.#takeAttributes(metaOf(token));
    return block;
  }

  /** Enters a block that leaves the waiting attribute list to the next one. */
  addPlainBlock(kind: BlockKind, token: Token): void {
    this.parent.blocks.push({ kind, token, start: this.tokens.length - 1, end: null, owner: null, text: '' });
  }

  /** Enters an end of block; attribute lists behind it go to `owner`. */
  addEndOfBlock(end: EndOfBlock, owner: ElementMeta = {}): void {
    this.parent.blocks.push({ kind: 'eob', token: null, start: this.tokens.length, end, owner, text: '' });
    if (this.pendingAttributes) this.#takeAttributes(owner);
  }

  /** Enters blank lines. Behind another blank and invisible blocks only, they get no token of their own. */
  addBlank(text: string, firstLine: number, lastLine: number): void {
    const token = this.#endsWithBlank() ? null : this.push('blank', '', 0);
    if (token) token.map = [firstLine, lastLine];
    const start = this.tokens.length - (token ? 1 : 0);
    this.parent.blocks.push({ kind: 'blank', token, start, end: null, owner: {}, text });
    this.pendingAttributes = null;
  }

  #endsWithBlank(): boolean {
    const { blocks } = this.parent;
    let index = blocks.length - 1;
    while (index >= 0 && blocks[index]!.kind === 'eob') index--;
    return index >= 0 && blocks[index]!.kind === 'blank';
  }

  #takeAttributes(owner: ElementMeta): void {
    owner.attributeList = this.pendingAttributes!;
    this.pendingAttributes = null;
  }

  /**
   * Pushes the `inline` token of a block: `content` is parsed by the inline rules once all blocks are known.
   *
   * @param location the line kramdown takes the text to start on
   */
  pushInline(content: string, firstLine: number, lastLine: number, location = firstLine): Token {
    const token = this.push('inline', '', 0);
    token.content = content;
    token.map = [firstLine, lastLine];
    token.children = [];
    const line = this.sourceLine(location);
    if (line !== this.mapOffset + firstLine + 1) metaOf<InlineMeta>(token).line = line;
    return token;
  }

  /**
   * Parses a nested text into this state's tokens.
   *
   * @param line     line of this text on which the nested one starts
   * @param parent   whose blocks they are
   * @param location the line kramdown takes it to start on
   */
  *parseNested(text: string, line: number, parent: Parent, location = line): Steps {
    if (text === '' || this.parseLine(text, line, parent, location)) return;
    const start = this.tokens.length;
    const nested = this.#nested(text, location, parent, this.tokens, this.level);
    nested.mapOffset = this.mapOffset + line;
    yield nested;
    shiftLines(this.tokens, start, line);
  }

  /**
   * Makes of a plain line, and empty ones behind it, what the rules for paragraphs and blank lines would, without a state; answers whether
   * it was one, as most items are.
   */
  parseLine(text: string, line: number, parent: Parent, location: number): boolean {
    if (parent.blocks.length > 0 || this.kramdown.hasForeignRules || !isPlainLine(text)) return false;
    const end = text.indexOf('\n') + 1;
    const start = this.tokens.length;
    const open = this.push('paragraph_open', 'p', 1);
    open.map = [line, line + 1];
    parent.blocks.push({ kind: 'p', token: open, start, end: null, owner: null, text: '' });
    this.pushInline(stripEnd(text), line, line + 1, location);
    this.push('paragraph_close', 'p', -1);
    if (end < text.length) {
      const token = this.push('blank', '', 0);
      token.map = [line + 1, line + 1 + text.length - end];
      const block = { token, start: this.tokens.length - 1, end: null, owner: {}, text: text.slice(end) };
      parent.blocks.push({ kind: 'blank', ...block });
    }
    return true;
  }

  /**
   * Parses a text that is written elsewhere in the output.
   *
   * @param line  line of this text on which it starts
   * @param level of its tokens where they are written
   */
  *parseApart(text: string, line: number, level: number): Steps<Token[]> {
    const tokens: Token[] = [];
    const nested = this.#nested(text, line, createParent(), tokens, level);
    nested.mapOffset = this.mapOffset + line;
    yield nested;
    shiftLines(tokens, 0, nested.mapOffset);
    return tokens;
  }

  #nested(
    text: string,
    location: number,
    parent: Parent,
    tokens: Token[],
    level: number,
  ): KramdownBlockState {
    const nested = new KramdownBlockState(text, this.md, this.env, tokens);
    nested.level = level;
    nested.depth = this.depth + 1;
    nested.lineOffset = this.lineOffset + location;
    nested.parent = parent;
    nested.checkDepth(0);
    nested.#checkLength();
    return nested;
  }

  /**
   * Parses the rest of this text as the contents of an HTML element, up to its end tag.
   *
   * @returns whether the end tag was found
   */
  *parseElement(parent: Parent): Steps<boolean> {
    const { parent: outer, pendingAttributes } = this;
    this.parent = parent;
    this.pendingAttributes = null;
    yield this;
    const isClosed = this.isElementClosed;
    this.isElementClosed = false;
    this.parent = outer;
    this.pendingAttributes = pendingAttributes;
    return isClosed;
  }

  /** Throws when the nesting is too deep. */
  checkDepth(line: number): void {
    if (this.depth <= maxDepth) return;
    throw new MarkdownError(
      (sourceLine) => `Blocks are nested more than ${maxDepth} deep on line ${sourceLine}`,
      this.sourceLine(line),
    );
  }

  /** Throws when this text and the other deep ones of the document are too long together. */
  #checkLength(): void {
    if (this.depth <= shallow) return;
    this.kramdown.deepLength += this.src.length + lineWeight * this.lineMax + textWeight;
    if (this.kramdown.deepLength <= maxDeepLength) return;
    throw new MarkdownError(
      (line) => `Blocks nested more than ${shallow} deep hold too much text on line ${line}`,
      this.sourceLine(0),
    );
  }
}

/** Whether the text is one line, with empty ones behind it at most, that only the paragraph rule can take: it starts with a letter and can be no table. */
function isPlainLine(text: string): boolean {
  const code = text.charCodeAt(0) | 0x20;
  if (code < 0x61 || code > 0x7a) return false;
  let end = text.indexOf('\n');
  if (end < 0) return false;
  while (end < text.length && text.charCodeAt(end) === 0x0a) end++;
  return end === text.length && !text.includes('|');
}

/** Makes the lines of tokens of a nested text lines of the text around it. */
function shiftLines(tokens: Token[], start: number, by: number): void {
  if (by === 0) return;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.map) token.map = [token.map[0] + by, token.map[1] + by];
  }
}
