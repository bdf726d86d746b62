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
  readonly flags: readonly Flag[];
  readonly load: () => Promise<RunCommand>;
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

/** A hint naming the command that was meant, `null` when none is near. */
export function suggestCommand(commands: readonly Command[], name: string): string | null {
  return suggest(
    name,
    commands.flatMap((command) => [command.name, ...command.aliases]),
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
