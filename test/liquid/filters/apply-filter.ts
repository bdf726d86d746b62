import type { FilterContext } from '../../../src/liquid/filter.js';
import { createFilters } from '../../../src/liquid/filters/index.js';
import type { Config } from '../../../src/model/config.js';
import { GENERATIONS } from '../../../src/model/generation.js';
import { RubyTime } from '../../../src/ruby/time/time.js';
import type { Value } from '../../../src/ruby/value.js';

/** 14 November 2023, 22:13:20 in UTC: the present of these tests. */
export const NOW = new RubyTime(1_700_000_000, 0, 0, 'UTC');

/** What filters asked of the build meanwhile. */
export interface Asked {
  readonly keys: string[];
  readonly memos: string[];
}

/** Calls a filter outside a template, with the settings `url` and `baseurl`. */
export function applyFilter(
  name: string,
  input: Value,
  args: readonly Value[] = [],
  settings: Readonly<Record<string, Value>> = {},
  asked: Asked = { keys: [], memos: [] },
): Value {
  const filter = createFilters({ now: () => NOW }).find((candidate) => candidate.name === name);
  if (filter === undefined) throw new Error(`no filter ${name}`);
  return filter.apply(contextOf(settings, asked), input, ...args);
}

function contextOf(settings: Readonly<Record<string, Value>>, { keys, memos }: Asked): FilterContext {
  const config = {
    settings: new Map<Value, Value>(Object.entries(settings)),
    generation: GENERATIONS[4],
    liquid: { strictVariables: false },
  } as unknown as Config;
  const remember = <T>(_: Value[], key: string, compute: () => T): T => {
    memos.push(key);
    return compute();
  };
  return {
    config,
    render: { config, time: NOW, depend: (key: string) => keys.push(key), memo: remember },
    lookup: (name: string) => settings[name] ?? null,
    within: <T>(_: ReadonlyMap<string, Value>, run: () => T) => run(),
    condition: (text: string) => (item: Value) => item === text,
    expression: () => (item: Value) => item,
  } as unknown as FilterContext;
}
