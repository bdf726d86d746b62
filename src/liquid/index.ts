import type { FilterImplOptions } from 'liquidjs';
import { presentTime } from '../ruby/time/time.js';
import { CompilingEngine } from './compiling-engine.js';
import type { RenderContext } from './context.js';
import type { Template } from './engine.js';
import type { LiquidError } from './errors.js';
import { FilterError } from './filter.js';
import { createFilters } from './filters/index.js';
import { adaptFilter } from './liquidjs/adapter.js';
import { fromPlain } from './liquidjs/frame-context.js';
import type { LiquidjsTag } from './liquidjs/liquidjs-types.js';
import { jekyllTags, liquidTags } from './tags/index.js';

export { LiquidError } from './errors.js';

/** How templates are read. */
export interface LiquidOptions {
  /** `strict` refuses what `lax` skips; `warn`, the default, collects it in `warnings` and goes on. */
  readonly errorMode?: 'lax' | 'warn' | 'strict';
  /** Whether unknown filters are errors, default `false`: the value passes through. */
  readonly strictFilters?: boolean;
  /** Whether unknown variables are errors, default `false`. */
  readonly strictVariables?: boolean;
  /** 4, the default, or 5 for the tags `render`, `echo`, `liquid` and `#`. */
  readonly version?: 4 | 5;
  /** Text of an included file, `null` when there is none; the default knows none. */
  readonly readInclude?: (name: string) => string | null;
}

/** Where a template comes from, for messages. */
export interface TemplateOrigin {
  readonly path?: string;
  /** 1-based line of the file on which the text starts. */
  readonly line?: number;
}

/** A parsed template; `cycle` and `offset: continue` go on from one rendering to the next. */
export interface LiquidTemplate {
  /** What strict parsing refused, the first fifty. */
  readonly warnings: readonly LiquidError[];
}

/** Liquid outside a site. */
export interface LiquidEngine {
  parse(text: string, origin?: TemplateOrigin): LiquidTemplate;
  /** Renders with the data's own properties as variables. */
  render(template: LiquidTemplate | string, data?: object): string;
  /** Like `render`, where tags or filters answer promises. */
  renderAsync(template: LiquidTemplate | string, data?: object): Promise<string>;
  /** Registers a tag the liquidjs way: a class, or an object with `parse` and `render`. */
  registerTag(name: string, tag: LiquidjsTag): void;
  /** Registers a filter the liquidjs way; it may answer a promise or be a generator. */
  registerFilter(name: string, filter: FilterImplOptions): void;
}

/** Makes an engine with Liquid's and Jekyll's tags and filters. */
export function createLiquid(options: LiquidOptions = {}): LiquidEngine {
  const engine = new CompilingEngine({
    errorMode: options.errorMode ?? 'warn',
    strictFilters: options.strictFilters ?? false,
    strictVariables: options.strictVariables ?? false,
    version: options.version ?? 4,
    tags: [...liquidTags, ...jekyllTags],
    filters: createFilters(),
    profile: null,
  });
  const context = siteless(options.readInclude ?? (() => null));
  const parse = (text: string, origin: TemplateOrigin = {}): Template =>
    engine.parse(text, origin.path ?? 'template', origin.line ?? 1);
  const resolve = (template: LiquidTemplate | string): Template =>
    typeof template === 'string' ? parse(template) : (template as Template);
  return {
    parse,
    render: (template, data = {}) => resolve(template).render(context, scopeOf(data)),
    renderAsync: (template, data = {}) => resolve(template).renderAsync(context, scopeOf(data)),
    registerTag: (name, tag) => engine.registerTag(name, tag),
    registerFilter: (name, filter) => engine.registerFilter(adaptFilter(name, filter)),
  };
}

function scopeOf(data: object): Map<string, ReturnType<typeof fromPlain>> {
  return new Map(Object.entries(data).map(([name, value]) => [name, fromPlain(value)]));
}

/** What templates find where there is no site. */
function siteless(readInclude: (name: string) => string | null): RenderContext {
  return {
    config: null,
    rendering: null,
    time: presentTime(),
    highlighter: null,
    globals: new Map(),
    methods: new Map(),
    markdownify: () => refuse('markdownify'),
    smartify: () => refuse('smartify'),
    sassify: () => refuse('sassify'),
    readInclude(name) {
      const text = readInclude(name);
      if (text === null) throw new FilterError(`Could not locate the included file '${name}'.`, false);
      return { path: name, text };
    },
    readRelative: () => refuse('include_relative'),
    findLayout: () => null,
    findLink: () => null,
    findPost: () => null,
    memo: (_array, _key, compute) => compute(),
    first: (_name, compute) => compute(),
    keep: (_name, compute) => compute(),
    depend: () => {},
    leave: () => {},
    report: () => {},
    warn: () => {},
  };
}

function refuse(name: string): never {
  throw new FilterError(`${name} needs a site`, false);
}
