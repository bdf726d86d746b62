import type { Command } from '../line/command.js';
import type { Flag } from '../line/flags.js';
import { ownFlags, valueKind } from './spellings.js';

/** For fish 3 and newer. */
export function fishCompletion(commands: readonly Command[], globals: readonly Flag[]): string {
  const lines = commands.flatMap((command) => {
    const names = [command.name, ...command.aliases].join(' ');
    const seen = `__fish_seen_subcommand_from ${names}`;
    return [
      `complete -c utterson -f -n __fish_use_subcommand -a '${names}' -d ${quoted(command.description)}`,
      ...ownFlags(command.flags, globals).flatMap((flag) => linesOf(flag, seen)),
    ];
  });
  const shells = `complete -c utterson -f -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'`;
  return `# fish completion of utterson, printed by \`utterson completion fish\`\n${[...lines, shells].join('\n')}\n`;
}

function linesOf(flag: Flag, seen: string): string[] {
  const { short, long, alias, kind, description } = flag;
  const letter = short === undefined ? '' : ` -s ${short}`;
  const value = { none: '', other: ' -x', folder: " -x -a '(__fish_complete_directories)'", file: ' -rF' };
  const about = ` -d ${quoted(description)}`;
  const other = alias === undefined ? '' : ` -l ${alias}`;
  const line = `complete -c utterson -n '${seen}'${letter} -l ${long}${other}${value[valueKind(flag)]}${about}`;
  if (kind !== 'negatable') return [line];
  return [line, `complete -c utterson -n '${seen}' -l no-${long}${about}`];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
