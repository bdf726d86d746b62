/**
 * Renders texts over and over with a library and prints microseconds a kilobyte as JSON, of wall and of processor time:
 * `node bench/render-once.js LIBRARY TEXTS.json`. The library is the `lib/markdown.js` of a checkout, or `markdown-it`.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Milliseconds until V8 has compiled what is hot, and milliseconds that are measured: of processor time, of which others take nothing. */
const [WARM_UP, MEASURED] = [2000, 700];

const [library, file] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, 'utf8'));
const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
const render =
  library === 'markdown-it' ? await plain() : await kramdown(pathToFileURL(resolve(library)).href);

passes(WARM_UP);
const cpu = processorTime();
const start = performance.now();
const rendered = passes(MEASURED) * kilobytes;
const wall = performance.now() - start;
console.log(
  JSON.stringify({ wall: (1000 * wall) / rendered, cpu: (1000 * (processorTime() - cpu)) / rendered }),
);

function passes(milliseconds) {
  const end = processorTime() + milliseconds;
  let done = 0;
  for (; processorTime() < end; done++) for (const text of texts) render(text);
  return done;
}

/** Milliseconds, all threads. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function kramdown(url) {
  const { createKramdown, defaults } = await import(url);
  const converter = createKramdown({ ...defaults, syntax_highlighter: null }, null);
  return (text) => converter.render(text);
}

async function plain() {
  const { default: markdownIt } = await import('markdown-it');
  const converter = markdownIt({ html: true, typographer: true });
  return (text) => converter.render(text);
}
