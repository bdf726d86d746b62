import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { pathWithin } from '../../ruby/file-path.js';

/** Marks a commit's time in Git's output: no path begins with it. */
const MARK = '\u0001';
const MOST_OUTPUT = 2 ** 30;

/** When the files of a folder were changed last. Git is asked once for all of them, where the gem asks for each. */
export class ModificationTimes {
  private committed: ReadonlyMap<string, number> | null = null;

  constructor(private readonly folder: string) {}

  /**
   * In seconds since 1970: the last commit's time, or the file's for one that was never committed.
   *
   * @throws what Node says of a file that does not exist
   */
  of(absolutePath: string): number {
    this.committed ??= commitTimes(this.folder);
    return (
      this.committed.get(pathWithin(this.folder, absolutePath)) ??
      Math.floor(statSync(absolutePath).mtimeMs / 1000)
    );
  }
}

/** By path relative to the folder; empty outside a repository and where there is no Git. */
function commitTimes(folder: string): ReadonlyMap<string, number> {
  const log = ['log', `--format=${MARK}%ct`, '--name-only', '--relative', '-z', '--', '.'];
  const { status, stdout } = spawnSync('git', log, { cwd: folder, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  const times = new Map<string, number>();
  if (status !== 0) return times;
  let time = 0;
  for (const part of stdout.split('\0')) {
    if (part.startsWith(MARK)) time = Number(part.slice(1));
    else {
      const path = part.replace(/^\n/, '');
      if (!times.has(path)) times.set(path, time);
    }
  }
  return times;
}
