import type { Flag } from '../line/flags.js';

/** The switches of a command, each once: of two with one name the first counts, as on the command line. */
export function ownFlags(flags: readonly Flag[], globals: readonly Flag[]): readonly Flag[] {
  const all = [...flags, ...globals].filter(({ isUnsupported }) => !isUnsupported);
  return all.filter((flag, index) => all.findIndex(({ long }) => long === flag.long) === index);
}

/** How a switch is typed, letters first: `-w`, `--watch`, `--no-watch`. */
export function spellings({ short, long, alias, kind }: Flag): readonly string[] {
  return [
    ...(short === undefined ? [] : [`-${short}`]),
    `--${long}`,
    ...(alias === undefined ? [] : [`--${alias}`]),
    ...(kind === 'negatable' ? [`--no-${long}`] : []),
  ];
}

/** What may stand behind a switch: a path, anything else, or nothing. */
export function valueKind({ kind, value = '' }: Flag): 'folder' | 'file' | 'other' | 'none' {
  if (kind === 'boolean' || kind === 'negatable') return 'none';
  if (value.startsWith('DIR')) return 'folder';
  return value.startsWith('FILE') ? 'file' : 'other';
}
