import { Liquid } from 'liquidjs';
import type { LiquidConfig } from '../model/config.js';
import { suggest } from '../ruby/suggest.js';
import type { Value } from '../ruby/value.js';
import { compileBody, toLiquidError } from './compile/compile-body.js';
import type { CompileOptions } from './compile/compile-options.js';
import { CompiledTemplate } from './compile/compiled-template.js';
import type { Test } from './compile/condition.js';
import type { Evaluate } from './compile/expression.js';
import type { RenderContext } from './context.js';
import { LiquidError, syntaxError } from './errors.js';
import type { Filter } from './filter.js';
import { exposeFilter } from './liquidjs/adapter.js';
import type { LiquidjsTag } from './liquidjs/liquidjs-types.js';
import { readItemCondition, readItemExpression } from './parse/item-markup.js';
import { ParseSession } from './parse/parse-session.js';
import { readBody } from './parse/read-body.js';
import { tagClass } from './parse/tag-class.js';
import { TemplateParser } from './parse/template-parser.js';
import { Counters } from './run/counters.js';
import type { Runtime } from './run/frame.js';
import type { Profile } from './run/profile.js';
import { Registers } from './run/registers.js';
import type { TagDefinition, Write } from './tag.js';
import { version5Tags } from './tags/version-5.js';

/** What a template made. */
export interface RenderedText {
  readonly text: string;
  /** Whether its encoding in Ruby is US-ASCII, which kramdown minds; not so for a text that only happens to be ASCII. */
  readonly isAscii: boolean;
}

/** A compiled template. Lives as long as the engine that made it, i.e. one build. */
export interface Template {
  /** Relative to the site's folder, e.g. `_layouts/post.html`. */
  readonly path: string;
  /**
   * What strict parsing refused and the forgiving parser took; Jekyll prints them at every rendering of a page's or layout's
   * own template.
   */
  readonly warnings: readonly LiquidError[];
  /**
   * Renders with variables assigned by earlier renderings forgotten.
   * @param scope names for this rendering (`page`, `layout`, `content`, `paginator`, …), before `context.globals`
   * @throws LiquidError, or a `SiteError` thrown by `context`
   */
  render(context: RenderContext, scope: ReadonlyMap<string, Value>): string;
  /** Like `render`, for a text that goes to a converter. */
  renderText(context: RenderContext, scope: ReadonlyMap<string, Value>): RenderedText;
  /** Like `render`, where tags or filters made for liquidjs answer promises. */
  renderAsync(context: RenderContext, scope: ReadonlyMap<string, Value>): Promise<string>;
}

/** What stands behind a file name in Jekyll's cache of templates. */
export interface NamedText {
  /** The file name Jekyll's cache knows the text by. */
  readonly key: string;
  readonly text: string;
  /** The template's own, for messages. */
  readonly path: string;
  /** 1-based line of the user's file on which `text` starts. */
  readonly line: number;
}

/** What of a context an engine tells which template it took. */
export type TemplateWitness = Pick<RenderContext, 'depend' | 'leave'>;

/**
 * Templates of one build: compiled once each, with the counters of `increment` and `decrement` that carry over from page to
 * page. Jekyll's cache of templates goes by file name: the text that came first under a name is that of all who ask for it later.
 */
export interface Engine {
  /**
   * The template of a file that is used again, such as a layout or an include: compiled at the first call.
   *
   * @param witness told when another text than the one given counts, and when this one will count for others
   */
  template(path: string, text: string, witness: TemplateWitness, line?: number): Template;
  /** The template for a text that is likely rendered once: compiled without keeping. It shares the cache all the same. */
  templateOnce(source: NamedText, witness: TemplateWitness): Template;
  /** Counters of `increment` and `decrement` belong to one payload: an excerpt has its own. */
  withOwnCounters<T>(run: () => T): T;
  /** Compiles without keeping. */
  parse(text: string, path: string, line?: number): Template;
  /** Adds a tag the liquidjs way: a class, or an object with `parse` and `render`. */
  registerTag(name: string, tag: LiquidjsTag): void;
  /** Adds a filter; `adaptFilter` makes one of a filter written for liquidjs. */
  registerFilter(filter: Filter): void;
}

/** What an engine is made of. */
export interface EngineOptions extends LiquidConfig {
  /** Ours and those of plugins, later ones in place of earlier ones of the same name. */
  readonly tags: readonly TagDefinition[];
  readonly filters: readonly Filter[];
  /** Where costs are kept for `--profile`; `null` measures nothing. */
  readonly profile: Profile | null;
  /** Default: no pages. */
  readonly pageKeys?: PageKeys;
}

/** The keys under which pages and documents come. */
export interface PageKeys {
  /** Whether a page has the key, so that an include of that name and the page are one template to Jekyll. */
  has(key: string): boolean;
  /** Whether several pages have it: they are one template, which goes on from each to the next. */
  isShared(key: string): boolean;
}

const NO_PAGES: PageKeys = { has: () => false, isShared: () => false };

/** Makes the engine of one build. */
export function createEngine(options: EngineOptions): Engine {
  return new CompilingEngine(options);
}

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
  private readonly pageKeys: PageKeys;
  private readonly inlines = new Map<string, Write>();
  private readonly itemConditions = new Map<string, Test>();
  private readonly itemExpressions = new Map<string, Evaluate>();

  constructor({ tags, filters, profile, pageKeys = NO_PAGES, ...config }: EngineOptions) {
    this.pageKeys = pageKeys;
    this.options = {
      ...config,
      profile,
      filters: this.filters,
      expressions: new Map(),
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
    return this.keep(path, this.firstTexts.get(path) ?? { text, path, line, registers: new Registers(path) });
  }

  templateOnce(source: NamedText, witness: TemplateWitness): CompiledTemplate {
    const { key } = source;
    const kept = this.templates.get(key);
    const first = this.firstTexts.get(key);
    if (kept === undefined && first === undefined) {
      // Nothing to tell: a page's own text under its own key is known to whoever has the page.
      const own = { ...source, registers: new Registers(this.pageKeys.isShared(key) ? key : null) };
      this.firstTexts.set(key, own);
      return this.compile(own);
    }
    witness.depend(`carried:template ${key}`);
    return kept ?? this.keep(key, first!);
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
  return syntaxError(`Unknown tag '${name}'`, suggest(name, session.parser.tagNames()));
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
