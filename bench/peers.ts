import { spawnSync } from 'node:child_process';

/** Another generator that may be on the machine. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly args: (source: string, output: string) => readonly string[];
}

const known: readonly Peer[] = [
  {
    name: 'jekyll',
    command: process.env['BENCH_JEKYLL'] ?? 'jekyll',
    args: (source, output) => ['build', '--source', source, '--destination', output, '--disable-disk-cache'],
  },
  {
    name: 'hugo',
    command: 'hugo',
    args: (source, output) => ['--source', source, '--destination', output, '--contentDir', '_posts'],
  },
  {
    name: 'eleventy',
    command: 'eleventy',
    args: (source, output) => ['--input', source, '--output', output, '--quiet'],
  },
];

/** Those that answer `--version` here. `BENCH_JEKYLL` names another Jekyll than the one on the path. */
export function findPeers(): Peer[] {
  return known.filter(({ command }) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0);
}
