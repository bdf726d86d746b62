/** Commands that a site's plugins bring, as the command line knows its own. */
import { loadConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { CommandTools } from '../model/plugin-command.js';
import type { CommandReporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { placeInPlugin } from '../report/plugin-place.js';
import { commandsOf, type NamedCommand } from '../survey.js';
import { buildOnce } from './build-once.js';
import type { Command, Invocation, RunCommand } from './line/command.js';
import { buildFlags } from './line/config-flags.js';
import { placesFrom } from './line/places.js';

/** Which site to ask. */
export type SiteOfCommands = Pick<Invocation, 'directory' | 'environment' | 'flags' | 'reporter'>;

/** What a site's plugins bring. */
export interface FoundCommands {
  readonly commands: readonly Command[];
  /** Why there may be more of them; `null` when there are not. */
  readonly failure: Diagnostic | null;
}

/** The commands of the plugins of the site that the flags lead to. Nothing is told: whoever only asks for help need not hear of the site. */
export async function findPluginCommands(site: SiteOfCommands): Promise<FoundCommands> {
  const { directory, environment, flags } = site;
  const reporter: CommandReporter = { ...site.reporter, report: () => {}, warn: () => {}, info: () => {} };
  try {
    const given = loadConfig({
      directory,
      flags: buildFlags(flags),
      environment,
      reporter,
      ignoresMissingTheme: true,
    });
    const { config, commands } = await commandsOf(given);
    return { commands: commands.map((one) => toCommand(one, { given, config })), failure: null };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { commands: [], failure: error.diagnostic };
  }
}

/** The configuration as it was loaded, which a build completes itself, and as plugins complete it. */
interface Configs {
  readonly given: Config;
  readonly config: Config;
}

function toCommand(one: NamedCommand, configs: Configs): Command {
  const { name, description } = one.command;
  return {
    name,
    aliases: [],
    syntax: `${name} [arguments]`,
    description: `${description} (of the plugin ${one.plugin})`,
    flags: [],
    load: async () => runnerOf(one, configs),
  };
}

function runnerOf({ plugin, command }: NamedCommand, { given, config }: Configs): RunCommand {
  return async ({ args, directory, reporter }) => {
    const told = placesFrom(directory, config, reporter);
    for (const diagnostic of config.diagnostics) told.report(diagnostic);
    const tools: CommandTools = {
      config,
      build: async () => (await buildOnce({ config: given, reporter: told, directory })).wentWell,
      info: told.info,
      report: told.report,
    };
    try {
      return (await command.run(args, tools)) ?? 0;
    } catch (error) {
      told.report(failureOf(error));
      return 1;
    }
  };

  function failureOf(error: unknown): Diagnostic {
    if (error instanceof SiteError) return error.diagnostic;
    const place = placeInPlugin(error, new Error('called here'), config.directories.root);
    return messages.commandFailed(command.name, plugin, error, place);
  }
}
