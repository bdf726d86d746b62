/**
 * The state of one span text: markdown-it's, with what kramdown keeps beside it. kramdown parses spans by recursion and takes an
 * attempt back when it fails; `mark` and `restore` do that here. What failed once is remembered, because the same attempt is
 * often made again: without that, nested openers that are never closed take exponential time.
 */
import MarkdownIt, { type Env, type MarkdownIt as Instance, type Token } from 'markdown-it';
import { envOf, type KramdownEnv } from '../env.js';
import { Finder } from '../finder.js';
import type { Frame, Grammar } from './frame.js';

/** Bits of `ancestors`: elements that may not hold another of their kind. */
export const inEm = 1;
export const inStrong = 2;
/** Links and images. */
export const inLink = 4;

/** Characters that may be parsed in vain before only promising attempts are made; a text of hand-written Markdown has fewer. */
const generosity = 20_000;
/** Elements an attempt may be nested in before the same. */
const deepestWaste = 40;

/** A point to go back to. */
export interface Mark {
  readonly pos: number;
  readonly pending: string;
  readonly pendingLevel: number;
  readonly level: number;
  readonly tokenCount: number;
  readonly delimiters: SpanState['delimiters'];
  readonly delimiterCount: number;
}

export class SpanState extends MarkdownIt.StateInline {
  readonly kramdown: KramdownEnv;
  /** 1-based line of the text's first character. */
  readonly firstLine: number;
  readonly finder: Finder;
  /** Elements around the place being parsed, as bits. */
  ancestors = 0;
  /** Set by the parser. `html`: only HTML counts. */
  grammars: { readonly markdown: Grammar; readonly html: Grammar } | null = null;
  /** The element whose children are being parsed; `null` before the parser starts. */
  frame: Frame | null = null;
  /** Emphases and links around the place that are not closed yet and would be taken back at the end of the text. */
  attempts = 0;
  /** Elements open around this place, those of outer texts included. */
  depth = 0;
  /** What rules remember about this text. */
  readonly #memos = new Map<string, unknown>();
  readonly #lastPlaces = new Map<string, number>();
  /** Characters parsed in vain. */
  #wasted = 0;
  #lineKnownTo = -1;
  #line: number;

  constructor(src: string, md: Instance, env: Env, outTokens: Token[]) {
    super(src, md, env, outTokens);
    this.kramdown = envOf(env);
    this.firstLine = this.kramdown.spanLine;
    this.finder = new Finder(src);
    this.#line = this.firstLine;
  }

  /** The 1-based line of a position. A line end counts as the start of the next line, as in kramdown. */
  lineAt(pos: number): number {
    if (pos < this.#lineKnownTo) {
      this.#lineKnownTo = -1;
      this.#line = this.firstLine;
    }
    for (;;) {
      const next = this.src.indexOf('\n', this.#lineKnownTo + 1);
      if (next < 0 || next > pos) break;
      this.#line++;
      this.#lineKnownTo = next;
    }
    return this.#line;
  }

  /**
   * Whether attempts that are bound to fail are left out. At first they are made, since they leave traces (kramdown repeats their
   * warnings and keeps the options they set), but not without limit: each may hold as many others.
   */
  get isThrifty(): boolean {
    return this.#wasted > generosity || this.depth > deepestWaste;
  }

  /** Takes note of an attempt that ended at `end` and failed. */
  waste(from: number, end: number): void {
    this.#wasted += end - from;
  }

  /** Whether an attempt that needs `needle` at or after `pos` is worth while. */
  isPromising(needle: string, pos: number): boolean {
    if (!this.isThrifty) return true;
    let last = this.#lastPlaces.get(needle);
    if (last === undefined) this.#lastPlaces.set(needle, (last = this.src.lastIndexOf(needle)));
    return last >= pos;
  }

  /** What a rule remembers under a name, made on first use. A name must always stand for one type. */
  memo<T>(name: string, create: () => T): T {
    let memo = this.#memos.get(name);
    if (memo === undefined) this.#memos.set(name, (memo = create()));
    return memo as T;
  }

  /** Forgets what failed: an option changed, so it may not fail again. */
  forget(): void {
    this.#memos.clear();
  }

  mark(): Mark {
    return {
      pos: this.pos,
      pending: this.pending,
      pendingLevel: this.pendingLevel,
      level: this.level,
      tokenCount: this.tokens.length,
      delimiters: this.delimiters,
      delimiterCount: this._prev_delimiters.length,
    };
  }

  /** Goes back to a mark: what was pushed since is gone. */
  restore(mark: Mark): void {
    this.pos = mark.pos;
    this.pending = mark.pending;
    this.pendingLevel = mark.pendingLevel;
    this.level = mark.level;
    this.tokens.length = mark.tokenCount;
    this.tokens_meta.length = mark.tokenCount;
    this.delimiters = mark.delimiters;
    this._prev_delimiters.length = mark.delimiterCount;
  }

  /** Leaves `length` characters as text. Always true: the answer of a rule that took them. */
  takeText(length: number): true {
    this.pending += this.src.slice(this.pos, this.pos + length);
    this.pos += length;
    return true;
  }

  /** A state for a stretch of this text, to be parsed as if nothing were around it. */
  inside(start: number, end: number): SpanState {
    const { kramdown } = this;
    const { spanLine } = kramdown;
    kramdown.spanLine = this.lineAt(start);
    const inner = new SpanState(this.src.slice(start, end), this.md, this.env, []);
    kramdown.spanLine = spanLine;
    inner.depth = this.depth;
    return inner;
  }

  /** Adds what was parsed in a state of its own. */
  adopt(inner: SpanState): void {
    if (this.pending) this.pushPending();
    const offset = this.tokens.length;
    for (const [index, token] of inner.tokens.entries()) {
      const meta = inner.tokens_meta[index];
      token.level += this.level;
      this.tokens.push(token);
      this.tokens_meta.push(meta);
      for (const delimiter of meta?.delimiters ?? []) delimiter.token += offset;
    }
    for (const delimiter of inner.delimiters) {
      delimiter.token += offset;
      this.delimiters.push(delimiter);
    }
  }
}
