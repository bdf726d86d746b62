/**
 * markdown-it's block state with what kramdown's rules need besides: the blocks found so far at this level, the attribute list
 * waiting for the next block, and where a nested text lies in the document.
 *
 * kramdown parses nested text by cutting it out, taking its indentation off and starting again; so does this: each nested text
 * is a state of its own. A rule may stop in the middle of a line (behind an HTML tag): `moveTo` then lets the line begin there.
 */
import markdownIt, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import { type AttributeList, createAttributeList } from '../attribute-list.js';
import { ClosingBraces } from '../braces.js';
import { envOf, type KramdownEnv } from '../env.js';
import { MarkdownError } from '../error.js';
import { Finder } from '../finder.js';
import { KramdownToken } from '../token.js';
import { type ContentModel, type ElementMeta, metaOf } from '../tokens.js';
import { isRestBlank } from '../white-space.js';
import { collectFenceLines, type FenceLines } from './codeblock-fenced.js';
import type { Steps } from './steps.js';

/** Nesting of texts and HTML elements. kramdown itself runs out of stack somewhere between 1,600 and 3,200. */
export const maxDepth = 1000;

/**
 * kramdown's names of what a parent can hold. `eob` is any invisible end of a block: `^`, and what definitions, extensions and
 * attribute lists leave.
 */
export type BlockKind =
  | 'blank'
  | 'p'
  | 'header'
  | 'blockquote'
  | 'codeblock'
  | 'hr'
  | 'list'
  | 'dl'
  | 'table'
  | 'math'
  | 'html'
  | 'comment'
  | 'raw'
  | 'eob'
  | 'text'
  | 'other';

/** Why a block ends: `marker` is `^`, `definition` a link, abbreviation or footnote definition. */
export type EndOfBlock = 'marker' | 'attributes' | 'extension' | 'definition';

/** A block at the level being parsed. */
export interface Block {
  readonly kind: BlockKind;
  /** Its (opening) token; `null` for an end of block and for a blank line that continues another. */
  readonly token: Token | null;
  /** Index of its first token. */
  readonly start: number;
  /** Set when `kind` is `eob`. */
  readonly end: EndOfBlock | null;
  /** Where its attribute list is kept, `null` for the token's meta data. */
  readonly owner: ElementMeta | null;
  /** Source of blank lines, `''` for other blocks. */
  text: string;
}

/** What holds the blocks being parsed. */
export interface Parent {
  readonly blocks: Block[];
  /** Name of the HTML element it is, `null` for anything else. */
  readonly element: string | null;
  /** How that element's contents are read. */
  readonly contentModel: ContentModel | null;
}

/** A place in the text of a state. */
export interface Position {
  readonly line: number;
  readonly start: number;
}

/** A parent without blocks, as anything but an HTML element. */
export function createParent(): Parent {
  return { blocks: [], element: null, contentModel: null };
}

/** The attribute list of a block, made when there is none. */
export function attributeListOf(block: Block): AttributeList {
  const owner = block.owner ?? metaOf(block.token!);
  owner.attributeList ??= createAttributeList();
  return owner.attributeList;
}

export class KramdownBlockState extends markdownIt.StateBlock {
  /** Whose blocks are being parsed. */
  parent = createParent();
  /** From a `{: }` line before a block; the next block takes it. */
  pendingAttributes: AttributeList | null = null;
  /** Source line of the first line, 0-based. */
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
    super('', md, env, tokens);
    this.src = src;
    this.Token = KramdownToken;
    this.kramdown = envOf(env);
    this.#markLines();
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

  /** As markdown-it's, with a token of ours. */
  override push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token = new KramdownToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }

  /** Fills markdown-it's tables of lines. A text ends with a line end, so the last entry is the end of the text. */
  #markLines(): void {
    const { src } = this;
    this.bMarks = [];
    this.eMarks = [];
    this.tShift = [];
    this.sCount = [];
    this.bsCount = [];
    let start = 0;
    while (start < src.length) {
      const lineEnd = src.indexOf('\n', start);
      const end = lineEnd < 0 ? src.length : lineEnd;
      this.#setLine(this.bMarks.length, start, end);
      start = end + 1;
    }
    this.lineMax = this.bMarks.length;
    this.#setLine(this.lineMax, src.length, src.length);
  }

  #setLine(line: number, start: number, end: number): void {
    let pos = start;
    let columns = 0;
    for (; pos < end; pos++) {
      const code = this.src.charCodeAt(pos);
      if (code === 0x20) columns++;
      else if (code === 0x09) columns += 4 - (columns % 4);
      else break;
    }
    this.bMarks[line] = start;
    this.eMarks[line] = end;
    this.tShift[line] = pos - start;
    this.sCount[line] = columns;
    this.bsCount[line] = 0;
  }

  /** Position at which the next rule starts. */
  get pos(): number {
    return this.bMarks[this.line]!;
  }

  /** Continues at `pos`, at or after the current position, also in the middle of a line. */
  moveTo(pos: number): void {
    let line = this.line;
    while (line < this.lineMax && this.eMarks[line]! < pos) line++;
    this.line = line;
    if (line < this.lineMax && this.bMarks[line] !== pos) this.#setLine(line, pos, this.eMarks[line]!);
  }

  /** The current position, to come back to. */
  savePosition(): Position {
    const { line } = this;
    return { line, start: this.bMarks[line]! };
  }

  /** Goes back to a saved position; the line reached since is whole again. */
  restorePosition(position: Position): void {
    const reached = this.line;
    if (reached > position.line && reached < this.lineMax) {
      this.#setLine(reached, this.eMarks[reached - 1]! + 1, this.eMarks[reached]!);
    }
    this.line = position.line;
    if (this.bMarks[position.line] !== position.start) {
      this.#setLine(position.line, position.start, this.eMarks[position.line]!);
    }
  }

  /** A line of this text as the source counts it, 1-based as in kramdown's warnings. */
  sourceLine(line: number): number {
    return this.lineOffset + line + 1;
  }

  /** The source line of a position in this text, 1-based. */
  sourceLineAt(pos: number): number {
    let low = 0;
    let high = this.lineMax;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.eMarks[middle]! < pos) low = middle + 1;
      else high = middle;
    }
    return this.sourceLine(low);
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

  /** Pushes the `inline` token of a block: `content` is parsed by the inline rules once all blocks are known. */
  pushInline(content: string, firstLine: number, lastLine: number): Token {
    const token = this.push('inline', '', 0);
    token.content = content;
    token.map = [firstLine, lastLine];
    token.children = [];
    return token;
  }

  /**
   * Parses a nested text into this state's tokens.
   *
   * @param line   line of this text on which the nested one starts
   * @param parent whose blocks they are
   */
  *parseNested(text: string, line: number, parent: Parent): Steps {
    if (text === '') return;
    const start = this.tokens.length;
    yield this.#nested(text, line, parent, this.tokens, this.level);
    shiftLines(this.tokens, start, line);
  }

  /**
   * Parses a text that is written elsewhere in the output.
   *
   * @param line  line of this text on which it starts
   * @param level of its tokens where they are written
   */
  *parseApart(text: string, line: number, level: number): Steps<Token[]> {
    const tokens: Token[] = [];
    yield this.#nested(text, line, createParent(), tokens, level);
    shiftLines(tokens, 0, this.lineOffset + line);
    return tokens;
  }

  #nested(text: string, line: number, parent: Parent, tokens: Token[], level: number): KramdownBlockState {
    const nested = new KramdownBlockState(text, this.md, this.env, tokens);
    nested.level = level;
    nested.depth = this.depth + 1;
    nested.lineOffset = this.lineOffset + line;
    nested.parent = parent;
    nested.checkDepth(0);
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
    const sourceLine = this.sourceLine(line);
    throw new MarkdownError(`Blocks are nested more than ${maxDepth} deep on line ${sourceLine}`, sourceLine);
  }
}

/** Makes the lines of tokens of a nested text lines of the text around it. */
function shiftLines(tokens: Token[], start: number, by: number): void {
  if (by === 0) return;
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.map) token.map = [token.map[0] + by, token.map[1] + by];
  }
}
