import type { Reporter } from '../../report/logger.js';
import type { Command } from './command.js';
import { UnknownOptionError, type UsageError } from './parse-arguments.js';

/** Says what cannot be understood, what may have been meant, and where to read on. */
export function tellUsageError(
  error: UsageError,
  command: Command | undefined,
  commands: readonly Command[],
  reporter: Reporter,
): void {
  reporter.error('Error:', error.message);
  const others = error instanceof UnknownOptionError ? ownersOf(error.option, commands) : [];
  if (error.hint !== null) reporter.error('', `→ ${error.hint}`);
  else if (others.length > 0)
    reporter.error('', `→ It is one of \`utterson ${others.join('`, `utterson ')}\`.`);
  const help = command === undefined ? 'utterson help' : `utterson ${command.name} --help`;
  reporter.error('', `→ \`${help}\` shows what there is.`);
}

/** The names of the commands that have the switch. */
function ownersOf(option: string, commands: readonly Command[]): string[] {
  return commands
    .filter(({ flags }) => flags.some(({ short, long }) => [`-${short}`, `--${long}`].includes(option)))
    .map(({ name }) => name);
}
