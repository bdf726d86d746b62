/** Help texts, laid out as Jekyll's (mercenary 0.4, `Presenter`), with the descriptions in one column. */
import type { Command } from './command.js';
import type { Flag } from './flags.js';

/** Switches wider than this push their description to the next line; in columns. */
const WIDEST_SWITCHES = 34;

/** `utterson --help`. */
export function programHelp(commands: readonly Command[], globals: readonly Flag[], version: string): string {
  const rows = commands.map(
    ({ name, aliases, description }): Row => [[name, ...aliases].join(', '), description],
  );
  return [
    `utterson ${version} -- Builds Jekyll sites, and sites of its own shape, without Ruby`,
    'Usage:',
    '  utterson <subcommand> [options]',
    `Options:\n${table(globals.map(flagRow))}`,
    `Subcommands:\n${table(rows)}`,
    '`utterson help SUBCOMMAND` tells more about one of them.',
  ].join('\n\n');
}

/** `utterson COMMAND --help`. */
export function commandHelp(command: Command, globals: readonly Flag[]): string {
  const own = new Set(command.flags.map(({ long }) => long));
  const inherited = globals.filter(({ long }) => !own.has(long));
  const { name, aliases, description, syntax } = command;
  return [
    `utterson ${name} -- ${description}`,
    'Usage:',
    `  utterson ${syntax}`,
    ...(aliases.length > 0 ? [`Also: ${aliases.map((alias) => `utterson ${alias}`).join(', ')}`] : []),
    ...(command.flags.length > 0 ? [`Options:\n${table(command.flags.map(flagRow))}`] : []),
    `Options of every command:\n${table(inherited.map(flagRow))}`,
  ].join('\n\n');
}

type Row = readonly [left: string, right: string];

function flagRow({ short, long, kind, value, words, description, isUnsupported }: Flag): Row {
  const letter = short === undefined ? '    ' : `-${short}, `;
  const name = kind === 'negatable' ? `--[no-]${long}` : `--${long}`;
  const note = isUnsupported ? ' (not supported yet)' : '';
  return [
    `${letter}${name}${value === undefined ? '' : ` ${value}`}${words ? `[=${words.join('|')}]` : ''}`,
    description + note,
  ];
}

function table(rows: readonly Row[]): string {
  const fitting = rows.map(([left]) => left.length).filter((length) => length <= WIDEST_SWITCHES);
  const width = Math.max(0, ...fitting);
  return rows
    .map(([left, right]) => {
      const isWide = left.length > width;
      return `  ${isWide ? `${left}\n  ${' '.repeat(width)}` : left.padEnd(width)}  ${right}`;
    })
    .join('\n');
}
