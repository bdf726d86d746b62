import type { ProgramCode } from '../../code-cache/code-cache.js';
import type { CommandReporter } from '../../report/logger.js';
import { suggest } from '../../ruby/suggest.js';
import type { Flag, FlagValues } from './flags.js';

/** One command as the command line knows it; its work is loaded when it is called. */
export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** After the program's name, e.g. `new PATH`. */
  readonly syntax: string;
  readonly description: string;
  /** Calls as they are typed, without the program's name, and what each does. */
  readonly examples?: readonly Example[];
  /** The switches that mean something to it, in the order of the help text. */
  readonly flags: readonly Flag[];
  /** How many words it takes besides itself; default any number. */
  readonly mostWords?: number;
  /** A word that Jekyll has and that only leads elsewhere here: help does not list it. */
  readonly isHidden?: true;
  readonly load: () => Promise<RunCommand>;
}

/** A call of a command. */
export interface Example {
  /** After the program's name, e.g. `build --strict`. */
  readonly call: string;
  readonly about: string;
}

/** Does the work and answers with the exit code. */
export type RunCommand = (invocation: Invocation) => Promise<number>;

/** What one call of the program was given. */
export interface Invocation {
  readonly command: Command;
  /** Every command there is. */
  readonly commands: readonly Command[];
  /** Words that are neither the command nor flags. */
  readonly args: readonly string[];
  readonly flags: FlagValues;
  readonly reporter: CommandReporter;
  /** Another one like it, for commands that build again and again and show each place afresh. */
  readonly makeReporter: () => CommandReporter;
  /** The working directory, absolute. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Told of builds that went well, by a server of each. */
  readonly code: ProgramCode;
}

/** The command of that name or alias. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases.includes(name));
}

/** Words that other programs have for what a command does, and that are too far from its name to be guessed. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['check', 'doctor'],
  ['compare', 'diff'],
  ['create', 'new'],
  ['develop', 'serve'],
  ['init', 'new'],
  ['lint', 'doctor'],
  ['start', 'serve'],
  ['watch', 'serve'],
]);

/** A hint naming the command that was meant, `null` when none is near. */
export function suggestCommand(commands: readonly Command[], name: string): string | null {
  const meant = OTHER_WORDS.get(name);
  if (meant !== undefined && findCommand(commands, meant) !== undefined) return `Did you mean '${meant}'?`;
  const shown = commands.filter(({ isHidden }) => !isHidden);
  return suggest(
    name,
    shown.flatMap((command) => [command.name, ...command.aliases]),
  );
}

/** Thrown when a command cannot be carried out as given; the message is for the user. Not for errors in the site's files. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** @param topic Jekyll's topic where it prints one, e.g. `Conflict:`. */
  constructor(
    message: string,
    readonly topic?: string,
  ) {
    super(message);
  }
}
