/** Where the time of a blog's build goes, in microseconds a page, and how far the whole is from a plain copy of its output. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBlog } from './sites/blog.js';

const SIZES = (process.env['BENCH_POSTS'] ?? '1000,10000').split(',').map(Number);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

/** What building once cost. */
interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds, all threads. */
  readonly cpu: number;
  /** Largest memory in MiB. */
  readonly memory: number;
  readonly pages: number;
  /** Milliseconds by stage. */
  readonly stages: Readonly<Record<string, number>>;
}

/** The best of the runs, each a new process on a clean folder. */
interface BlogFigures extends Run {
  readonly posts: number;
  /** Seconds that copying the output takes: the floor. */
  readonly copy: number;
}

export async function run(): Promise<void> {
  printTable(SIZES.map(benchBlog));
}

function benchBlog(posts: number): BlogFigures {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  const source = join(folder, 'blog');
  const output = join(folder, 'out');
  try {
    writeBlog(source, posts);
    const best = bestOf(
      (one) => one.wall,
      () => buildOnce(source, output),
    );
    const copy = bestOf(
      (seconds) => seconds,
      () => timeCopy(output, join(folder, 'copy')),
    );
    return { posts, ...best, copy };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bestOf<T>(cost: (result: T) => number, measure: () => T): T {
  const results = Array.from({ length: ROUNDS }, measure);
  return results.reduce((best, result) => (cost(result) < cost(best) ? result : best));
}

/** The compiled library in a process of its own, which reports its figures at the end. */
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
}
