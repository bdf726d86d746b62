import type { Command } from '../line/command.js';
import type { Flag } from '../line/flags.js';
import { ownFlags, spellings, valueKind } from './spellings.js';

/** For zsh 5 and newer, as a file `_utterson` in a folder of `fpath`. */
export function zshCompletion(commands: readonly Command[], globals: readonly Flag[]): string {
  const described = commands.flatMap(({ name, aliases, description }) =>
    [name, ...aliases].map((word) => `    ${quoted(`${word}:${description.replaceAll(':', '\\:')}`)}`),
  );
  const cases = commands.map(
    ({ name, aliases, flags }) =>
      `        (${[name, ...aliases].join('|')})\n          _arguments ${[
        ...ownFlags(flags, globals).flatMap(specifications),
        name === 'completion' ? "'1:shell:(bash zsh fish)'" : "'*:file:_files'",
      ].join(' \\\n            ')} ;;`,
  );
  return `#compdef utterson
# zsh completion of utterson, printed by \`utterson completion zsh\`
_utterson() {
  local -a commands
  local curcontext=$curcontext state line
  commands=(
${described.join('\n')}
  )
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    (command) _describe command commands ;;
    (argument)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
_utterson "$@"
`;
}

/** One for each spelling: what \`_arguments\` is given. */
function specifications(flag: Flag): string[] {
  const about = flag.description.replace(/[[\\\]:]/g, '\\$&');
  const value = { none: '', other: `:${flag.value}:`, folder: ':folder:_files -/', file: ':file:_files' };
  return spellings(flag).map((name) => quoted(`${name}[${about}]${value[valueKind(flag)]}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
