/** The gems a site names, in the order in which Jekyll loads them. */
import { relative } from 'node:path';
import type { BundledGem } from '../model/bundle.js';
import type { Config } from '../model/config.js';
import type { Place } from '../report/messages.js';
import { slashed } from '../ruby/file-path.js';
import { builtInPlugins } from './built-in-plugins.js';
import { BUILT_IN_GEMS, IDLE_GEMS, lackingGems } from './known-gems.js';

/** A gem, and who names it. */
export interface NamedGem {
  readonly name: string;
  /** Where it is named; asked for a message only. */
  place(): Place | undefined;
}

/** Whether something is known of a gem of that name. */
export function isKnownGem(name: string): boolean {
  return isDone(name) || lackingGems.has(name);
}

/** Whether a gem's work is done here, or it has none, as a theme that is not the site's. */
export function isDone(name: string): boolean {
  if (name.startsWith('jekyll-theme-')) return true;
  return builtInPlugins.has(name) || BUILT_IN_GEMS.has(name) || IDLE_GEMS.has(name);
}

/** A place in a file that need not lie in the site's folder. */
export function placeInBundle(config: Config, { file, line }: Pick<BundledGem, 'file' | 'line'>): Place {
  return { file: slashed(relative(config.directories.root, file)), line };
}

/** Gems of the Gemfile; Bundler, which loads them, knows no whitelist. */
export function gemsOfBundle(config: Config): NamedGem[] {
  return config.bundle.gems.flatMap((gem) =>
    namesOf(gem).map((name) => ({ name, place: () => placeInBundle(config, gem) })),
  );
}

/** What is loaded decides, as far as it is known; `a/b` is the same as `a-b`. */
function namesOf({ name, requires }: BundledGem): string[] {
  return requires.map((required) => [required, required.replaceAll('/', '-')].find(isKnownGem) ?? name);
}

/** Gems that plugins in Ruby load by `require`, as far as they are known: what is no gem's own name is a part of one. */
export function gemsOfFiles(required: ReadonlySet<string>): NamedGem[] {
  return [...required]
    .map((name) => name.replaceAll('/', '-'))
    .filter(isKnownGem)
    .map((name) => ({ name, place: () => undefined }));
}

/** Gems that come with the theme (Jekyll 4.4.1, `PluginManager#require_theme_deps`); under `safe` only what the whitelist names. */
export function gemsOfTheme(config: Config): NamedGem[] {
  const names = config.themeDescription?.dependencies ?? [];
  return allowed(
    names.map((name) => ({ name, place: () => config.placeOf(['theme']) ?? undefined })),
    config,
  );
}

/** Gems of `plugins:`, likewise. */
export function gemsOfPlugins(config: Config): NamedGem[] {
  return allowed(
    config.plugins.map((name, index) => ({
      name,
      place: () => config.placeOf(['plugins', index]) ?? config.placeOf(['gems', index]) ?? undefined,
    })),
    config,
  );
}

function allowed(gems: readonly NamedGem[], { safe, whitelist }: Config): NamedGem[] {
  return gems.filter(({ name }) => !safe || whitelist.includes(name));
}
