/**
 * The state of one span text: markdown-it's, with what kramdown keeps beside it. kramdown parses spans by recursion and takes an
 * attempt back when it fails; `mark` and `restore` do that here. What failed once is remembered, because the same attempt is
 * often made again: without that, nested openers that are never closed take exponential time.
 */
import markdownIt, { type Env, type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { envOf, type KramdownEnv, type SpanPlace } from '../env.js';
import { Finder } from '../finder.js';
import { KramdownToken } from '../kramdown-token.js';
import type { Frame, Grammar } from './frame.js';

/** Bits of `ancestors`: elements that may not hold another of their kind. */
export const inEm = 1;
export const inStrong = 2;
/** Links and images. */
export const inLink = 4;

/** Characters that may be parsed in vain before only promising attempts are made; a text of hand-written Markdown has fewer. */
const generosity = 100_000;
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

/**
 * markdown-it's `StateInline` with plain fields; the library defines its own one by one through `Object.defineProperty`, which
 * costs a short text more than its parsing.
 */
export class SpanState implements StateInline {
  readonly Token = KramdownToken;
  pos = 0;
  posMax: number;
  level = 0;
  pending = '';
  pendingLevel = 0;
  tokens_meta: StateInline['tokens_meta'];
  cache: StateInline['cache'] = {};
  backticks: StateInline['backticks'] = {};
  backticksScanned = false;
  skipHtmlSpecial = false;
  linkLevel = 0;
  delimiters: StateInline['delimiters'] = [];
  _prev_delimiters: StateInline['_prev_delimiters'] = [];

  readonly kramdown: KramdownEnv;
  /** Where the text stands. */
  readonly place: SpanPlace;
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
  #memos: Map<string, unknown> | null = null;
  /** Characters parsed in vain. */
  #wasted = 0;
  #lineKnownTo = -1;
  #line: number;

  constructor(
    public src: string,
    public md: MarkdownIt,
    public env: Env,
    public tokens: Token[],
  ) {
    this.posMax = src.length;
    this.tokens_meta = tokens.length > 0 ? new Array(tokens.length) : [];
    this.kramdown = envOf(env);
    this.place = this.kramdown.span;
    this.#line = this.place.line;
  }

  pushPending(): Token {
    const token = new KramdownToken('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.tokens_meta.push(undefined);
    this.pending = '';
    return token;
  }

  push(type: string, tag: string, nesting: Token['nesting']): Token {
    if (this.pending) this.pushPending();
    const token = new KramdownToken(type, tag, nesting);
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop()!;
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
    return token;
  }

  scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
    return markdownIt.StateInline.prototype.scanDelims.call(this, start, canSplitWord);
  }

  /** Searches in this text. */
  get finder(): Finder {
    return this.memo('finder', () => new Finder(this.src));
  }

  /** The 1-based line of a position. A line end counts as the start of the next line, as in kramdown. */
  lineAt(pos: number): number {
    if (pos < this.#lineKnownTo) {
      this.#lineKnownTo = -1;
      this.#line = this.place.line;
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
    return this.memo(`last ${needle}`, () => this.src.lastIndexOf(needle)) >= pos;
  }

  /** What a rule remembers under a name, made on first use. A name must always stand for one type. */
  memo<T>(name: string, create: () => T): T {
    this.#memos ??= new Map();
    let memo = this.#memos.get(name);
    if (memo === undefined) this.#memos.set(name, (memo = create()));
    return memo as T;
  }

  /** Whether something is remembered under a name. */
  hasMemo(name: string): boolean {
    return this.#memos?.has(name) === true;
  }

  /** Forgets what failed: an option changed, so it may not fail again. */
  forget(): void {
    this.#memos = null;
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
    const inner = this.kramdown.withSpan(
      { ...this.place, line: this.lineAt(start) },
      () => new SpanState(this.src.slice(start, end), this.md, this.env, []),
    );
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
