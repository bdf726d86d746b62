/** The command line: arguments → command → exit code. Nothing heavy is imported here, so that `--version` is quick. */
import { type Command, CommandError, findCommand, suggestCommand } from './commands/line/command.js';
import { COMMANDS } from './commands/line/command-table.js';
import { deprecationsIn } from './commands/line/deprecated-switches.js';
import { BUILD_FLAGS, type Flag, type FlagValues, GLOBAL_FLAGS } from './commands/line/flags.js';
import { commandHelp, programHelp } from './commands/line/help-text.js';
import { packageVersion } from './commands/line/package-root.js';
import { findCommandIndex, parseArguments, UsageError } from './commands/line/parse-arguments.js';
import { SiteError } from './model/diagnostic.js';
import { type CommandReporter, createReporter, levelFrom } from './report/logger.js';
import { paletteFor } from './report/palette.js';
import { stacksOf } from './report/print-diagnostic.js';
import { createProgress, NO_PROGRESS, type ProgressOptions } from './report/progress.js';

/** Runs the program and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`utterson help | head`) is no error.
  if (!process.stdout.listeners('error').includes(refuseAllButClosedPipes)) {
    process.stdout.on('error', refuseAllButClosedPipes);
  }
  process.exitCode = await run(argv);
}

function refuseAllButClosedPipes(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function run(argv: readonly string[]): Promise<number> {
  const commandIndex = findCommandIndex(argv, [...BUILD_FLAGS, ...GLOBAL_FLAGS]);
  const name = argv[commandIndex];
  const command = name === undefined ? undefined : findCommand(COMMANDS, name);
  const known = [...(command?.flags ?? []), ...GLOBAL_FLAGS];
  let reporter = reporterFor({});
  try {
    for (const message of deprecationsIn(argv)) reporter.warn('Deprecation:', message);
    const { flags, args } = parseArguments(command ? argv.toSpliced(commandIndex, 1) : argv, known);
    reporter = reporterFor(flags);
    const text = informationFor(flags, command);
    if (text !== null) {
      process.stdout.write(`${text}\n`);
      return 0;
    }
    if (!command) return refuseCommand(name, reporter);
    if (hasUnsupported(known, flags, reporter)) return 1;
    // Read for files that are loaded from now on: a stack then names lines of `src/`.
    if (reporter.isTraced) process.setSourceMapsEnabled(true);
    const runCommand = await command.load();
    return await runCommand({
      command,
      commands: COMMANDS,
      args,
      flags,
      reporter,
      makeReporter: () => reporterFor(flags),
      directory: process.cwd(),
      environment: process.env,
    });
  } catch (error) {
    return fail(error, reporter);
  }
}

/** What `--version` and `--help` answer, of the program or of a command. */
function informationFor(flags: FlagValues, command: Command | undefined): string | null {
  if (flags['version']) return `utterson ${packageVersion()}`;
  if (!flags['help']) return null;
  return command ? commandHelp(command, GLOBAL_FLAGS) : programHelp(COMMANDS, GLOBAL_FLAGS, packageVersion());
}

function refuseCommand(name: string | undefined, reporter: CommandReporter): number {
  if (name === undefined) {
    reporter.error('A subcommand is required.');
    reporter.raw('info', programHelp(COMMANDS, GLOBAL_FLAGS, packageVersion()));
    return 1;
  }
  reporter.error(
    `fatal: 'jekyll ${name}' could not be found. You may need to install the jekyll-${name} gem or a related gem ` +
      'to be able to use this subcommand.',
  );
  reporter.error(suggestCommand(COMMANDS, name) ?? '`utterson help` lists the commands.');
  return 1;
}

function hasUnsupported(known: readonly Flag[], flags: FlagValues, reporter: CommandReporter): boolean {
  const used = known.filter(({ key, isUnsupported }) => isUnsupported && flags[key]);
  for (const { long } of used) reporter.error('Error:', `The option '--${long}' is not supported yet.`);
  return used.length > 0;
}

/** Says what went wrong and answers with the exit code. */
function fail(error: unknown, reporter: CommandReporter): number {
  if (error instanceof SiteError) {
    reporter.report(error.diagnostic);
  } else if (error instanceof UsageError) {
    reporter.error("Whoops, we can't understand your command.");
    for (const line of error.message.split('\n')) reporter.error(line);
    reporter.error('Run your command again with the --help switch to see available options.');
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
