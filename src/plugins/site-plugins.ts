/**
 * Plugins of a site's own: JavaScript and TypeScript files in its plugins folder, and npm packages that `plugins:` names. Each exports
 * a plugin as its default, or a function that makes one.
 *
 * @example
 * // _plugins/shout.mjs
 * export default {
 *   filters: [{ name: 'shout', arity: [0, 0], apply: (context, input) => `${input}`.toUpperCase() }],
 * };
 */
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Plugin, PluginTools } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { placeInPlugin } from '../report/plugin-place.js';
import { pathWithin } from '../ruby/file-path.js';
import { localTimeAt } from '../ruby/time/time.js';
import { toFloat } from '../ruby/value.js';
import { moduleAddress } from './fresh-modules.js';
import { importModule } from './import-module.js';
import { packageFile } from './module-file.js';
import { watched } from './plugin-errors.js';
import { pluginFrom } from './plugin-shape.js';

/**
 * The plugin in a file of the site.
 *
 * @param path absolute; `.js`, `.mjs` or `.ts`
 * @throws SiteError for one that cannot be loaded, or exports none
 */
export function loadPluginFile(path: string, config: Config): Promise<Plugin> {
  const shown = pathWithin(config.directories.root, path);
  if (path.endsWith('.ts') && !runsTypeScript()) throw new SiteError(messages.sitePluginNeedsNode(shown));
  return load({ name: shown, file: path }, config);
}

/**
 * The plugin in a package that is installed in the site's folder; `null` when there is no such package.
 *
 * @throws SiteError as for a file
 */
export async function loadPluginPackage(name: string, config: Config): Promise<Plugin | null> {
  const file = packageFile(name, config.directories.root);
  return file === null ? null : load({ name, file }, config);
}

interface Source {
  /** For messages, and for a plugin that has none itself. */
  readonly name: string;
  readonly file: string;
}

async function load({ name, file }: Source, config: Config): Promise<Plugin> {
  const { root } = config.directories;
  try {
    const plugin = await pluginFrom(await importModule(moduleAddress(file)), name, toolsFor(config));
    return watched(plugin, root);
  } catch (error) {
    if (error instanceof SiteError) throw error;
    const place = placeInPlugin(error, new Error('called here'), root) ?? placeOfSyntax(file, root);
    throw new SiteError(messages.sitePluginFailed(name, error, place));
  }
}

function toolsFor(config: Config): PluginTools {
  return {
    config,
    float: toFloat,
    time: (milliseconds) => localTimeAt(Math.floor(milliseconds / 1000), (milliseconds % 1000) * 1_000_000),
  };
}

/** V8 tells a module's syntax errors without their place; Node's own check prints it. */
function placeOfSyntax(file: string, root: string): messages.Place {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
  const line = /:(\d+)\n/.exec(stderr)?.[1];
  return { file: pathWithin(root, file), ...(line !== undefined && { line: Number(line) }) };
}

/** Node does by itself from 22.18 on. */
function runsTypeScript(): boolean {
  return 'typescript' in process.features && Boolean(process.features.typescript);
}
