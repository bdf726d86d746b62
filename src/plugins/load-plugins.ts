import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Plugin } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { BUILT_IN_GEMS, UNSUPPORTED_GEMS } from './known-gems.js';

/**
 * The plugins a site names, in its order; under `safe` only those of the whitelist.
 *
 * @throws SiteError for the first that cannot be loaded, after reporting the others
 */
export function loadPlugins(config: Config, report: (diagnostic: Diagnostic) => void): readonly Plugin[] {
  const allowed = config.safe
    ? config.plugins.filter((name) => config.whitelist.includes(name))
    : config.plugins;
  const missing = [...new Set(allowed)].filter((name) => !BUILT_IN_GEMS.has(name)).map(problemOf);
  for (const problem of missing.slice(1)) report(problem);
  if (missing[0]) throw new SiteError(missing[0]);
  return [];
}

function problemOf(name: string): Diagnostic {
  return UNSUPPORTED_GEMS.has(name) ? messages.pluginNotSupported(name) : messages.pluginNotFound(name);
}
