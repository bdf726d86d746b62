import { existsSync } from 'node:fs';
import fastGlob from 'fast-glob';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { KeptHosts } from '../model/kept-hosts.js';
import type { Plugin } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { isTruthy } from '../ruby/value.js';
import type { RubyPlugins } from '../ruby-host/load-ruby-plugins.js';
import { rubySettings } from '../ruby-host/settings.js';
import { builtInPlugins } from './built-in-plugins.js';
import { MissingGems } from './missing-gems.js';
import {
  gemsOfBundle,
  gemsOfFiles,
  gemsOfPlugins,
  gemsOfTheme,
  isDone,
  type NamedGem,
  placeInBundle,
} from './named-gems.js';
import { packagedGems } from './packaged-gems.js';
import { otherReleases } from './single-releases.js';
import { loadPluginFile, loadPluginPackage } from './site-plugins.js';
import { standIns } from './stand-ins/stand-ins.js';
import { asUnseen } from './unseen.js';

/** The plugins of a site. */
export interface LoadedPlugins {
  /** Those whose work is done here, or that have something in their place, in the order in which Jekyll loads them. */
  readonly plugins: readonly EnginePlugin[];
  /** Those whose work is not. */
  readonly missing: MissingGems;
  /** Those of them that are a user's own code. */
  readonly own: readonly Plugin[];
  /** Ends what runs beside the build for them. */
  readonly close: () => void;
}

/**
 * The plugins of the Gemfile, those a theme needs, those in the site's plugins folder, and those that `plugins:` names, in this order; last
 * those of a theme that `remote_theme` names. Under `safe` of all but the first only what the whitelist names, and none of the folder. A gem that is not there is a warning and stops nothing: what it would have done may not be needed.
 * Asynchronous, since modules are loaded so.
 *
 * @param hosts where programs that run plugins are kept for the next build; `null` for nowhere
 * @throws SiteError for a plugin of the site's own that cannot be loaded
 */
export async function loadPlugins(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
  hosts: KeptHosts | null = null,
): Promise<LoadedPlugins> {
  const gems = new Gems(config);
  const isThemeLate = isFoundLate(config);
  const { files, required, close } = await loadSitePlugins(config, report, hosts);
  const plugins = [
    ...(await gems.load(gemsOfBundle(config))),
    ...(isThemeLate ? [] : await gems.load(gemsOfTheme(config))),
    ...files.map(asUnseen),
    ...(await gems.load(gemsOfFiles(required))),
    ...(await gems.load(gemsOfPlugins(config))),
    ...(isThemeLate ? (await gems.load(gemsOfTheme(config))).map(asLate) : []),
  ];
  // What GitHub Pages alone switches on is missed by nobody who does not use it.
  const missing = new MissingGems(gems.missing, (name) => config.githubPages?.switchedOn.has(name) ?? false);
  for (const warning of [...unreadLines(config), ...missing.warnings()]) report(warning);
  for (const note of otherReleases(gems.names, config)) report(note);
  warnOfPagination(config, gems.names, report);
  const made = plugins.map((plugin: EnginePlugin) => ({ ...plugin, ...plugin.ofBuild?.() }));
  const own = [...files, ...gems.packages];
  return {
    own,
    close,
    plugins: config.safe ? made.map((plugin) => asSafe(plugin, report)) : made,
    missing,
  };
}

/**
 * Whether the theme's gems are loaded when all generators and converters have been made: jekyll-remote-theme waits for the site's
 * `:after_reset`, and of those only Bundler's gems hear the first (Jekyll 4.4.1, `Site#initialize`).
 */
function isFoundLate({ themeDescription, bundle }: Config): boolean {
  return (
    themeDescription?.isRemote === true && !bundle.gems.some(({ name }) => name === 'jekyll-remote-theme')
  );
}

/** What of a plugin works that is loaded so late: its tags, filters and hooks. */
function asLate({ converters, generators, ...rest }: EnginePlugin): EnginePlugin {
  return rest;
}

/** The plugin without what `safe` keeps from running (Jekyll 4.4.1, `Site#instantiate_subclasses`). */
function asSafe(plugin: EnginePlugin, report: (diagnostic: Diagnostic) => void): EnginePlugin {
  const { isSafe = false, converters, generators, ...rest } = plugin;
  if (isSafe || (converters === undefined && generators === undefined)) return plugin;
  report(messages.pluginUnsafe(plugin.name));
  return { ...rest, isSafe };
}

/** Loads gems by name, each once. */
class Gems {
  readonly missing: NamedGem[] = [];
  readonly names = new Set<string>();
  /** Those that are npm packages, and no gems restated here. */
  readonly packages: Plugin[] = [];
  /** A gem may be named by several of its names. */
  private readonly loaded = new Set<EnginePlugin>();

  constructor(private readonly config: Config) {}

  async load(named: readonly NamedGem[]): Promise<EnginePlugin[]> {
    const plugins: EnginePlugin[] = [];
    for (const gem of named) {
      if (this.names.has(gem.name) || this.isTheme(gem.name)) continue;
      this.names.add(gem.name);
      const plugin = await this.find(gem.name);
      if (plugin === null) this.missing.push(gem);
      const present = plugin ?? standIns.get(gem.name);
      if (present === undefined || this.loaded.has(present)) continue;
      this.loaded.add(present);
      plugins.push(present);
    }
    return plugins;
  }

  /** A theme has nothing to load, in whatever group it stands. */
  private isTheme(name: string): boolean {
    return this.config.theme !== null && name === this.config.theme.toLowerCase().trim();
  }

  private async find(name: string): Promise<EnginePlugin | null> {
    if (isDone(name)) return (await builtInPlugins.get(name)?.()) ?? null;
    const packaged = packagedGems.get(name);
    if (packaged?.isReady(this.config.directories.root)) return packaged.load();
    const own = await loadPluginPackage(name, this.config);
    if (own === null) return null;
    this.packages.push(own);
    return asUnseen(own);
  }
}

/** Plugins of the site's own. */
interface SitePlugins {
  readonly files: readonly EnginePlugin[];
  /** Gems that those in Ruby load. */
  readonly required: ReadonlySet<string>;
  readonly close: () => void;
}

/** Plugins in the files of the plugins folders, in their paths' order; those in Ruby are told of. */
async function loadSitePlugins(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
  hosts: KeptHosts | null,
): Promise<SitePlugins> {
  const paths = config.safe ? [] : sitePlugins(config.directories.plugins);
  reportUnusedOnPages(config, report);
  const files: EnginePlugin[] = [];
  const inRuby = paths.filter(isRuby);
  // Without a file in Ruby nothing of it is loaded.
  const ruby = inRuby.length > 0 ? await openRuby(config, inRuby, report, hosts) : null;
  const close = (): void => ruby?.close();
  if (ruby !== null) files.push(ruby.watcher);
  try {
    for (const path of paths) {
      const own = isRuby(path) ? ruby?.plugins.get(path) : await loadPluginFile(path, config);
      if (own !== undefined) files.push(own);
      else if (rubySettings(config).engine !== 'off') {
        report(messages.sitePluginIgnored(pathWithin(config.directories.root, path)));
      }
    }
  } catch (error) {
    close();
    throw error;
  }
  return { files, close, required: ruby?.required ?? new Set() };
}

function isRuby(path: string): boolean {
  return path.endsWith('.rb');
}

async function openRuby(
  config: Config,
  paths: readonly string[],
  report: (diagnostic: Diagnostic) => void,
  hosts: KeptHosts | null,
): Promise<RubyPlugins | null> {
  const { openRubyPlugins } = await import('../ruby-host/load-ruby-plugins.js');
  return openRubyPlugins(config, paths, report, hosts);
}

/** What of the Gemfile could name plugins and cannot be read, but for gems that make no difference. */
export function unreadLines(config: Config): Diagnostic[] {
  return config.bundle.unread
    .filter(({ gem }) => gem === null || builtInPlugins.has(gem) || !isDone(gem))
    .map((line) => messages.gemfileUnread(line.gem, placeInBundle(config, line)));
}

/** Files in the plugins folders, absolute; `safe` does not load them. */
/** GitHub Pages looks for plugins in a folder that no site has; who sets `safe` means it. */
function reportUnusedOnPages(
  { githubPages, safe, directories }: Config,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (githubPages === null || !safe) return;
  const unused = sitePlugins([joinPaths(directories.source, '_plugins')]);
  if (unused.length === 0) return;
  report(messages.sitePluginsNotOnGithubPages(unused.map((path) => pathWithin(directories.root, path))));
}

function sitePlugins(folders: readonly string[]): string[] {
  // To look is cheaper than to let a glob find out.
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      fastGlob
        .sync('**/*.{rb,js,mjs,ts}', {
          cwd: folder,
          absolute: true,
          ignore: ['**/node_modules/**', '**/*.d.ts'],
        })
        .sort(),
    );
}

/** `paginate` without the gem that does it (Jekyll 4.4.1, `PluginManager#deprecation_checks`). */
function warnOfPagination(
  config: Config,
  gems: ReadonlySet<string>,
  report: (diagnostic: Diagnostic) => void,
): void {
  const isWanted = isTruthy(config.settings.get('paginate') ?? null);
  const isNamed = config.plugins.includes('jekyll-paginate') || gems.has('jekyll-paginate');
  if (isWanted && !isNamed) report(messages.paginationWithoutGem());
}
