/** What comes before reading: the plugins, and the configuration as they complete it (Jekyll 4.4.1, `Site#initialize`, `#reset`). */
import { withDefaults, withSettings } from './config/with-settings.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { SiteEvent } from './model/hook.js';
import type { Hooks } from './model/hooks.js';
import type { KeptHosts } from './model/kept-hosts.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import { type LoadedPlugins, loadPlugins } from './plugins/load-plugins.js';
import { asUnseen } from './plugins/unseen.js';
import { emptySite } from './read/empty-site.js';
import { createHooks } from './render/create-hooks.js';
import { copyHash } from './ruby/copy-value.js';
import { hashFromPlain } from './ruby/plain-value.js';
import { withTimeZone } from './ruby/time/time-zone.js';

/** A site of which nothing has been read. */
export interface StartedSite extends LoadedPlugins {
  /** With the defaults of plugins, and what their hooks set. */
  readonly config: Config;
  readonly hooks: Hooks;
}

/** The plugins of a site, and the configuration with their defaults. */
export async function loadCompletely(
  config: Config,
  more: readonly Plugin[],
  report: (diagnostic: Diagnostic) => void,
  hosts: KeptHosts | null = null,
): Promise<LoadedPlugins & { readonly config: Config }> {
  const { plugins: loaded, missing, own, close } = await loadPlugins(config, report, hosts);
  const plugins = [...loaded, ...more.map(asUnseen)];
  const defaults = plugins.flatMap((plugin) => (plugin.defaults ? [hashFromPlain(plugin.defaults)] : []));
  return {
    plugins,
    missing,
    own: [...own, ...more],
    close,
    config: withDefaults(config, defaults),
  };
}

/**
 * Starts a site.
 *
 * @param more plugins besides those that the configuration names, after them
 * @param hosts where programs that run plugins are kept for the next build; `null` for nowhere
 * @throws SiteError for a plugin that cannot be loaded, and for what its hooks throw
 */
export async function startSite(
  given: Config,
  more: readonly Plugin[],
  report: (diagnostic: Diagnostic) => void,
  hosts: KeptHosts | null,
): Promise<StartedSite> {
  const { config, ...loaded } = await loadCompletely(given, more, report, hosts);
  try {
    const hooks = createHooks(loaded.plugins, config.directories.root);
    const begun = withTimeZone(config.timezone, () => afterHooks('after_init', config, hooks));
    return { ...loaded, hooks, config: begun };
  } catch (error) {
    loaded.close();
    throw error;
  }
}

/**
 * A site without pages, at its moment, with what the hooks that wait for each new beginning set.
 *
 * @throws SiteError for what they throw, and for a `time` that is none
 */
export function resetSite(config: Config, hooks: Hooks): Site {
  return withTimeZone(config.timezone, () => emptySite(afterHooks('after_reset', config, hooks)));
}

/** The configuration with what the hooks of a moment wrote into the site's settings. */
function afterHooks(event: SiteEvent, config: Config, hooks: Hooks): Config {
  if (!hooks.waitsForSite(event)) return config;
  const settings = copyHash(config.settings);
  hooks.site(event, emptySite(Object.freeze({ ...config, settings })));
  return withSettings(config, settings);
}
