/** The files of a repository by which it is known that nobody has committed since. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Absolute paths, those that are not there included; none for a folder that lies in no repository.
 *
 * @param folder absolute path of the site, which may lie below the repository's own
 */
export function gitFiles(folder: string): readonly string[] {
  const git = gitFolder(folder);
  if (git === null) return [];
  const head = join(git, 'HEAD');
  const names = ['logs/HEAD', 'packed-refs', 'config', ...refIn(head)];
  return [head, ...names.map((name) => join(git, name))];
}

/** Of a worktree or a submodule a file says where it is. */
function gitFolder(folder: string): string | null {
  const path = join(folder, '.git');
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return path;
    const [, named] = /^gitdir: (.+)/.exec(readFileSync(path, 'utf8')) ?? [];
    return named === undefined ? null : resolve(folder, named.trimEnd());
  }
  return dirname(folder) === folder ? null : gitFolder(dirname(folder));
}

/** The branch that is checked out, e.g. `refs/heads/main`. */
function refIn(head: string): readonly string[] {
  const [, ref] = existsSync(head) ? (/^ref: (\S+)/.exec(readFileSync(head, 'utf8')) ?? []) : [];
  return ref === undefined ? [] : [ref];
}
