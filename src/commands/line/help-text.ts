/** Help texts, laid out as Jekyll's (mercenary 0.4, `Presenter`), with the descriptions in one column. */
import type { Command, Example } from './command.js';
import type { Flag } from './flags.js';

/** Switches wider than this push their description to the next line; in columns. */
const WIDEST_SWITCHES = 34;

/** `utterson --help`. */
export function programHelp(commands: readonly Command[], { globals, version, homepage }: Program): string {
  const rows = commands
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, aliases, description }): Row => [[name, ...aliases].join(', '), description]);
  return [
    `utterson ${version} -- Builds Jekyll sites, and sites of its own shape, without Ruby`,
    'Usage:',
    '  utterson <subcommand> [options]',
    `Examples:\n${table(FIRST_CALLS.map(exampleRow))}`,
    `Subcommands:\n${table(rows)}`,
    `Options of every command:\n${table(globals.map(flagRow))}`,
    `\`utterson help SUBCOMMAND\` tells more about one of them, ${homepage} about all.`,
  ].join('\n\n');
}

/** What stands in every help text. */
export interface Program {
  readonly globals: readonly Flag[];
  readonly version: string;
  /** Where more is to be read. */
  readonly homepage: string;
}

const FIRST_CALLS: readonly Example[] = [
  { call: 'new my-site', about: 'start a site' },
  { call: 'doctor', about: 'see what of a Jekyll site would come out differently' },
  { call: 'serve', about: 'look at the site while it is written' },
  { call: 'build', about: 'write it to a folder for any web server' },
];

/** `utterson COMMAND --help`. */
export function commandHelp(command: Command, { globals, homepage }: Program): string {
  const { name, aliases, description, syntax, examples = [] } = command;
  const flags = command.flags.filter(({ isUnsupported }) => !isUnsupported);
  return [
    `utterson ${name} -- ${description}`,
    'Usage:',
    `  utterson ${syntax}`,
    ...(aliases.length > 0 ? [`Also: ${aliases.map((alias) => `utterson ${alias}`).join(', ')}`] : []),
    ...(examples.length > 0 ? [`Examples:\n${table(examples.map(exampleRow))}`] : []),
    ...(flags.length > 0 ? [`Options:\n${table(flags.map(flagRow))}`] : []),
    `Options of every command:\n${table(globals.map(flagRow))}`,
    `More: ${homepage}`,
  ].join('\n\n');
}

type Row = readonly [left: string, right: string];

function flagRow({ short, long, alias, kind, value, words, description }: Flag): Row {
  const letter = short === undefined ? '    ' : `-${short}, `;
  const other = alias === undefined ? '' : `, --${alias}`;
  const name = (kind === 'negatable' ? `--[no-]${long}` : `--${long}`) + other;
  return [
    `${letter}${name}${value === undefined ? '' : ` ${value}`}${words ? `[=${words.join('|')}]` : ''}`,
    description,
  ];
}

function exampleRow({ call, about }: Example): Row {
  return [`utterson ${call}`, about];
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
