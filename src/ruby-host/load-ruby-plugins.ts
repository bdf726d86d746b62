import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { createFilters } from '../liquid/filters/index.js';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Hook } from '../model/hook.js';
import * as messages from '../report/messages.js';
import { pathWithin } from '../ruby/file-path.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { startEngine } from './find-engine.js';
import {
  type FilterRecord,
  type HookRecord,
  type PartsTools,
  type PluginRecord,
  rubyConverter,
  rubyFilter,
  rubyGenerator,
  rubyHook,
  rubyTag,
  type TagRecord,
} from './plugin-parts.js';
import { RubyError } from './ruby-error.js';
import { failureOf } from './ruby-failures.js';
import { RubySession } from './session.js';
import { rubySettings } from './settings.js';

/** Plugins in Ruby of one build. */
export interface RubyPlugins {
  /** The plugin in a file, in the order in which files are asked for. @param path absolute */
  load(path: string): EnginePlugin;
  /** Gems that the files so far have loaded by `require` and whose work is ours, by the names that they are loaded by. */
  readonly required: ReadonlySet<string>;
  close(): void;
}

/**
 * Starts Ruby for a site.
 *
 * @returns `null` where none is to be had or wanted
 */
export function openRubyPlugins(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): RubyPlugins | null {
  const settings = rubySettings(config);
  const wire = startEngine(config, settings);
  if (wire === null) return null;
  const session = new RubySession(wire, config, settings, { log: logTo(report, config) });
  const filters = createFilters().map(({ name }) => name);
  try {
    session.start(filters);
  } catch (error) {
    session.close();
    throw error;
  }
  let isFirst = true;
  const required = new Set<string>();
  return {
    required,
    load(path) {
      const plugin = loadFile(path, session, report, required);
      if (!isFirst) return plugin;
      isFirst = false;
      return { ...plugin, hooks: [...watchers(session), ...(plugin.hooks ?? [])] };
    },
    close: () => session.close(),
  };
}

function loadFile(
  path: string,
  session: RubySession,
  report: (diagnostic: Diagnostic) => void,
  required: Set<string>,
): EnginePlugin {
  const { root } = session.config.directories;
  const file = pathWithin(root, path);
  const tools: PartsTools = { session, file };
  const found = loaded(path, file, session);
  for (const [names, where, line] of found.get('opened') as [string, string, number][]) {
    report(messages.rubyClassAbsent(names, { file: pathWithin(root, where), line }));
  }
  for (const name of found.get('required') as string[]) required.add(name);
  const list = <T>(key: string): T[] => (found.get(key) as unknown as T[] | undefined) ?? [];
  const classes = list<PluginRecord>('plugins');
  const ofKind = (kind: string): PluginRecord[] => classes.filter((record) => record[1] === kind);
  return {
    name: file,
    liquidTags: () => list<TagRecord>('tags').map((record) => rubyTag(record, tools)),
    filters: list<FilterRecord>('filters').map((record) => rubyFilter(record, tools)),
    generators: ofKind('generator').map((record) => rubyGenerator(record, tools)),
    converters: () => ofKind('converter').map((record) => rubyConverter(record, tools)),
    hooks: list<HookRecord>('hooks').map((record) => rubyHook(record, tools)),
  };
}

function loaded(path: string, file: string, session: RubySession): RubyHash {
  const what = `the plugin ${file}`;
  try {
    return session.call('load', [path], 'site', what) as Value as RubyHash;
  } catch (error) {
    if (!(error instanceof RubyError)) throw error;
    throw new SiteError(failureOf(error, what, session.config.directories.root, null));
  }
}

/** Lets Ruby see the site at the moments at which hooks of items and tags may ask for it. */
function watchers(session: RubySession): Hook[] {
  return (['after_reset', 'post_read', 'pre_render'] as const).map((event) => ({
    owner: 'site',
    event,
    priority: Number.MAX_SAFE_INTEGER,
    run: (site, _payload, tools) => session.see(site, tools),
  }));
}

function logTo(
  report: (diagnostic: Diagnostic) => void,
  { verbose }: Config,
): (level: string, topic: string, message: string | null) => void {
  return (level, topic, message) => {
    if (level !== 'debug' || verbose) report(messages.rubyLog(level, topic, message));
  };
}
