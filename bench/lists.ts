import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inFolder } from './in-folder.js';
import { LISTS, writeLists } from './sites/lists.js';
import { median } from './statistics.js';

const SIZES = (process.env['BENCH_POSTS'] ?? '1250,2500,5000,10000,20000').split(',').map(Number);

/** Pages of each kind. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 8);

/** Characters of the first column, and of each other one. */
const [TITLE, CELL] = [26, 10];

/**
 * Milliseconds a page that does something with all posts, by their number: the median of all pages of its kind but the first, which makes
 * what is kept for the others and stands alone in the last column. What doubles from column to column grows as the posts do.
 */
export async function run(): Promise<void> {
  const names = Object.keys(LISTS);
  const columns: (readonly number[])[] = [];
  for (const posts of SIZES) columns.push(await timesOfPages(posts));
  line('ms a page, posts', [...SIZES.map(String), 'first']);
  for (const [index, name] of names.entries()) {
    const cells = columns.map((times) => times.filter((_, at) => at % names.length === index));
    line(name, [...cells.map(([, ...rest]) => median(rest).toFixed(2)), cells.at(-1)![0]!.toFixed(1)]);
  }
}

/** The turns of the pages, in the order of their names, in a process of their own. */
async function timesOfPages(posts: number): Promise<readonly number[]> {
  let times: number[] = [];
  await inFolder(async (folder) => {
    const site = join(folder, 'site');
    writeLists(site, posts, ROUNDS);
    const { stdout, status } = spawnSync(
      process.execPath,
      ['bench/page-times.js', site, join(folder, 'out')],
      { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (status !== 0) throw new Error(`The build of ${posts} posts failed.`);
    times = (JSON.parse(stdout) as number[]).slice(posts);
  });
  return times;
}

function line(title: string, cells: readonly string[]): void {
  console.log(title.padEnd(TITLE) + cells.map((cell) => cell.padStart(CELL)).join(''));
}
