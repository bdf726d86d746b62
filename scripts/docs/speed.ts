/**
 * `npm run bench:docs`: measures anew what `docs/content/about/speed.md` shows, and writes the figures to `docs/data/speed.json`, of which the
 * page's tables are made. Takes a quarter of an hour or more, most of it other programs' 10,000 posts; on a machine that does something else, too,
 * the figures say nothing.
 *
 *   npm run bench:docs                             1,000 and 10,000 posts, three runs
 *   npm run bench:docs -- --posts 1000 --runs 1    a quick one
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type BlogFigures, benchBlogs } from '../../bench/blogs.js';
import { findPeers } from '../../bench/peers.js';
import { measureSecondBuilds, STEP_NAMES } from '../../bench/second-build.js';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '1000,10000' }, runs: { type: 'string', default: '3' } },
});
const sizes = values.posts.split(',').map(Number);
const runs = Number(values.runs);
const [load = 0] = loadavg();
if (load > 1)
  console.warn(
    `The machine does something else, too (its load is ${load.toFixed(1)}): do not publish these figures.`,
  );

const blogs = benchBlogs(sizes, runs).map(rounded);
const second = measureSecondBuilds(sizes[0]!, runs);
const figures = {
  measured: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  processors: cpus().length,
  runs,
  versions: Object.fromEntries(findPeers().map(({ name, version }) => [name, version])),
  blogs,
  second: {
    posts: sizes[0]!,
    steps: STEP_NAMES.map((name) => ({ name, ofClean: Number(second.get(name)!.toFixed(2)) })),
  },
};
writeFileSync('docs/data/speed.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log('docs/data/speed.json is new; `npm run docs` makes the page of it.');

/** As the page shows them: seconds with a digit, MiB. */
function rounded({ posts, wall, cpu, memory, peers }: BlogFigures): object {
  const seconds = (value: number): number | null => (Number.isNaN(value) ? null : Number(value.toFixed(1)));
  const others = Object.entries(peers).map(([name, run]) => ({
    name,
    wall: seconds(run.wall),
    cpu: seconds(run.cpu),
  }));
  return { posts, wall: seconds(wall), cpu: seconds(cpu), memory: Math.round(memory), peers: others };
}
