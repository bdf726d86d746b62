import type { LiquidConfig } from '../model/config.js';
import type { Value } from '../ruby/value.js';
import type { RenderContext } from './context.js';
import type { LiquidError } from './errors.js';
import type { Filter } from './filter.js';
import type { Registers } from './registers.js';
import type { TagDefinition } from './tag.js';

/** A compiled template. Lives as long as the engine that made it, i.e. one build. */
export interface Template {
  /** Relative to the site's folder, e.g. `_layouts/post.html`. */
  readonly path: string;
  /** What strict parsing refused and the forgiving parser took; Jekyll prints them at every rendering of a page's or layout's own template. */
  readonly warnings: readonly LiquidError[];
  /** Carried from rendering to rendering; read and written by the caller when an output is reused. */
  readonly registers: Registers;
  /**
   * Renders with variables assigned by earlier renderings forgotten.
   * @param scope names for this rendering (`page`, `layout`, `content`, `paginator`, …), before `context.globals`
   * @throws LiquidError, or a `SiteError` thrown by `context`
   */
  render(context: RenderContext, scope: ReadonlyMap<string, Value>): string;
}

/** Templates of one build: compiled once each, with the counters of `increment` and `decrement` that carry over from page to page. */
export interface Engine {
  /** Values of `increment`/`decrement`; also visible to templates as variables. */
  readonly counters: Map<string, Value>;
  /**
   * The template for a file, compiled at the first call; later calls answer the same object whatever the text, as Jekyll's
   * cache by file name does.
   * @param line 1-based line of the user's file on which `text` starts
   */
  template(path: string, text: string, line?: number): Template;
  /** Compiles without keeping. */
  parse(text: string, path: string, line?: number): Template;
}

export interface EngineOptions extends LiquidConfig {
  readonly tags: readonly TagDefinition[];
  readonly filters: readonly Filter[];
}
