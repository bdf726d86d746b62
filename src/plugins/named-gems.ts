/** The gems a site names, in the order in which Jekyll loads them. */
import type { Config, SettingPlace } from '../model/config.js';
import type { Value } from '../ruby/value.js';

/** A gem, and who names it. */
export interface NamedGem {
  readonly name: string;
  /** Where it is named; asked for a message only. */
  place(): SettingPlace | undefined;
}

/** Gems that come with the theme (Jekyll 4.4.1, `PluginManager#require_theme_deps`); under `safe` only what the whitelist names. */
export function gemsOfTheme(config: Config): NamedGem[] {
  const names = config.themeDescription?.dependencies ?? [];
  return allowed(
    names.map((name) => ({ name, place: placeOf(config, ['theme']) })),
    config,
  );
}

/** Gems of `plugins:`, likewise. */
export function gemsOfPlugins(config: Config): NamedGem[] {
  return allowed(
    config.plugins.map((name, index) => ({ name, place: placeOf(config, ['plugins', index]) })),
    config,
  );
}

function allowed(gems: readonly NamedGem[], { safe, whitelist }: Config): NamedGem[] {
  return gems.filter(({ name }) => !safe || whitelist.includes(name));
}

function placeOf(config: Config, path: readonly Value[]): NamedGem['place'] {
  return () => config.placeOf(path) ?? undefined;
}
