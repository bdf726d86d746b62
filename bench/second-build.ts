/**
 * What a second build costs, beside a clean one: nothing changed, one post's body, the destination gone, the layout of all; and what
 * recording adds to the clean build. All take turns; each ratio is the median of those of the rounds, with the quartiles beside it.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBlog } from './sites/blog.js';
import { quantile } from './statistics.js';

const POSTS = Number(process.env['BENCH_POSTS'] ?? 10_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);

/** Milliseconds. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** What is done before a build, and how it is called. */
interface Step {
  readonly name: string;
  readonly before: (site: string) => void;
  readonly args?: readonly string[];
}

const STEPS: readonly Step[] = [
  { name: 'clean, nothing kept', before: clean, args: ['--disable-disk-cache'] },
  { name: 'clean', before: clean },
  { name: 'nothing changed', before: () => {} },
  { name: "one post's body", before: (site) => append(site, '_posts', '\nOne more line.\n') },
  { name: 'destination gone', before: (site) => remove(site, '_site') },
  { name: 'layout of all', before: (site) => append(site, '_layouts', '<!-- one more -->\n') },
];

/** What is measured, besides the clean build that all is compared with. */
export const STEP_NAMES: readonly string[] = ['nothing changed', "one post's body", 'layout of all'];

/** Wall time of each step as a part of a clean build's, the median of the rounds, by the step's name. */
export function measureSecondBuilds(posts: number, rounds: number): ReadonlyMap<string, number> {
  const all = measure(posts, rounds);
  return new Map(
    STEPS.map(({ name }, index) => [
      name,
      quantile(
        all.map((round) => round[index]!.wall / round[1]!.wall),
        0.5,
      ),
    ]),
  );
}

export async function run(): Promise<void> {
  print(measure(POSTS, ROUNDS));
}

/** The costs of each step, round by round. */
function measure(posts: number, count: number): Cost[][] {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  try {
    writeBlog(folder, posts);
    for (const step of STEPS) runStep(step, folder);
    return Array.from({ length: count }, () => STEPS.map((step) => runStep(step, folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(rounds: readonly (readonly Cost[])[]): void {
  console.log(
    `${POSTS} posts, ${ROUNDS} rounds          wall ms  of clean (quartiles)    processor of clean`,
  );
  for (const [index, { name }] of STEPS.entries()) {
    const wall = rounds.map((round) => round[index]!.wall / round[1]!.wall);
    const cpu = rounds.map((round) => round[index]!.cpu / round[1]!.cpu);
    const cells = [
      quantile(
        rounds.map((round) => round[index]!.wall),
        0.5,
      )
        .toFixed(0)
        .padStart(8),
      spread(wall),
      spread(cpu),
    ];
    console.log(`${name.padEnd(28)} ${cells.join('  ')}`);
  }
}

function clean(site: string): void {
  remove(site, '_site');
  remove(site, '.jekyll-cache');
}

function remove(site: string, name: string): void {
  rmSync(join(site, name), { recursive: true, force: true });
}

/** To the middle file of a folder. */
function append(site: string, folder: string, text: string): void {
  const names = readdirSync(join(site, folder)).sort();
  appendFileSync(join(site, folder, names[Math.floor(names.length / 2)]!), text);
}

function runStep({ name, before, args = [] }: Step, site: string): Cost {
  before(site);
  settle(site);
  const start = performance.now();
  const { status, output } = spawnSync(
    process.execPath,
    [
      '--require',
      './bench/tell-cost.cjs',
      'bin/utterson.js',
      'build',
      '--quiet',
      '--source',
      site,
      ...args,
      '--destination',
      join(site, '_site'),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  );
  if (status !== 0) throw new Error(`'${name}' failed.`);
  const wall = performance.now() - start;
  return { wall, cpu: (JSON.parse(output[3]!) as { cpu: number }).cpu };
}

/** What was saved this very moment is looked at twice; people are slower. */
function settle(site: string): void {
  const { ctimeMs } = statSync(site);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, ctimeMs + 150 - Date.now()) + 100);
}

function spread(ratios: readonly number[]): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(3));
  return `${middle} (${low}–${high})`.padEnd(24);
}
