import { CompilingEngine } from '../../src/liquid/compiling-engine.js';
import type { RenderContext } from '../../src/liquid/context.js';
import type { EngineOptions } from '../../src/liquid/engine.js';
import { FilterError } from '../../src/liquid/filter.js';
import { createFilters } from '../../src/liquid/filters/index.js';
import { jekyllTags, liquidTags } from '../../src/liquid/tags/index.js';
import { timeFromMilliseconds } from '../../src/ruby/time/time.js';
import type { Value } from '../../src/ruby/value.js';

/** An engine with every tag and filter, in Jekyll's default mode unless said otherwise. */
export function engineWith(options: Partial<EngineOptions> = {}): CompilingEngine {
  return new CompilingEngine({
    errorMode: 'warn',
    strictFilters: false,
    strictVariables: false,
    version: 4,
    tags: [...liquidTags, ...jekyllTags],
    filters: createFilters(),
    profile: null,
    ...options,
  });
}

/** A context whose includes are the given files. */
export function contextWith(
  includes: Readonly<Record<string, string>> = {},
  globals: ReadonlyMap<string, Value> = new Map(),
): RenderContext {
  return {
    config: null,
    rendering: null,
    time: timeFromMilliseconds(0),
    highlighter: null,
    globals,
    methods: new Map(),
    markdownify: (text) => text,
    smartify: (text) => text,
    sassify: (text) => text,
    readInclude(name) {
      const text = includes[name];
      if (text === undefined) throw new FilterError(`Could not locate the included file '${name}'`, false);
      return { path: `_includes/${name}`, text };
    },
    readRelative: (name) => ({ path: name, text: '' }),
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

/** Renders a text once. */
export function render(
  text: string,
  scope: Readonly<Record<string, Value>> = {},
  includes: Readonly<Record<string, string>> = {},
): string {
  const template = engineWith().parse(text, 'page.html');
  return template.render(contextWith(includes), new Map(Object.entries(scope)));
}
