import type { Command, Example } from '../../src/commands/line/command.js';
import { COMMANDS } from '../../src/commands/line/command-table.js';
import { type Flag, GLOBAL_FLAGS } from '../../src/commands/line/flags.js';
import { code, type DocsPage, docsPage, fence, heading, inline, paragraph, table } from './markup.js';
import { readTable } from './tables.js';

/** Every command with its flags. */
export function commandPage(): DocsPage {
  const more = readTable('commands');
  const shown = COMMANDS.filter(({ isHidden }) => !isHidden);
  return docsPage(
    'content/reference/commands.md',
    {
      title: 'Commands',
      lead: 'Every command and its flags, as `utterson help COMMAND` has them.'.replaceAll('`', ''),
      made_from: 'src/commands/line/command-table.ts',
    },
    [
      'Flags may stand anywhere on the line; `--flag=value` is the same as `--flag value`. A flag wins over the key of the [configuration](configuration.md) that means the same. A command ends with 0 when all went well, with 1 when something did not.',
      heading(2, 'Of every command', 'all'),
      flagTable(GLOBAL_FLAGS),
      ...shown.map((command) => commandText(command, more)),
    ].join('\n\n'),
  );
}

function commandText(
  { name, aliases, syntax, description, examples = [], flags }: Command,
  more: Readonly<Record<string, string>>,
): string {
  const known = flags.filter(({ isUnsupported }) => !isUnsupported);
  return [
    heading(2, name, name),
    paragraph(`${description}.`),
    ...(more[name] === undefined ? [] : [paragraph(more[name])]),
    fence(`utterson ${syntax}`, 'console'),
    ...(aliases.length > 0
      ? [`<p>Also: ${aliases.map((alias) => code(`utterson ${alias}`)).join(', ')}.</p>`]
      : []),
    ...(examples.length > 0 ? [exampleTable(examples)] : []),
    ...(known.length > 0 ? [flagTable(known)] : []),
  ].join('\n\n');
}

function exampleTable(examples: readonly Example[]): string {
  return table(
    ['For example', 'What it does'],
    examples.map(({ call, about }) => [code(`utterson ${call}`), inline(about)]),
  );
}

function flagTable(flags: readonly Flag[]): string {
  return table(
    ['Flag', 'What it does'],
    flags.map((flag) => [switches(flag), inline(flag.description)]),
  );
}

function switches({ short, long, alias, kind, value, words }: Flag): string {
  const name = kind === 'negatable' ? `--[no-]${long}` : `--${long}`;
  const whole = `${name}${value === undefined ? '' : ` ${value}`}${words ? `[=${words.join('|')}]` : ''}`;
  const others = [
    short === undefined ? [] : `-${short}`,
    whole,
    alias === undefined ? [] : `--${alias}`,
  ].flat();
  return others.map(code).join(', ');
}
