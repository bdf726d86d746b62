import { resolve } from 'node:path';
import { isDirectory } from '../../ruby/file-test.js';
import { type Command, CommandError } from './command.js';

/**
 * Jekyll passes over words that a command does not take; here they are refused, as they were meant for something.
 *
 * @param directory the working directory
 * @throws CommandError
 */
export function refuseStrayWords(
  { name, mostWords = Number.POSITIVE_INFINITY, flags }: Command,
  args: readonly string[],
  directory: string,
): void {
  const stray = args.slice(mostWords);
  if (stray.length === 0) return;
  const words = stray.map((word) => `'${word}'`).join(', ');
  const isSource = flags.some(({ key }) => key === 'source') && isDirectory(resolve(directory, stray[0]!));
  const hint = isSource
    ? `For the site in that folder: \`utterson ${name} --source ${stray[0]}\``
    : `\`utterson ${name} --help\` shows what it takes.`;
  throw new CommandError(`\`utterson ${name}\` does not take ${words}.\n→ ${hint}`);
}
