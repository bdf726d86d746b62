import { spawnSync } from 'node:child_process';

/** The version of the `ruby` that is installed, e.g. `3.1.2`; `null` where there is none, and tests that need it are skipped. */
export const installedRuby: string | null = versionOf();

function versionOf(): string | null {
  const { stdout, status } = spawnSync('ruby', ['-e', 'print RUBY_VERSION'], { encoding: 'utf8' });
  if (status === 0) return stdout;
  process.stderr.write('No `ruby` is installed: what is compared with it is skipped.\n');
  return null;
}
