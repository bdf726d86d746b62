/** What a command that only looks at a site wants of it: what would be rendered, and what templates and plugins may name. */

import { withSettings } from './config/with-settings.js';
import { generateSite } from './generate-site.js';
import type { AbsentNames } from './liquid/engine.js';
import type { Config } from './model/config.js';
import { type Diagnostic, SiteError } from './model/diagnostic.js';
import { IN_MEMORY } from './model/output.js';
import type { Plugin } from './model/plugin.js';
import type { PluginCommand } from './model/plugin-command.js';
import type { Site } from './model/site.js';
import { builtInPlugins } from './plugins/built-in-plugins.js';
import { type LoadedPlugins, unreadLines } from './plugins/load-plugins.js';
import type { MissingGems } from './plugins/missing-gems.js';
import { gemsOfBundle, gemsOfPlugins, gemsOfTheme } from './plugins/named-gems.js';
import { otherReleases } from './plugins/single-releases.js';
import { EntryFilter } from './read/entry-filter.js';
import { readSite } from './read/read-site.js';
import { createHooks } from './render/create-hooks.js';
import { createExtensions, type Extensions } from './render/extensions.js';
import { KeptEngines } from './render/kept-engines.js';
import { collecting } from './report/findings.js';
import type { Reporter } from './report/logger.js';
import { Recorder } from './reuse/recorder.js';
import { isWithin, pathWithin } from './ruby/file-path.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import type { Value } from './ruby/value.js';
import { chosenEngine } from './ruby-host/find-engine.js';
import { loadCompletely } from './start-site.js';

/** The names that mean something here. */
export interface Abilities {
  /** Names of Liquid tags, those inside blocks (`else`, `when`, `endif`, …) included. */
  readonly tags: ReadonlySet<string>;
  /** A warning for each gem that the site names and whose work is not done here, and for what of the Gemfile cannot be read. */
  readonly missingGems: readonly Diagnostic[];
  /** Gems whose work is done here when `plugins` names them. */
  readonly plugins: ReadonlySet<string>;
  /** Those that the site loads. */
  readonly loaded: readonly Plugin[];
  /** Each gem that the site names, and what becomes of it. */
  readonly states: readonly GemState[];
  /** Whose names may be that nobody defines. */
  readonly absent: AbsentNames;
  /** What would run plugins in Ruby; `null` for nothing. */
  readonly rubyEngine: 'wasm' | 'system' | null;
  /** Why they cannot be loaded; `null` where they can. */
  readonly rubyFailure: Diagnostic | null;
}

/**
 * What templates and `plugins:` may name.
 *
 * @throws SiteError for a plugin of the site's own that cannot be loaded
 */
export async function abilitiesOf(config: Config): Promise<Abilities> {
  const { plugins, missing, close, rubyFailure } = await loadWithoutFail(config);
  const { tagNames } = await createExtensions(config, {
    ...withoutPlugins(() => {}),
    plugins,
    hooks: createHooks(plugins, config.directories.root),
  }).finally(close);
  return {
    tags: tagNames,
    missingGems: [...unreadLines(config), ...missing.warnings()],
    plugins: new Set(builtInPlugins.keys()),
    loaded: plugins,
    absent: missing,
    states: statesOf(config, plugins, missing),
    rubyEngine: chosenEngine(config),
    rubyFailure,
  };
}

/** The plugins of a site, without those in Ruby where one of them cannot be loaded. */
async function loadWithoutFail(
  config: Config,
): Promise<LoadedPlugins & { readonly rubyFailure: Diagnostic | null }> {
  try {
    return { ...(await loadCompletely(config, [], () => {})), rubyFailure: null };
  } catch (error) {
    if (!(error instanceof SiteError) || !error.diagnostic.code.startsWith('ruby-')) throw error;
    const settings = new Map<Value, Value>(config.settings).set('utterson', new Map([['ruby', 'off']]));
    const loaded = await loadCompletely(withSettings(config, settings), [], () => {});
    return { ...loaded, rubyFailure: error.diagnostic };
  }
}

function statesOf(config: Config, loaded: readonly Plugin[], missing: MissingGems): GemState[] {
  const named = [...gemsOfBundle(config), ...gemsOfTheme(config), ...gemsOfPlugins(config)];
  const names = [...new Set(named.map(({ name }) => name))];
  return names.map((name): GemState => {
    if (missing.names.includes(name)) return { name, state: 'missing' };
    if (otherReleases(new Set([name]), config).length > 0)
      return { name, state: 'built in, as another release' };
    const isLoaded = loaded.some((plugin) => plugin.name === name) || builtInPlugins.has(name);
    return { name, state: isLoaded ? 'built in' : 'nothing to do' };
  });
}

/** A gem that a site names. */
export interface GemState {
  readonly name: string;
  readonly state: 'built in' | 'built in, as another release' | 'missing' | 'nothing to do';
}

/** A command, and the name of the plugin it comes from. */
export interface NamedCommand {
  readonly plugin: string;
  readonly command: PluginCommand;
}

/**
 * The commands that the plugins of a site bring, one of each name, and the configuration with the plugins' defaults.
 *
 * @throws SiteError for a plugin of the site's own that cannot be loaded
 */
export async function commandsOf(
  given: Config,
): Promise<{ readonly config: Config; readonly commands: readonly NamedCommand[] }> {
  const { config, plugins, close } = await loadCompletely(given, [], () => {});
  // Plugins in Ruby bring no commands.
  close();
  const byName = new Map<string, NamedCommand>();
  for (const { name: plugin, commands = [] } of plugins) {
    for (const command of commands) byName.set(command.name, { plugin, command });
  }
  return { config, commands: [...byName.values()] };
}

/** A site as it would be rendered, but for what hooks do, and what was reported on the way. */
export interface SurveyedSite {
  readonly site: Site;
  readonly extensions: Extensions;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param plugins whose generators run, and whose converters and filters are there
 * @throws SiteError for what stops a build at once
 */
export async function surveySite(
  config: Config,
  to: Reporter,
  plugins: readonly Plugin[] = [],
): Promise<SurveyedSite> {
  const { reporter, diagnostics } = collecting(to);
  const extensions = await createExtensions(config, { ...withoutPlugins(reporter.report), plugins });
  const tests = plugins.flatMap((plugin) => plugin.needsNoFrontMatter?.(config) ?? []);
  const needsNoHeader = (extension: string): boolean => tests.some((test) => test(extension));
  // What cannot be read is told of, and does not keep the rest from being looked at.
  const options = { needsNoHeader, keepsGoing: true };
  const read = withTimeZone(config.timezone, () => readSite(config, reporter, IN_MEMORY, options));
  const site = await generateSite(read, { plugins, extensions, reporter, kept: null });
  return { site, extensions, diagnostics };
}

/**
 * Whether a path of the source is kept out by `exclude`, be it by a folder above it; not in the folders of layouts, includes, data, Sass
 * and plugins, which have their own rules.
 *
 * @returns a test for absolute paths
 */
export function excludedPaths(config: Config): (path: string) => boolean {
  const { source, layouts, includes, data, sass, plugins } = config.directories;
  const filter = new EntryFilter(config);
  const others = [...layouts, ...includes, ...data, ...sass, ...plugins];
  const isOther = (path: string): boolean =>
    others.some((folder) => isWithin(folder, path) || isWithin(path, folder));
  const known = new Map<string, boolean>([['', false]]);
  const isFolderOut = (folder: string): boolean => {
    const isOut = known.get(folder) ?? isOutside(folder);
    known.set(folder, isOut);
    return isOut;
  };
  const isOutside = (inner: string): boolean => {
    const end = Math.max(inner.lastIndexOf('/'), 0);
    const folder = inner.slice(0, end);
    return isFolderOut(folder) || filter.excludes(inner.slice(end === 0 ? 0 : end + 1), folder);
  };
  return (path) =>
    path !== source && isWithin(source, path) && !isOther(path) && isOutside(pathWithin(source, path));
}

function withoutPlugins(report: (diagnostic: Diagnostic) => void): Parameters<typeof createExtensions>[1] {
  return {
    plugins: [],
    hooks: createHooks([], ''),
    markdownItPlugins: [],
    engines: new KeptEngines(),
    recorder: new Recorder(report),
  };
}
