/**
 * `npm run bench:docs`: measures anew what `docs/content/about/speed.md` shows, and writes the figures to `docs/data/speed.json`, of which the
 * page's tables are made. Takes a quarter of an hour or more, most of it other programs' 10,000 posts; on a machine that does something else, too, the figures
 * say nothing.
 *
 *   npm run bench:docs                             1,000 and 10,000 posts, three runs
 *   npm run bench:docs -- --posts 1000 --runs 1    a quick one
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Cost } from '../../bench/cost.js';
import { measureSecondBuilds, STEP_NAMES } from '../../bench/second-build.js';
import { benchTable } from '../../bench/table/bench-table.js';
import type { CaseFigures } from '../../bench/table/figures.js';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '1000,10000' }, runs: { type: 'string', default: '3' } },
});
const sizes = values.posts.split(',').map(Number);
const runs = Number(values.runs);

const { machine, versions, cases } = benchTable({
  only: ['blog'],
  posts: sizes,
  isLarge: false,
  runs,
  json: null,
});
if (machine.load > 1)
  console.warn(
    `The machine does something else, too (its load was ${machine.load}): do not publish these figures.`,
  );
const second = measureSecondBuilds(sizes[0]!, runs);
const figures = {
  measured: machine.measured.slice(0, 10),
  node: machine.node,
  processors: machine.processors,
  runs,
  versions,
  blogs: cases.map((row, index) => rounded(sizes[index]!, row)),
  second: {
    posts: sizes[0]!,
    steps: STEP_NAMES.map((name) => ({ name, ofClean: Number(second.get(name)!.toFixed(2)) })),
  },
};
writeFileSync('docs/data/speed.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log('docs/data/speed.json is new; `npm run docs` makes the page of it.');

/** As the page shows them: seconds with a digit, MiB. */
function rounded(posts: number, { programs }: CaseFigures): object {
  const { utterson, copy: _, ...peers } = programs;
  const others = Object.entries(peers).map(([name, { median }]) => ({ name, ...secondsOf(median) }));
  return {
    posts,
    ...secondsOf(utterson!.median),
    memory: Math.round(utterson!.median?.memory ?? Number.NaN),
    peers: others,
  };
}

function secondsOf(cost: Cost | null): object {
  const seconds = (value: number | undefined): number | null =>
    value === undefined ? null : Number(value.toFixed(1));
  return { wall: seconds(cost?.wall), cpu: seconds(cost?.cpu) };
}
