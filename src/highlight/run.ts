import type { CompiledLexer, CompiledRule, CompiledState } from './compile.js';
import { beyondAscii } from './first-characters.js';
import type { Lexer, StateEntry } from './lexer.js';
import { Token } from './tokens.js';

/** Where tokens go, in the order of the code. */
export type Emit = (token: Token, text: string) => void;

/** What a run may ask of the highlighter it belongs to. */
export interface LexerSource {
  compiled(lexer: Lexer): CompiledLexer;
  /** Lexer and options for a language as a user writes it, `null` for one without a lexer. */
  find(language: string, code: string): FoundLexer | null;
}

export interface FoundLexer {
  readonly lexer: Lexer;
  readonly options: LexerOptions;
}

/** Options after the `?` of a language: `php?start_inline=1`. */
export type LexerOptions = ReadonlyMap<string, string>;

export const noOptions: LexerOptions = new Map();

const nonAscii = /[^\0-\x7f]/;

/** So many matches in a row may be empty; the next one fails (Rouge's `MAX_NULL_SCANS`). */
const maxEmptyMatches = 5;

/**
 * A lexer at work: its stack of states and its memory. Goes on where it stood when it is given more code, which is how
 * a template language hands the pieces around its tags to another lexer. Restates `Rouge::RegexLexer` 4.7.
 */
export class LexerRun<Memory = unknown> {
  memory: Memory;
  private readonly compiled: CompiledLexer;
  private readonly stack: CompiledState[];
  /** The code being lexed. */
  text = '';
  private position = 0;
  /** End of the current match; before a match, the current place. */
  end = 0;
  private emptyMatches = 0;
  private isAscii = true;
  /** Answers of `next`, good until the place is passed. */
  private places = new Map<string | RegExp, number>();

  constructor(
    lexer: Lexer<Memory>,
    readonly options: LexerOptions,
    private readonly source: LexerSource,
    private readonly emit: Emit,
  ) {
    this.compiled = source.compiled(lexer);
    this.stack = [this.compiled.state('root')];
    this.memory = lexer.start?.(this) as Memory;
  }

  /**
   * Lexes a piece of code, from the state the last piece ended in. An action may have the run lex a piece of its own
   * match: that shares the states, nothing else.
   */
  lex(text: string): void {
    const { text: outerText, position, end, emptyMatches, isAscii, places } = this;
    this.text = text;
    this.position = 0;
    this.end = 0;
    this.emptyMatches = 0;
    this.isAscii = !nonAscii.test(text);
    this.places = new Map();
    while (this.position < text.length) {
      if (!this.step()) this.fail();
    }
    this.text = outerText;
    this.position = position;
    this.end = end;
    this.emptyMatches = emptyMatches;
    this.isAscii = isAscii;
    this.places = places;
  }

  /** Yields a token. */
  token(token: Token, text: string | undefined): void {
    if (text) this.emit(token, text);
  }

  /** Yields a token for each group of the match. */
  groups(match: RegExpExecArray, ...tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; i++) this.token(tokens[i]!, match[i + 1]);
  }

  /** Enters a state, by default the current one once more. */
  push(state?: string): void {
    this.stack.push(state === undefined ? this.top() : this.compiled.state(state));
  }

  /** Enters a state whose rules depend on the code, e.g. on the delimiter of a string. Made once for each name. */
  pushMade(name: string, make: () => readonly StateEntry<Memory>[]): void {
    this.stack.push(this.compiled.state(name, make as () => readonly StateEntry[]));
  }

  /** Leaves the current state, or so many. */
  pop(times = 1): void {
    for (let i = 0; i < times; i++) this.stack.pop();
  }

  /** Puts another state in place of the current one. */
  goto(state: string): void {
    this.stack[this.stack.length - 1] = this.compiled.state(state);
  }

  /** Forgets all states and starts in `root` again. */
  resetStack(): void {
    this.stack.length = 0;
    this.push('root');
  }

  /** Whether the state is the current one. */
  isState(state: string): boolean {
    return this.top().name === state;
  }

  /** How many states are on the stack. */
  get depth(): number {
    return this.stack.length;
  }

  /** Whether the state is anywhere on the stack. */
  inState(state: string): boolean {
    return this.stack.some((one) => one.name === state);
  }

  /** Hands text to another lexer: to a run, which goes on where it stood, or to a new run of a lexer. */
  delegate<Other>(target: LexerRun<Other> | Lexer<Other>, text: string): void {
    const run = target instanceof LexerRun ? target : this.create(target);
    run.lex(text);
  }

  /** Hands text to a new run of this lexer. */
  recurse(text: string): void {
    new LexerRun(this.compiled.lexer, this.options, this.source, this.emit).lex(text);
  }

  /** A run of another lexer whose tokens go where this run's go. */
  create<Other>(lexer: Lexer<Other>, options: LexerOptions = noOptions): LexerRun<Other> {
    return new LexerRun(lexer, options, this.source, this.emit);
  }

  /** A run for a language by name, as Rouge's `find_fancy`; `null` for a language without a lexer. */
  createNamed(language: string, code: string): LexerRun | null {
    const found = this.source.find(language, code);
    return found && this.create(found.lexer, found.options);
  }

  /**
   * Where a text, or a match of a global expression, comes next at or after `end`; infinity if nowhere.
   * Each stretch of the code is searched once, however often this is asked.
   *
   * @param from where to look instead; always as far from `end` for the same text or expression
   */
  next(needle: string | RegExp, from = this.end): number {
    let place = this.places.get(needle);
    if (place === undefined || place < from) {
      place = typeof needle === 'string' ? this.text.indexOf(needle, from) : this.searchFor(needle, from);
      if (place === -1) place = Number.POSITIVE_INFINITY;
      this.places.set(needle, place);
    }
    return place;
  }

  /** The lexer for a language by name; `null` for a language without one. */
  findLexer(language: string): Lexer | null {
    return this.source.find(language, '')?.lexer ?? null;
  }

  /** Whether both come next at one place. */
  meets(one: string | RegExp, other: string | RegExp): boolean {
    const place = this.next(one);
    return place !== Number.POSITIVE_INFINITY && place === this.next(other);
  }

  /** Makes the current match go on to a place, and returns what that adds to it. */
  readTo(place: number): string {
    const added = this.text.slice(this.end, place);
    this.end = Math.min(place, this.text.length);
    return added;
  }

  private searchFor(expression: RegExp, from: number): number {
    expression.lastIndex = from;
    return expression.exec(this.text)?.index ?? -1;
  }

  private top(): CompiledState {
    if (this.stack.length === 0) this.push('root');
    return this.stack[this.stack.length - 1]!;
  }

  /** Does the first rule that matches; `false` when there is none. */
  private step(): boolean {
    const { text, position } = this;
    const atLineStart = position === 0 || text.charCodeAt(position - 1) === 10;
    const state = this.top();
    const code = Math.min(text.charCodeAt(position), beyondAscii);
    for (const rule of this.isAscii ? state.asciiRulesAt(code) : state.unicodeRulesAt(code)) {
      if (rule.atLineStart && !atLineStart) continue;
      if (rule.when !== undefined && !rule.when(this)) continue;
      if (this.apply(rule)) return this.advance(position);
    }
    return false;
  }

  private apply(rule: CompiledRule): boolean {
    const { pattern, token } = rule;
    const { text, position } = this;
    pattern.lastIndex = position;
    if (token !== undefined) {
      if (!pattern.test(text)) return false;
      this.end = pattern.lastIndex;
      if (this.end > position) this.emit(token, text.slice(position, this.end));
    } else {
      const match = pattern.exec(text);
      if (match === null) return false;
      this.end = pattern.lastIndex;
      if (rule.groups !== undefined) this.groups(match, ...rule.groups);
      else rule.action!(this, match);
    }
    for (const next of rule.next) this.enter(next);
    return true;
  }

  private enter(next: string): void {
    if (next === '#pop') this.pop();
    else if (next === '#push') this.push();
    else this.push(next);
  }

  private advance(from: number): boolean {
    this.position = this.end;
    if (this.end > from) {
      this.emptyMatches = 0;
      return true;
    }
    this.emptyMatches++;
    return this.emptyMatches <= maxEmptyMatches;
  }

  private fail(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.position)!);
    this.emit(Token.Error, character);
    this.position += character.length;
    this.end = this.position;
  }
}
