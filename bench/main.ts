/**
 * `npm run bench`: what things cost. Times are printed, never asserted: compare ratios within one run.
 *
 *   npm run bench                         builds blogs of 1,000 and 10,000 posts
 *   npm run bench -- --posts 500          of another size
 *   npm run bench -- --json FILE          writes the figures of the blogs, too
 *   npm run bench -- liquid               an engine: liquid, markdown, highlight; large data files: data; memory: large; starting: start; plugins in Ruby: ruby; whether they last: ruby-soak; plugin files against the reference: ruby-survey; second builds: second; or saves under a server: serve
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBlogs } from './blogs.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { posts: { type: 'string' }, json: { type: 'string' }, runs: { type: 'string', default: '3' } },
});

const engines: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  liquid: () => import('./liquid.js'),
  markdown: () => import('./markdown.js'),
  highlight: () => import('./highlight.js'),
  data: () => import('./data.js'),
  large: () => import('./large-site.js'),
  start: () => import('./start.js'),
  ruby: () => import('./ruby.js'),
  'ruby-soak': () => import('./ruby-soak.js'),
  'ruby-survey': () => import('./ruby-survey.js'),
  second: () => import('./second-build.js'),
  serve: () => import('./serve.js'),
};

for (const name of positionals) {
  const load = engines[name];
  if (!load) throw new Error(`No such benchmark: ${name}. There are: ${Object.keys(engines).join(', ')}.`);
  await (await load()).run();
}
if (positionals.length === 0) {
  const sizes = values.posts ? values.posts.split(',').map(Number) : [1000, 10_000];
  const figures = benchBlogs(sizes, Number(values.runs));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
