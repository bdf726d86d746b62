import type { LiquidConfig } from '../model/config.js';
import type { CarriedName } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Value } from '../ruby/value.js';
import type { RenderContext } from './context.js';
import type { LiquidError, Place } from './errors.js';
import type { Filter } from './filter.js';
import type { LiquidjsTag } from './liquidjs/liquidjs-types.js';
import type { BlankRule } from './run/method-literal.js';
import type { Profile } from './run/profile.js';
import type { TagDefinition } from './tag.js';

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
   * own template. The first fifty.
   */
  readonly warnings: readonly LiquidError[];
  /** How many warnings there are beyond those. */
  readonly furtherWarnings: number;
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
  /** Notes the text of a page that is not rendered again: it has come under its name all the same. */
  noteText(source: NamedText): void;
  /**
   * Puts carried state back as an earlier rendering left it: counters, what templates remember, the texts that came first under a name.
   *
   * @param witness told of what is left again
   */
  restore(name: CarriedName, value: unknown, witness: TemplateWitness): void;
  /** Counters of `increment` and `decrement` belong to one payload: an excerpt has its own. */
  withOwnCounters<T>(run: () => T): T;
  /**
   * What a filter answers outside any template.
   *
   * @returns `undefined` when there is none of that name
   */
  applyFilter(
    name: string,
    context: RenderContext,
    names: ReadonlyMap<string, Value>,
    args: readonly Value[],
  ): Value | undefined;
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
  /** Default: nothing is known to be absent. */
  readonly absent?: AbsentNames;
  /** Default: nobody has told what `blank` is. */
  readonly blank?: BlankRule;
}

/** What is known of names that nobody defines, where plugins of the site are not there. */
export interface AbsentNames {
  /** Whose the tag may be, one sentence to follow `Unknown tag 'x'`; `null` when no plugin is missing that could define it. */
  tagHint(name: string): string | null;
  /** The same for a filter. */
  filterHint(name: string): string | null;
  /**
   * What to tell where a template sends a value through a filter that nobody defines.
   *
   * @param place `null` for a text that stands in no file
   * @returns `null` for nothing, as Liquid does
   */
  undefinedFilter(name: string, place: Place | null): Diagnostic | null;
}

/** Where no plugin is missing. */
export const NOTHING_ABSENT: AbsentNames = {
  tagHint: () => null,
  filterHint: () => null,
  undefinedFilter: () => null,
};

/** The keys under which pages and documents come. */
export interface PageKeys {
  /** Whether a page has the key, so that an include of that name and the page are one template to Jekyll. */
  has(key: string): boolean;
  /** Whether several pages have it: they are one template, which goes on from each to the next. */
  isShared(key: string): boolean;
}
