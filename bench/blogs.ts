import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBlog } from './blog.js';
import { findPeers, type Peer } from './peers.js';

/** What building one blog cost: the best of the runs, each a new process on a clean folder. */
export interface BlogFigures {
  readonly posts: number;
  /** Seconds from the start of the process to its end. */
  readonly wall: number;
  /** Seconds of processor time, all threads. */
  readonly cpu: number;
  /** Largest memory in MiB. */
  readonly memory: number;
  /** Milliseconds by stage. */
  readonly stages: Readonly<Record<string, number>>;
  readonly pages: number;
  /** Seconds that copying the output takes: the floor. */
  readonly copy: number;
  /** What other programs on this machine take for the same blog, once. */
  readonly peers: Readonly<Record<string, PeerRun>>;
}

/** What another program took, in seconds; `NaN` where it failed. */
export interface PeerRun {
  readonly wall: number;
  readonly cpu: number;
}

/** What building once cost. */
export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, all threads. */
  readonly cpu: number;
  /** Largest memory in MiB. */
  readonly memory: number;
  readonly pages: number;
  readonly stages: Readonly<Record<string, number>>;
}

/** Measures blogs of several sizes and prints a table. */
export function benchBlogs(sizes: readonly number[], runs: number): BlogFigures[] {
  const figures = sizes.map((posts) => benchBlog(posts, runs));
  printTable(figures);
  return figures;
}

function benchBlog(posts: number, runs: number): BlogFigures {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  const source = join(folder, 'blog');
  const output = join(folder, 'out');
  try {
    writeBlog(source, posts);
    const best = bestOf(
      runs,
      (run) => run.wall,
      () => buildOnce(source, output),
    );
    const copy = bestOf(
      runs,
      (seconds) => seconds,
      () => timeCopy(output, join(folder, 'copy')),
    );
    const peers = Object.fromEntries(
      findPeers().map((peer) => [peer.name, timePeer(peer, source, join(folder, 'peer'))]),
    );
    return { posts, ...best, copy, peers };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bestOf<T>(runs: number, cost: (result: T) => number, run: () => T): T {
  const results = Array.from({ length: runs }, run);
  return results.reduce((best, result) => (cost(result) < cost(best) ? result : best));
}

/** The compiled program in a process of its own, which reports its figures at the end. */
export function buildOnce(source: string, output: string): Run {
  rmSync(output, { recursive: true, force: true });
  rmSync(join(source, '.jekyll-cache'), { recursive: true, force: true });
  const start = performance.now();
  const { stdout, status } = spawnSync(process.execPath, ['bench/build-once.js', source, output], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The build of ${source} failed.`);
  return { wall: (performance.now() - start) / 1000, ...(JSON.parse(stdout) as Omit<Run, 'wall'>) };
}

function timeCopy(from: string, to: string): number {
  const start = performance.now();
  cpSync(from, to, { recursive: true });
  const seconds = (performance.now() - start) / 1000;
  rmSync(to, { recursive: true });
  return seconds;
}

function timePeer(peer: Peer, blog: string, folder: string): PeerRun {
  const output = join(folder, 'out');
  const site = join(folder, 'site');
  peer.prepare(blog, site);
  const start = performance.now();
  // The shell's own builtin tells what its children took.
  const script = '"$@" >/dev/null 2>&1 || exit 1; times';
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', script, '-', peer.command, ...peer.args(site, output)],
    {
      encoding: 'utf8',
    },
  );
  const wall = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? { wall, cpu: secondsOf(stdout) } : { wall: Number.NaN, cpu: Number.NaN };
}

/** The second line of what `times` prints, `0m1.234s 0m0.100s`: user and system. */
function secondsOf(times: string): number {
  const parts = times
    .trim()
    .split('\n')[1]!
    .matchAll(/(\d+)m([\d.]+)s/g);
  return [...parts].reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

function printTable(figures: readonly BlogFigures[]): void {
  const row = (name: string, cell: (one: BlogFigures) => string): void =>
    console.log(`${name.padEnd(28)}${figures.map((one) => cell(one).padStart(14)).join('')}`);
  row('posts', ({ posts }) => String(posts));
  row('pages', ({ pages }) => String(pages));
  for (const stage of Object.keys(figures[0]!.stages)) {
    row(`${stage}, µs a page`, ({ stages, pages }) => ((1000 * stages[stage]!) / pages).toFixed(1));
  }
  row('wall, s', ({ wall }) => wall.toFixed(2));
  row('processor, s', ({ cpu }) => cpu.toFixed(2));
  row('memory, MiB', ({ memory }) => memory.toFixed(0));
  row('times a plain copy', ({ wall, copy }) => (wall / copy).toFixed(1));
  for (const name of Object.keys(figures[0]!.peers)) {
    row(`${name}, times ours`, ({ wall, peers }) => (peers[name]!.wall / wall).toFixed(1));
    row(`${name}, its processor`, ({ cpu, peers }) => (peers[name]!.cpu / cpu).toFixed(1));
  }
}
