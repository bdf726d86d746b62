/**
 * The few commands of Git that plugins may run without being asked for: what they can neither write nor start is settled here, since a
 * repository's own configuration can make Git do both.
 */

/** Options by command, as they are written, `=` at the end for those with a value behind it. */
const COMMON = [
  ...[
    '-1',
    '-n',
    '-n=',
    '-s',
    '--all',
    '--no-patch',
    '--first-parent',
    '--no-merges',
    '--merges',
    '--reverse',
    '--follow',
    '--branches',
  ],
  ...[
    '--max-count=',
    '--skip=',
    '--pretty=',
    '--format=',
    '--pretty',
    '--date=',
    '--since=',
    '--until=',
    '--after=',
    '--before=',
  ],
  ...[
    '--author=',
    '--grep=',
    '--diff-filter=',
    '--abbrev-commit',
    '--abbrev=',
    '--oneline',
    '--name-only',
    '--no-renames',
    '-z',
    '--date-order',
    '--topo-order',
  ],
];
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  log: COMMON,
  show: COMMON,
  'rev-list': [...COMMON, '--count'],
  'rev-parse': [
    '--short',
    '--short=',
    '--abbrev-ref',
    '--verify',
    '--show-toplevel',
    '--show-prefix',
    '--is-inside-work-tree',
    '--symbolic-full-name',
  ],
  // Which files are modified, a program of the repository's choosing may have to say.
  'ls-files': [
    '-z',
    '-o',
    '-c',
    '-d',
    '--error-unmatch',
    '--others',
    '--cached',
    '--deleted',
    '--exclude-standard',
  ],
};

/** Set by us, whatever the repository says. */
const FIXED = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.allow=never',
];

/**
 * What is run in the place of a command of Git.
 *
 * @param words `git` first
 * @returns a sentence's end that says what is refused, or the arguments of Git
 */
export function gitArguments([, command = '', ...rest]: readonly string[]):
  | { refused: string }
  | { args: string[] } {
  const options = OPTIONS[command];
  if (options === undefined) return { refused: `\`git ${command}\`` };
  const end = rest.indexOf('--');
  const asked = (end < 0 ? rest : rest.slice(0, end)).filter((word) => word.startsWith('-'));
  const unknown = asked.find((word) => !isAmong(options, word));
  if (unknown !== undefined) return { refused: `\`${unknown}\` of \`git ${command}\`` };
  // What it prints of a signature another program has to look at.
  if (rest.some((word) => /%G/.test(word))) return { refused: `\`%G\` in a format of \`git ${command}\`` };
  if (command === 'show' && !rest.some((word) => word === '-s' || word === '--no-patch')) {
    return { refused: '`git show` without `-s`' };
  }
  const safe = command === 'log' || command === 'show' ? ['--no-ext-diff', '--no-textconv'] : [];
  return { args: [...FIXED, command, ...safe, ...rest] };
}

function isAmong(options: readonly string[], word: string): boolean {
  if (/^-n?\d+$/.test(word)) return options.includes('-1');
  const name = word.includes('=') ? word.slice(0, word.indexOf('=') + 1) : word;
  return options.includes(name);
}
