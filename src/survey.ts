/** What a command that only looks at a site wants of it: what would be rendered, and what templates and plugins may name. */
import { generateSite } from './generate-site.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import { IN_MEMORY } from './model/output.js';
import type { PluginCommand } from './model/plugin-command.js';
import type { Site } from './model/site.js';
import { builtInPlugins } from './plugins/built-in-plugins.js';
import { unreadLines } from './plugins/load-plugins.js';
import { readSite } from './read/read-site.js';
import { createHooks } from './render/create-hooks.js';
import { createExtensions } from './render/extensions.js';
import { KeptEngines } from './render/kept-engines.js';
import { collecting } from './report/findings.js';
import type { Reporter } from './report/logger.js';
import { Recorder } from './reuse/recorder.js';
import { withTimeZone } from './ruby/time/time-zone.js';
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
  /** What would run plugins in Ruby; `null` for nothing. */
  readonly rubyEngine: 'wasm' | 'system' | null;
}

/**
 * What templates and `plugins:` may name.
 *
 * @throws SiteError for a plugin of the site's own that cannot be loaded
 */
export async function abilitiesOf(config: Config): Promise<Abilities> {
  const { plugins, missing, close } = await loadCompletely(config, [], () => {});
  const { tagNames } = await createExtensions(config, {
    ...withoutPlugins(() => {}),
    plugins,
    hooks: createHooks(plugins, config.directories.root),
  }).finally(close);
  return {
    tags: tagNames,
    missingGems: [...unreadLines(config), ...missing.warnings()],
    plugins: new Set(builtInPlugins.keys()),
    rubyEngine: chosenEngine(config),
  };
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

/** A site as it would be rendered, but for what plugins do, and what was reported on the way. */
export interface SurveyedSite {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws SiteError for what stops a build at once */
export async function surveySite(config: Config, to: Reporter): Promise<SurveyedSite> {
  const { reporter, diagnostics } = collecting(to);
  const extensions = await createExtensions(config, withoutPlugins(reporter.report));
  const read = withTimeZone(config.timezone, () => readSite(config, reporter, IN_MEMORY));
  const site = await generateSite(read, { plugins: [], extensions, reporter });
  return { site, diagnostics };
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
