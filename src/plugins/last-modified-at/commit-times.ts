import { askGit } from '../shared/git.js';

interface Commit {
  readonly hash: string;
  /** In seconds since 1970. */
  readonly time: number;
  /** The branch that others were merged into comes first. */
  readonly parents: readonly string[];
}

/** For each number of a commit's parents, from one on, the paths that are in none of so many of them as they are in the commit. */
type Differences = readonly ReadonlySet<string>[];

/**
 * For each path in a folder, relative to it, the time of the commit that `git log -n 1 -- PATH` shows, in seconds since 1970. Empty outside
 * a repository and where there is no Git.
 *
 * Git looks for that commit on one line (git-log(1), "History Simplification"): it goes on to the first parent that has the path as it is,
 * until none has. So a merge counts only if its result is new, and what a side branch changed and changed back does not count at all.
 */
export function commitTimes(folder: string): ReadonlyMap<string, number> {
  const commits = historyOf(folder);
  const prefix = askGit(folder, ['rev-parse', '--show-prefix']).replace(/\n$/, '');
  const compared = compare(folder, commits);
  const differences = inTurn(compared, commits);
  const times = new Map<string, number>();
  /** Paths that were followed to a commit. Names of commits are among them, which does no harm. */
  const followed = new Map<string, Set<string>>([[commits[0]?.hash ?? '', new Set(compared)]]);
  for (const [{ hash, time, parents }, [changed = [], ...others]] of differences) {
    const paths = followed.get(hash) ?? new Set();
    followed.delete(hash);
    for (const path of changed) {
      if (!paths.delete(path)) continue;
      const alike = others.findIndex((different) => !different.has(path));
      const parent = alike < 0 ? undefined : parents[alike + 1];
      if (parent === undefined) times.set(path.slice(prefix.length), time);
      else follow(followed, parent, new Set([path]));
    }
    if (parents[0] !== undefined) follow(followed, parents[0], paths);
  }
  return times;
}

/** Puts the smaller set into the larger one, so that lines which meet cost little. */
function follow(followed: Map<string, Set<string>>, commit: string, paths: Set<string>): void {
  const known = followed.get(commit) ?? new Set();
  const [few, many] = known.size < paths.size ? [known, paths] : [paths, known];
  for (const path of few) many.add(path);
  followed.set(commit, many);
}

/** From the newest to the oldest, none before one that came out of it. */
function historyOf(folder: string): readonly Commit[] {
  const lines = askGit(folder, ['log', '--topo-order', '--format=%H %ct %P']).split('\n').slice(0, -1);
  return lines.map((line) => {
    const [hash = '', time, ...parents] = line.trimEnd().split(' ');
    return { hash, time: Number(time), parents };
  });
}

/**
 * Asks Git once for what all commits changed: the name of a commit, then paths, then the next name. A merge is compared with its first
 * parent, with the first two, and so on, since what it has not in common with another one alone can be all that happened there.
 */
function compare(folder: string, commits: readonly Commit[]): readonly string[] {
  const lines = commits.flatMap(({ hash, parents }) => [
    ...(parents.length === 0 ? [hash] : []),
    ...parents.map((_, last) => [hash, ...parents.slice(0, last + 1)].join(' ')),
  ]);
  const options = ['--stdin', '--always', '--root', '-c', '-r', '-z', '--name-only', '--', '.'];
  return askGit(folder, ['diff-tree', ...options], lines.map((line) => `${line}\n`).join('')).split('\0');
}

/** Cuts Git's answer into commits again. */
function* inTurn(compared: readonly string[], commits: readonly Commit[]): Iterable<[Commit, Differences]> {
  let at = 0;
  for (const [index, commit] of commits.entries()) {
    const next = commits[index + 1]?.hash ?? '';
    const differences: Set<string>[] = [];
    for (let part = compared[at]; part !== undefined && part !== next; part = compared[++at]) {
      if (part === commit.hash) differences.push(new Set());
      else differences.at(-1)?.add(part);
    }
    yield [commit, differences];
  }
}
