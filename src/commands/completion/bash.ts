import type { Command } from '../line/command.js';
import type { Flag } from '../line/flags.js';
import { ownFlags, spellings, valueKind } from './spellings.js';

/** For bash 3.2 and newer, which is what macOS has. */
export function bashCompletion(commands: readonly Command[], globals: readonly Flag[]): string {
  const names = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
  const cases = commands.map(
    (command) =>
      `    ${[command.name, ...command.aliases].join('|')}) words='${wordsOf(command, globals)}' ;;`,
  );
  const every = commands.flatMap(({ flags }) => ownFlags(flags, globals));
  const withPath = every.filter((flag) => ['folder', 'file'].includes(valueKind(flag)));
  return `# bash completion of utterson, printed by \`utterson completion bash\`
_utterson() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      ${names.join('|')}) command=$word; break ;;
    esac
  done
  case $previous in
    ${unique(withPath.flatMap(spellings)).join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case $command in
    '') words='${[...names, ...globals.flatMap(spellings)].join(' ')}' ;;
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ \${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _utterson utterson
`;
}

function wordsOf({ name, flags }: Command, globals: readonly Flag[]): string {
  const more = name === 'completion' ? ['bash', 'zsh', 'fish'] : [];
  return [...more, ...ownFlags(flags, globals).flatMap(spellings)].join(' ');
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
