/**
 * `npm run bench`: what things cost. Times are printed, never asserted: compare ratios within one run.
 *
 *   npm run bench                          a table: blogs of 3, 1,000 and 10,000 posts, data, static files, navigation and kinds of
 *                                          Markdown, beside a copy of the output and each generator that is installed
 *   npm run bench -- --only blog,static    some rows of it, by their names or the beginnings of these (`blog-1000`, `data`, `markdown`)
 *   npm run bench -- --posts 500           blogs of another size
 *   npm run bench -- --large               a blog of 100,000 posts, too: gigabytes, most of an hour
 *   npm run bench -- --runs 5              of which medians are made (3)
 *   npm run bench -- --json FILE           writes every run as JSON, too
 *
 *   npm run bench -- compare FOLDER        this checkout and another one that is compiled, in pairs: what is faster, what slower
 *     --pairs 30 --only blog-1000          of which ratios are made (20)
 *   npm run bench -- compare FILE.json     the table's rows beside those of an earlier run
 *
 *   npm run bench -- NAME                  something by itself: liquid, markdown or highlight, engines; lists, pages that go through all
 *                                          posts, by their number; stages, those of a build of a blog; large, memory; start, the start of the
 *                                          program; second, second builds; serve, saves under a server; ruby, plugins in Ruby; ruby-soak,
 *                                          whether they last; ruby-survey, plugin files beside the reference
 */
import { parseArgs } from 'node:util';
import { benchComparison } from './compare/bench-comparison.js';
import { benchTable } from './table/bench-table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string' },
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    json: { type: 'string' },
    runs: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '20' },
  },
});

const others: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  liquid: () => import('./liquid.js'),
  markdown: () => import('./markdown.js'),
  highlight: () => import('./highlight.js'),
  lists: () => import('./lists.js'),
  stages: () => import('./stages.js'),
  large: () => import('./large-site.js'),
  start: () => import('./start.js'),
  ruby: () => import('./ruby.js'),
  'ruby-soak': () => import('./ruby-soak.js'),
  'ruby-survey': () => import('./ruby-survey.js'),
  second: () => import('./second-build.js'),
  serve: () => import('./serve.js'),
};

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const posts = values.posts === undefined ? null : values.posts.split(',').map(counted);
  const options = {
    // Whoever names sizes of blogs means blogs.
    only: values.only?.split(',') ?? (posts === null ? null : ['blog']),
    posts,
    isLarge: values.large,
    runs: counted(values.runs),
    json: values.json ?? null,
  };
  const [first, ...rest] = positionals;
  if (first === undefined) benchTable(options);
  else if (first === 'data') benchTable({ ...options, only: ['data'] });
  else if (first === 'compare') {
    if (rest.length !== 1) throw new Error('Say what to compare with: a folder, or a file of figures.');
    benchComparison(rest[0]!, { ...options, pairs: counted(values.pairs) });
  } else for (const name of positionals) await runOther(name);
}

async function runOther(name: string): Promise<void> {
  const load = others[name];
  if (!load) {
    throw new Error(
      `No such benchmark: ${name}. There are: compare, data, ${Object.keys(others).join(', ')}.`,
    );
  }
  await (await load()).run();
}

function counted(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`'${text}' is no number of things.`);
  return value;
}
