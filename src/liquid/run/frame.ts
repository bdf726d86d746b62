import type { Liquid } from 'liquidjs';
import type { Config } from '../../model/config.js';
import type { DependencyKey } from '../../model/dependency.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Value } from '../../ruby/value.js';
import type { CompileOptions } from '../compile/compile-options.js';
import type { CompiledTemplate } from '../compile/compiled-template.js';
import type { Test } from '../compile/condition.js';
import type { Evaluate } from '../compile/expression.js';
import type { RenderContext } from '../context.js';
import { LiquidError, nestingTooDeep, tooMuch } from '../errors.js';
import type { FilterContext } from '../filter.js';
import type { Write } from '../tag.js';
import type { Counters } from './counters.js';
import type { ForLoop, LoopDrop } from './loop-drop.js';
import { type AsyncValues, refusePromise } from './pending.js';
import type { Registers } from './registers.js';
import { impliedText } from './ruby-errors.js';
import { Scope } from './scope.js';
import { type Held, SharedList, toValue } from './shared-list.js';
import { checkLength, Work } from './work.js';

/** Liquid 4.0.4, `Block::MAX_DEPTH`: scopes in scopes, bodies in bodies. */
export const MAX_DEPTH = 100;
/** Items of an array or a range. */
export const MAX_ITEMS = 10_000_000;

/** Includes inside includes. Ruby's stack holds some hundreds. */
export const MAX_INCLUDES = 1000;

/** What `break` and `continue` leave for the loop around them. */
export type Interrupt = 'break' | 'continue';

/** What `assign` and `capture` set, by name. */
export type Variables = Map<string, Held>;

/** What all renderings of one engine share. */
export interface Runtime {
  readonly options: CompileOptions;
  /** Of the page in hand, or of its excerpt. */
  readonly counters: Counters;
  /** liquidjs's registry, which its filters see as `this.liquid`. */
  readonly registry: Liquid;
  /**
   * The template of a file, compiled once.
   *
   * @param line 1-based line of the user's file on which the text starts; default 1
   */
  template(path: string, text: string, context: RenderContext, line?: number): CompiledTemplate;
  /** Counters of `increment` and `decrement` begin anew while it runs; those of the page go on after it. */
  withOwnCounters<T>(run: () => T): T;
  /** The condition of `where_exp` and `find_exp`, compiled once for each text. */
  itemCondition(markup: string): Test;
  /** The expression of `group_by_exp`, likewise. */
  itemExpression(markup: string): Evaluate;
  /** Compiles text found in a tag's markup (`{% link {{ page.next }} %}`), which Ruby parses without line numbers. */
  inline(text: string): Write;
}

/** The state of one rendering. Filters and tags of plugins see it through narrower types. */
export class Frame implements FilterContext {
  /** What was written last; `text` has all. */
  output = '';
  /** Whether what was written last (an output, a tag's text, a whole body) is US-ASCII in Ruby's sense, however it reads. */
  isAscii = false;
  /** The same of a text that a filter answered last, where the filter tells. */
  isAnswerAscii = false;
  /** `break` and `continue` no loop has taken yet. */
  readonly interrupts: Interrupt[] = [];
  /** The `for` around the place in hand. */
  loop: ForLoop | null = null;
  /** How many includes are open. */
  includeDepth = 0;
  /** The innermost names; the variables of `assign` and `capture` stand outside all of them. */
  private scope: Scope | null = null;
  /** What was written before `output`. */
  private settled = '';

  constructor(
    readonly render: RenderContext,
    private readonly locals: ReadonlyMap<string, Value>,
    readonly registers: Registers,
    readonly runtime: Runtime,
    /** `null` in a synchronous rendering. */
    private readonly asyncValues: AsyncValues | null = null,
    /** The same for all frames of one rendering. */
    private readonly work = new Work(),
    private readonly assigned: Variables = new Map(),
  ) {}

  get config(): Config | null {
    return this.render.config;
  }

  /** The page a rendering belongs to. */
  get page(): Value {
    return this.global('page');
  }

  /** A name of the build's or the page's, or a counter, whatever a template assigns. */
  global(name: string): Value {
    return this.environment(name) ?? null;
  }

  lookup(name: string): Value {
    return this.find(name) ?? null;
  }

  /** The variable's value, `undefined` if there is none (Liquid 4.0.4, `Context#find_variable`). */
  find(name: string): Value | undefined {
    const held = this.findHeld(name);
    return held === undefined ? undefined : toValue(held);
  }

  /** The same, for whoever can do with a list as it is held. */
  findHeld(name: string): Held | undefined {
    for (let scope = this.scope; scope !== null; scope = scope.parent) {
      if (scope.name === name) return scope.value;
      if (scope.loopName === name) return scope.loop;
    }
    const assigned = this.assigned.get(name);
    return assigned !== undefined ? assigned : this.environment(name);
  }

  private environment(name: string): Value | undefined {
    const local = this.locals.get(name);
    // What a hook set to nil hides the build's own.
    return local ?? (local === null ? undefined : this.render.globals.get(name)) ?? this.counter(name);
  }

  private counter(name: string): Value | undefined {
    const value = this.runtime.counters.get(name, this.render) ?? this.render.methods.get(name);
    if (value !== undefined) return value;
    return this.locals.has(name) || this.render.globals.has(name) ? null : undefined;
  }

  /** Sets a variable for the rest of the rendering, beyond the block and the include it is set in. */
  assign(name: string, value: Held): void {
    if (typeof value === 'string') checkLength(value.length);
    if ((Array.isArray(value) || value instanceof SharedList) && value.length > MAX_ITEMS)
      throw tooMuch(`more than ${MAX_ITEMS} items`);
    this.assigned.set(name, value);
  }

  /** Whether names of a loop, an include or a tag stand before the variables of `assign`. */
  get isScoped(): boolean {
    return this.scope !== null;
  }

  /** Sets a name in the innermost scope: for as long as that lasts, outside all scopes for the rest of the rendering. */
  set(name: string, value: Value): void {
    if (this.scope === null) this.assign(name, value);
    else if (this.scope.name === name) this.scope.value = value;
    else this.enter(name, value);
  }

  within<T>(names: ReadonlyMap<string, Value>, run: () => T): T {
    const leave = this.markScope();
    for (const [name, value] of names) this.enter(name, value);
    const result = run();
    leave();
    return result;
  }

  /** Answers a function that takes off all scopes that were added since. */
  markScope(): () => void {
    const { scope } = this;
    return () => {
      this.scope = scope;
    };
  }

  /** Adds a scope with one name; `leave` takes it off. */
  enter(name: string, value: Value, loopName: string | null = null, loop: LoopDrop | null = null): Scope {
    const depth = (this.scope?.depth ?? 1) + 1;
    if (depth > MAX_DEPTH) throw nestingTooDeep();
    this.scope = new Scope(this.scope, depth, name, value, loopName, loop);
    return this.scope;
  }

  leave(scope: Scope): void {
    this.scope = scope.parent;
  }

  write(text: string): void {
    this.output += text;
  }

  /** All that was written. */
  get text(): string {
    checkLength(this.settled.length + this.output.length);
    return this.settled + this.output;
  }

  /** Runs a piece and answers what it wrote, instead of writing it. */
  capture(piece: Write): string {
    const { output, settled } = this;
    this.output = '';
    this.settled = '';
    piece(this);
    const written = this.text;
    this.output = output;
    this.settled = settled;
    return written;
  }

  /** Runs a piece for its effects only. */
  discard(piece: Write): void {
    const { output, settled } = this;
    piece(this);
    this.output = output;
    this.settled = settled;
  }

  /** A frame with its own output that sees none of the variables around it, only those given. */
  isolated(names: ReadonlyMap<string, Value>): Frame {
    const locals = new Map([...this.locals, ...names]);
    const inner = new Frame(this.render, locals, this.registers, this.runtime, this.asyncValues, this.work);
    inner.includeDepth = this.includeDepth + 1;
    if (inner.includeDepth > MAX_INCLUDES) throw endlessIncludes();
    return inner;
  }

  /**
   * A frame with its own output that sees what is given and the build's names, none of the page's.
   *
   * @param names    looked up one by one, so that they may be made when they are read
   * @param assigned variables it begins with, and adds to: an earlier rendering of its template may have left them
   */
  detached(names: ReadonlyMap<string, Value>, assigned: Variables): Frame {
    const { render, registers, runtime, asyncValues, work } = this;
    const inner = new Frame(render, names, registers, runtime, asyncValues, work, assigned);
    inner.includeDepth = this.includeDepth + 1;
    if (inner.includeDepth > MAX_INCLUDES) throw endlessIncludes();
    return inner;
  }

  /** Counts steps against what one rendering may take. */
  count(steps: number): void {
    if (this.work.add(steps)) this.settle();
  }

  /**
   * Puts what was written piece by piece into one text: V8 joins texts by keeping both, 32 bytes each time, until it is asked for
   * a character.
   */
  private settle(): void {
    this.output.charCodeAt(0);
    this.settled = this.text;
    this.output = '';
  }

  condition(expression: string, variable: string): (item: Value) => boolean {
    return this.perItem(this.runtime.itemCondition(expression), variable);
  }

  expression(expression: Value, variable: string): (item: Value) => Value {
    // The forgiving parser looks for a pattern, which no object but a text has.
    if (typeof expression !== 'string' && this.runtime.options.errorMode === 'lax') return () => null;
    return this.perItem(this.runtime.itemExpression(impliedText(expression)), variable);
  }

  depend(key: DependencyKey): void {
    this.render.depend(key);
  }

  markdownify(text: string): string {
    return this.render.markdownify(text);
  }

  report(diagnostic: Diagnostic): void {
    this.render.report(diagnostic);
  }

  /** The value of a promise that a tag or filter written for liquidjs answered. */
  await(promise: Promise<unknown>): unknown {
    if (this.asyncValues === null) throw refusePromise();
    return this.asyncValues.take(promise);
  }

  private perItem<T>(evaluate: (frame: Frame) => T, variable: string): (item: Value) => T {
    return (item) => {
      this.count(1);
      const scope = this.enter(variable, item);
      const result = evaluate(this);
      this.leave(scope);
      return result;
    };
  }
}

/** The frame behind the context that liquidjs hands to a tag, a filter or a node of ours. */
export function frameOf(context: object): Frame {
  const { frame } = context as { readonly frame?: unknown };
  if (frame instanceof Frame) return frame;
  throw new Error('a compiled node is rendered with the context its tag was given');
}

/** In Ruby's words. */
export function endlessIncludes(): LiquidError {
  return new LiquidError('ruby', 'stack level too deep', { hint: 'A file includes itself without end.' });
}
