import { asTheyAre, type Program } from './peer.js';

/** `BENCH_JEKYLL` names another one than that on the path. */
export const jekyll: Program = {
  name: 'jekyll',
  command: process.env['BENCH_JEKYLL'] ?? 'jekyll',
  shapes: asTheyAre,
  args: (folder, output) => [
    ...['build', '--quiet', '--future', '--disable-disk-cache'],
    ...['--source', folder, '--destination', output],
  ],
};
