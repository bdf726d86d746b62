/**
 * markdown-it plugins that a site names under `markdown_it: plugins`, for kramdown as for CommonMark: packages installed in the
 * site's folder, or files there. What follows a name goes to the plugin.
 *
 * @example
 * markdown_it:
 *   plugins:
 *     - markdown-it-mark
 *     - markdown-it-link-attributes: { attrs: { target: _blank } }
 *     - [markdown-it-container, warning, { marker: "!" }]
 *     - ./lib/badges.js
 */
import type { MarkdownIt } from 'markdown-it';
import type { MarkdownItPlugin } from '../markdown/markdown-it-plugin.js';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { toJson } from '../ruby/json.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';
import { defaultExport } from './default-export.js';
import { moduleAddress } from './fresh-modules.js';
import { importModule } from './import-module.js';
import { resolveModule } from './module-file.js';

/** What such a module exports. */
type Plugin = (md: MarkdownIt, ...parameters: unknown[]) => void;

/** A name and what is passed on. */
type Entry = readonly [name: string, ...parameters: Value[]];

/**
 * Loads them in their order; `safe` loads none and says so.
 *
 * @throws SiteError for the first that cannot be loaded
 */
export async function loadMarkdownItPlugins(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): Promise<readonly MarkdownItPlugin[]> {
  const entries = entriesOf(config);
  if (config.safe && entries.length > 0) {
    report(messages.markdownItPluginsUnsafe(entries.map(([name]) => name)));
    return [];
  }
  const plugins: MarkdownItPlugin[] = [];
  for (const entry of entries) plugins.push(await load(entry, config.directories.root));
  return plugins;
}

function entriesOf({ settings }: Config): Entry[] {
  const section = settings.get('markdown_it');
  const list = section instanceof Map ? section.get('plugins') : null;
  return Array.isArray(list) ? list.flatMap(readEntry) : [];
}

function readEntry(entry: Value): Entry[] {
  if (Array.isArray(entry)) return [[toS(entry[0] ?? null), ...entry.slice(1)]];
  if (entry instanceof Map) return [...entry].map(([name, parameter]) => [toS(name), parameter]);
  return [[toS(entry)]];
}

async function load([name, ...values]: Entry, root: string): Promise<MarkdownItPlugin> {
  const attempt = async <T>(run: () => T | Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw cannotLoad(name, error);
    }
  };
  const module = await attempt(() => importModule(moduleAddress(resolveModule(name, root))));
  const plugin = pluginOf(module);
  if (plugin === null) throw cannotLoad(name, new Error('It exports no function, or more than one.'));
  const parameters: unknown[] = values.map((value) => JSON.parse(toJson(value)));
  return {
    name,
    apply(md) {
      try {
        md.use(plugin, ...parameters);
      } catch (error) {
        throw cannotLoad(name, error);
      }
    },
  };
}

function cannotLoad(name: string, error: unknown): SiteError {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new SiteError({ ...messages.markdownItPluginFailed(name, reason!), cause: error });
}

/** The default export, a CommonJS module's own, or the only function among the named ones. */
function pluginOf(module: { readonly default?: unknown }): Plugin | null {
  const main = defaultExport(module);
  if (isPlugin(main)) return main;
  const exported: object = typeof main === 'object' && main !== null ? main : module;
  const [only, ...others] = Object.values(exported).filter(isPlugin);
  return only !== undefined && others.length === 0 ? only : null;
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'function';
}
