import type { Flag } from './flags.js';

/** Switches that Jekyll once had, with the words it still has for them (Jekyll 4.4.1, `Deprecator.process`). */
const DEPRECATED: ReadonlyMap<string, string> = new Map([
  ['--server', "The --server command has been replaced by the 'serve' subcommand."],
  ['--serve', "The --serve command has been replaced by the 'serve' subcommand."],
  ['--no-server', "To build Jekyll without launching a server, use the 'build' subcommand."],
  ['--auto', "The switch '--auto' has been replaced with '--watch'."],
  ['--no-auto', "To disable auto-replication, simply leave off the '--watch' switch."],
  ['--pygments', "The 'pygments' settings has been removed in favour of 'highlighter'."],
  ['--paginate', "The 'paginate' setting can only be set in your config files."],
  ['--url', "The 'url' setting can only be set in your config files."],
]);

/**
 * What to say about the deprecated switches among the arguments. They are unknown options all the same.
 *
 * @param own those of the command: what it takes is not deprecated there
 */
export function deprecationsIn(argv: readonly string[], own: readonly Flag[]): string[] {
  const taken = new Set(own.map(({ long }) => `--${long}`));
  return [...DEPRECATED]
    .filter(([option]) => argv.includes(option) && !taken.has(option))
    .map(([, message]) => message);
}
