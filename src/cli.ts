/** The command line: arguments → command → exit code. Nothing heavy is imported here, so that `--version` is quick. */
import { createRequire } from 'node:module';
import type { ProgramCode } from './code-cache/code-cache.js';
import { allowClosedPipes } from './commands/line/closed-pipes.js';
import {
  type Command,
  CommandError,
  findCommand,
  type Invocation,
  suggestCommand,
} from './commands/line/command.js';
import { COMMANDS } from './commands/line/command-table.js';
import { deprecationsIn } from './commands/line/deprecated-switches.js';
import { BUILD_FLAGS, type Flag, type FlagValues, GLOBAL_FLAGS, SITE_FLAGS } from './commands/line/flags.js';
import { commandHelp, programHelp } from './commands/line/help-text.js';
import { packageVersion } from './commands/line/package-root.js';
import { findCommandIndex, parseArguments, UsageError } from './commands/line/parse-arguments.js';
import { refuseStrayWords } from './commands/line/stray-words.js';
import { thisProgram } from './commands/line/this-program.js';
import { tellUsageError } from './commands/line/usage-errors.js';
import { SiteError } from './model/diagnostic.js';
import { type CommandReporter, createReporter, levelFrom } from './report/logger.js';
import { paletteFor } from './report/palette.js';
import { stacksOf } from './report/print-diagnostic.js';
import { createProgress, NO_PROGRESS, type ProgressOptions } from './report/progress.js';

/** Node's own way. */
const COMPILED_ANEW: ProgramCode = { load: createRequire(import.meta.url), keep: () => undefined };

/**
 * Runs the program and sets the exit code of the process.
 *
 * @param code what compiles the program's own files
 */
export async function main(argv: readonly string[], code: ProgramCode = COMPILED_ANEW): Promise<void> {
  allowClosedPipes();
  process.exitCode = await run(argv, code);
}

async function run(argv: readonly string[], code: ProgramCode): Promise<number> {
  const commandIndex = findCommandIndex(argv, ALL_FLAGS);
  const name = argv[commandIndex];
  const command = name === undefined ? undefined : findCommand(COMMANDS, name);
  const known = command ? [...command.flags, ...SITE_FLAGS, ...GLOBAL_FLAGS] : ALL_FLAGS;
  let reporter = reporterFor({});
  try {
    for (const message of deprecationsIn(argv, command?.flags ?? [])) reporter.warn('Deprecation:', message);
    if (command === undefined && name !== undefined) return await runUnknown(argv, commandIndex, code);
    const { flags, args } = parseArguments(command ? argv.toSpliced(commandIndex, 1) : argv, known);
    reporter = reporterFor(flags);
    if (flags['version']) return inform(`utterson ${packageVersion()}`);
    if (flags['help'] && command) return inform(commandHelp(command, thisProgram()));
    const commands = listsCommands(command, args)
      ? [...COMMANDS, ...(await pluginCommands(flags, reporter))]
      : COMMANDS;
    if (flags['help']) return inform(programHelp(commands, thisProgram()));
    if (command === undefined) return demandCommand(commands, reporter);
    refuseStrayWords(command, args, process.cwd());
    if (hasUnsupported(known, flags, reporter)) return 1;
    return await runCommand(command, { commands, args, flags, reporter, code });
  } catch (error) {
    return fail(error, reporter, command);
  }
}

/** Of a call that names no command of the program's own. */
const ALL_FLAGS: readonly Flag[] = [...BUILD_FLAGS, ...GLOBAL_FLAGS];

/** Whether the commands of plugins are asked for as well: `help` of one of the program's own needs no site. */
function listsCommands(command: Command | undefined, [about]: readonly string[]): boolean {
  if (command === undefined) return true;
  return command.name === 'help' && (about === undefined || findCommand(COMMANDS, about) === undefined);
}

type Call = Pick<Invocation, 'commands' | 'args' | 'flags' | 'reporter' | 'code'>;

async function runCommand(command: Command, call: Call): Promise<number> {
  const run = await command.load();
  return run({
    command,
    ...call,
    makeReporter: () => reporterFor(call.flags),
    directory: process.cwd(),
    environment: process.env,
  });
}

/**
 * Runs a command that is none of the program's own: a plugin's, or nobody's. What stands before the name is the program's; what stands
 * behind it is the plugin's, but for a first `--help`.
 */
async function runUnknown(argv: readonly string[], index: number, code: ProgramCode): Promise<number> {
  const name = argv[index]!;
  const args = argv.slice(index + 1);
  const { flags } = parseArguments(argv.slice(0, index), ALL_FLAGS);
  const reporter = reporterFor(flags);
  const ofPlugins = await pluginCommands(flags, reporter);
  const commands = [...COMMANDS, ...ofPlugins];
  const command = findCommand(ofPlugins, name);
  if (command === undefined) return refuseCommand(name, commands, reporter);
  if (flags['version']) return inform(`utterson ${packageVersion()}`);
  const isHelpAsked = flags['help'] || args[0] === '--help' || args[0] === '-h';
  if (isHelpAsked) return inform(commandHelp(command, thisProgram()));
  return await runCommand(command, { commands, args, flags, reporter, code });
}

/** Loaded where a name is no command of the program's own, or all of them are asked for. */
async function pluginCommands(flags: FlagValues, reporter: CommandReporter): Promise<readonly Command[]> {
  const { findPluginCommands } = await import('./commands/plugin-commands.js');
  const site = { directory: process.cwd(), environment: process.env, flags, reporter };
  const { commands, failure } = await findPluginCommands(site);
  if (failure !== null) reporter.report(failure);
  return commands.filter(({ name }) => findCommand(COMMANDS, name) === undefined);
}

function inform(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function demandCommand(commands: readonly Command[], reporter: CommandReporter): number {
  reporter.error('Error:', 'No command is named.');
  reporter.raw('info', programHelp(commands, thisProgram()));
  return 1;
}

function refuseCommand(name: string, commands: readonly Command[], reporter: CommandReporter): number {
  reporter.error('Error:', `There is no command '${name}'.`);
  reporter.error('', `→ ${suggestCommand(commands, name) ?? '`utterson help` lists the commands.'}`);
  return 1;
}

function hasUnsupported(known: readonly Flag[], flags: FlagValues, reporter: CommandReporter): boolean {
  const used = known.filter(({ key, isUnsupported }) => isUnsupported && flags[key]);
  for (const { long } of used) reporter.error('Error:', `The option '--${long}' is not supported yet.`);
  return used.length > 0;
}

/** Says what went wrong and answers with the exit code. */
function fail(error: unknown, reporter: CommandReporter, command: Command | undefined): number {
  if (error instanceof SiteError) {
    reporter.report(error.diagnostic);
  } else if (error instanceof UsageError) {
    tellUsageError(error, command, COMMANDS, reporter);
  } else if (error instanceof CommandError) {
    error.message.split('\n').forEach((line, index) => {
      reporter.error(index === 0 ? (error.topic ?? 'Error:') : '', line);
    });
  } else {
    reporter.error('Error:', error instanceof Error ? error.message : String(error));
    if (!reporter.isTraced) reporter.error('', 'This should not happen. With --trace you see where it did.');
    else for (const stack of stacksOf(error)) reporter.raw('error', stack);
  }
  return 1;
}

function reporterFor(flags: FlagValues): CommandReporter {
  const { stdout, stderr, env } = process;
  // The progress line is drawn over itself, which only a terminal can do, and which other lines would break.
  const level = levelFrom(
    { quiet: flags['quiet'] === true, verbose: flags['verbose'] === true },
    env['JEKYLL_LOG_LEVEL'],
  );
  const hasProgress = stderr.isTTY && stdout.isTTY && level === 'info' && env['TERM'] !== 'dumb';
  return createReporter({
    level,
    streams: { out: (text) => stdout.write(text), err: (text) => stderr.write(text) },
    colors: { out: paletteFor(stdout, env), err: paletteFor(stderr, env) },
    isTraced: flags['trace'] === true,
    progress: hasProgress ? createProgress(terminalOf(stderr)) : NO_PROGRESS,
  });
}

function terminalOf(stream: NodeJS.WriteStream): ProgressOptions {
  return { write: (text) => stream.write(text), now: () => performance.now(), columns: stream.columns || 80 };
}
