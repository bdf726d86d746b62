import fastGlob from 'fast-glob';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { pathWithin } from '../ruby/file-path.js';
import { isTruthy } from '../ruby/value.js';
import { builtInPlugins } from './built-in-plugins.js';
import { BUILT_IN_GEMS, UNSUPPORTED_GEMS } from './known-gems.js';

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
  if (!config.safe) for (const path of sitePlugins(config)) report(messages.sitePluginIgnored(path));
  const names = [...new Set(allowed)].filter((name) => !BUILT_IN_GEMS.has(name));
  // What GitHub Pages alone switches on is missed by nobody who does not use it.
  const isMissed = (name: string): boolean => !config.githubPages?.switchedOn.has(name);
  const missing = names.filter((name) => !builtInPlugins.has(name) && isMissed(name)).map(problemOf);
  const last = missing.pop();
  for (const problem of missing) report(problem);
  if (last) throw new SiteError(last);
  warnOfPagination(config, report);
  return names.flatMap((name) => builtInPlugins.get(name) ?? []);
}

/** Gems that come with the theme (Jekyll 4.4.1, `PluginManager#require_theme_deps`). */
export function themeDependencies({ themeDescription }: Config): readonly string[] {
  return themeDescription?.dependencies ?? [];
}

/** Files in the plugins folders, relative to the site's folder; `safe` does not load them. */
function sitePlugins({ directories }: Config): string[] {
  return directories.plugins.flatMap((folder) =>
    fastGlob
      .sync('**/*.{rb,js,mjs,ts}', { cwd: folder, absolute: true })
      .sort()
      .map((path) => pathWithin(directories.root, path)),
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
