import { Liquid } from 'liquidjs';
import type { CarriedName } from '../model/dependency.js';
import { suggest } from '../ruby/suggest.js';
import type { Value } from '../ruby/value.js';
import { compileBody, toLiquidError } from './compile/compile-body.js';
import type { CompileOptions } from './compile/compile-options.js';
import { CompiledTemplate } from './compile/compiled-template.js';
import type { Test } from './compile/condition.js';
import { type Evaluate, expressionsUnder } from './compile/expression.js';
import type { RenderContext } from './context.js';
import {
  type Engine,
  type EngineOptions,
  type NamedText,
  NOTHING_ABSENT,
  type PageKeys,
  type TemplateWitness,
} from './engine.js';
import { joinHints, LiquidError, syntaxError } from './errors.js';
import type { Filter } from './filter.js';
import { exposeFilter } from './liquidjs/adapter.js';
import type { LiquidjsTag } from './liquidjs/liquidjs-types.js';
import { readItemCondition, readItemExpression } from './parse/item-markup.js';
import { ParseSession } from './parse/parse-session.js';
import { readBody } from './parse/read-body.js';
import { tagClass } from './parse/tag-class.js';
import { TemplateParser } from './parse/template-parser.js';
import { Counters } from './run/counters.js';
import { Frame, type Runtime } from './run/frame.js';
import { Registers } from './run/registers.js';
import type { Write } from './tag.js';
import { version5Tags } from './tags/version-5.js';

/** Makes the engine of one build. */
export function createEngine(options: EngineOptions): Engine {
  return new CompilingEngine(options);
}

const NO_PAGES: PageKeys = { has: () => false, isShared: () => false };

/** liquidjs without its own tags and filters, with our parser in the place where its plugins look for one. */
class Registry extends Liquid {
  override readonly parser: TemplateParser;

  constructor(options: CompileOptions) {
    // Without a locale liquidjs asks Intl for one, which takes 50 ms to load.
    super({ locale: 'en-US' });
    for (const name of Object.keys(this.tags)) delete this.tags[name];
    for (const name of Object.keys(this.filters)) delete this.filters[name];
    this.parser = new TemplateParser(this, options);
  }

  override parse(text: string, path?: string): ReturnType<Liquid['parse']> {
    return this.parser.parse(text, path);
  }
}

/** The engine's whole self, for what is built on it in this folder. */
export class CompilingEngine implements Engine, Runtime {
  counters = new Counters(true);
  readonly options: CompileOptions;
  /** liquidjs's registry of tags; filters have their own in `options`. */
  readonly registry: Registry;
  private readonly filters = new Map<string, Filter>();
  private readonly templates = new Map<string, CompiledTemplate>();
  /** What was compiled without keeping, by file name, with what it remembers. */
  private readonly firstTexts = new Map<string, FirstText>();
  /** What templates that are rendered again remember, by their names: it may be there before they are. */
  private readonly registers = new Map<string, Registers>();
  private readonly pageKeys: PageKeys;
  private readonly inlines = new Map<string, Write>();
  private readonly itemConditions = new Map<string, Test>();
  private readonly itemExpressions = new Map<string, Evaluate>();

  constructor({
    tags,
    filters,
    profile,
    pageKeys = NO_PAGES,
    absent = NOTHING_ABSENT,
    blank = 'none',
    ...config
  }: EngineOptions) {
    this.pageKeys = pageKeys;
    this.options = {
      ...config,
      profile,
      absent,
      filters: this.filters,
      expressions: expressionsUnder(blank),
    };
    this.registry = new Registry(this.options);
    for (const filter of filters) this.registerFilter(filter);
    const known = config.version === 5 ? [...version5Tags, ...tags] : tags;
    for (const tag of known) this.registerTag(tag.name, tagClass(tag));
  }

  registerTag(name: string, tag: LiquidjsTag): void {
    this.registry.registerTag(name, tag);
  }

  registerFilter(filter: Filter): void {
    this.filters.set(filter.name, filter);
    this.registry.registerFilter(filter.name, exposeFilter(filter));
  }

  template(path: string, text: string, witness: TemplateWitness, line = 1): CompiledTemplate {
    if (this.pageKeys.has(path)) this.tell(path, { text, path, line }, witness);
    const known = this.templates.get(path);
    if (known !== undefined) return known;
    return this.keep(
      path,
      this.firstTexts.get(path) ?? { text, path, line, registers: this.registersOf(path) },
    );
  }

  templateOnce(source: NamedText, witness: TemplateWitness): CompiledTemplate {
    const { key } = source;
    const kept = this.templates.get(key);
    const first = this.firstTexts.get(key);
    if (kept === undefined && first === undefined) {
      // Nothing to tell: a page's own text under its own key is known to whoever has the page.
      this.noteText(source);
      return this.compile(this.firstTexts.get(key)!);
    }
    witness.depend(`carried:template ${key}`);
    return kept ?? this.keep(key, first!);
  }

  noteText(source: NamedText): void {
    const { key } = source;
    if (this.templates.has(key) || this.firstTexts.has(key)) return;
    const registers = this.pageKeys.isShared(key) ? this.registersOf(key) : new Registers(null);
    this.firstTexts.set(key, { ...source, registers });
  }

  restore(name: CarriedName, value: unknown, witness: TemplateWitness): void {
    const [, word = '', key = ''] = /^(\w+) (.*)$/s.exec(name) ?? [];
    if (word === 'counter') this.counters.set(key, value as Value, witness);
    else if (word !== 'template') this.registersOf(key).restore(word, value, witness);
    else {
      const text = value as TemplateText;
      if (!this.templates.has(key)) this.firstTexts.set(key, { ...text, registers: this.registersOf(key) });
      witness.leave(`template ${key}`, () => text);
    }
  }

  private registersOf(key: string): Registers {
    return once(this.registers, key, () => new Registers(key));
  }

  private tell(key: string, text: TemplateText, witness: TemplateWitness): void {
    witness.depend(`carried:template ${key}`);
    if (!this.templates.has(key) && !this.firstTexts.has(key)) witness.leave(`template ${key}`, () => text);
  }

  private keep(key: string, first: FirstText): CompiledTemplate {
    const template = this.compile(first);
    this.templates.set(key, template);
    return template;
  }

  parse(text: string, path: string, line = 1): CompiledTemplate {
    return this.compile({ text, path, line, registers: new Registers(null) });
  }

  private compile({ text, path, line, registers }: FirstText): CompiledTemplate {
    const { profile } = this.options;
    const session = new ParseSession(text, path, line, this.registry.parser, this.options);
    const body = profile === null ? compile(session) : profile.measureParsing(path, () => compile(session));
    return new CompiledTemplate(path, session.warnings, body, this, registers);
  }

  applyFilter(
    name: string,
    context: RenderContext,
    names: ReadonlyMap<string, Value>,
    [input = null, ...args]: readonly Value[],
  ): Value | undefined {
    return this.filters
      .get(name)
      ?.apply(new Frame(context, names, new Registers(null), this), input, ...args);
  }

  withOwnCounters<T>(run: () => T): T {
    const outer = this.counters;
    this.counters = new Counters(false);
    try {
      return run();
    } finally {
      this.counters = outer;
    }
  }

  inline(text: string): Write {
    return once(this.inlines, text, () => {
      const session = new ParseSession(text, '', 1, this.registry.parser, this.options);
      const compiled = withoutPlace(() => compile(session));
      return (frame) => withoutPlace(() => compiled(frame));
    });
  }

  itemCondition(markup: string): Test {
    return once(this.itemConditions, markup, () => readItemCondition(markup, this.options));
  }

  itemExpression(markup: string): Evaluate {
    return once(this.itemExpressions, markup, () => readItemExpression(markup, this.options));
  }
}

function once<T>(known: Map<string, T>, text: string, make: () => T): T {
  let made = known.get(text);
  if (made === undefined) known.set(text, (made = make()));
  return made;
}

/** What a template is compiled from. */
interface TemplateText {
  readonly text: string;
  readonly path: string;
  /** 1-based line of the user's file on which `text` starts. */
  readonly line: number;
}

/** What came first under a key, and what its renderings remember. */
interface FirstText extends TemplateText {
  readonly registers: Registers;
}

/** Liquid 4.0.4, `Document.parse`. */
function compile(session: ParseSession): Write {
  try {
    const { nodes, end } = readBody(session);
    if (end !== null) throw unknownTag(end.name, session);
    return compileBody(nodes, { file: session.path, text: session.text, firstLine: session.firstLine });
  } catch (cause) {
    const error = toLiquidError(cause);
    if (error === null) throw cause;
    if (error.kind === 'syntax') error.lineNumber ??= session.lineNumber;
    error.place ??= session.place();
    throw error;
  }
}

function unknownTag(name: string, session: ParseSession): LiquidError {
  if (name === 'else' || name === 'end') return syntaxError(`Unexpected outer '${name}' tag`);
  const { parser, options } = session;
  const hint = joinHints(suggest(name, parser.tagNames()), options.absent.tagHint(name));
  return syntaxError(`Unknown tag '${name}'`, hint);
}

/** Leaves the place of a failure to the tag around the text. */
function withoutPlace<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof LiquidError) {
      error.lineNumber = null;
      error.place = null;
    }
    throw error;
  }
}
