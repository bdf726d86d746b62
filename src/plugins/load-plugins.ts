import fastGlob from 'fast-glob';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Plugin } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { pathWithin } from '../ruby/file-path.js';
import { isTruthy } from '../ruby/value.js';
import { builtInPlugins } from './built-in-plugins.js';
import { BUILT_IN_GEMS, UNSUPPORTED_GEMS } from './known-gems.js';
import { loadPluginFile, loadPluginPackage } from './site-plugins.js';

/**
 * The plugins a theme needs and a site names, in this order; under `safe` only those of the whitelist. Asynchronous, since modules are
 * loaded so.
 *
 * @throws SiteError for the last that cannot be loaded, after reporting the others
 */
export async function loadPlugins(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): Promise<readonly EnginePlugin[]> {
  const named = [...themeDependencies(config), ...config.plugins];
  const allowed = config.safe ? named.filter((name) => config.whitelist.includes(name)) : named;
  const own = config.safe ? [] : await loadSitePlugins(config, report);
  const names = [...new Set(allowed)].filter((name) => !BUILT_IN_GEMS.has(name));
  const packages = new Map<string, Plugin>();
  for (const name of names) {
    const plugin = builtInPlugins.has(name) ? null : await loadPluginPackage(name, config);
    if (plugin !== null) packages.set(name, plugin);
  }
  const missing = names.filter((name) => !builtInPlugins.has(name) && !packages.has(name)).map(problemOf);
  const last = missing.pop();
  for (const problem of missing) report(problem);
  if (last) throw new SiteError(last);
  warnOfPagination(config, report);
  const needed = themeDependencies(config);
  const loaded = (name: string): EnginePlugin[] => {
    const plugin = builtInPlugins.get(name) ?? packages.get(name);
    return plugin === undefined ? [] : [plugin];
  };
  const [first, rest] = [
    names.filter((name) => needed.includes(name)),
    names.filter((name) => !needed.includes(name)),
  ];
  return [...first.flatMap(loaded), ...own, ...rest.flatMap(loaded)];
}

/** Plugins in the files of the plugins folders, in their paths' order; those in Ruby are told of. */
async function loadSitePlugins(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
): Promise<readonly Plugin[]> {
  const plugins: Plugin[] = [];
  for (const path of sitePlugins(config)) {
    if (path.endsWith('.rb')) report(messages.sitePluginIgnored(pathWithin(config.directories.root, path)));
    else plugins.push(await loadPluginFile(path, config));
  }
  return plugins;
}

/** Gems that come with the theme (Jekyll 4.4.1, `PluginManager#require_theme_deps`). */
export function themeDependencies({ themeDescription }: Config): readonly string[] {
  return themeDescription?.dependencies ?? [];
}

/** Files in the plugins folders, absolute; `safe` does not load them. */
function sitePlugins({ directories }: Config): string[] {
  return directories.plugins.flatMap((folder) =>
    fastGlob
      .sync('**/*.{rb,js,mjs,ts}', {
        cwd: folder,
        absolute: true,
        ignore: ['**/node_modules/**', '**/*.d.ts'],
      })
      .sort(),
  );
}

function problemOf(name: string): Diagnostic {
  return UNSUPPORTED_GEMS.has(name) ? messages.pluginNotSupported(name) : messages.pluginNotFound(name);
}

/** `paginate` without the gem that does it (Jekyll 4.4.1, `PluginManager#deprecation_checks`). */
function warnOfPagination(config: Config, report: (diagnostic: Diagnostic) => void): void {
  const isWanted = isTruthy(config.settings.get('paginate') ?? null);
  if (isWanted && !config.plugins.includes('jekyll-paginate')) report(messages.paginationWithoutGem());
}
