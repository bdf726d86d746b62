/**
 * `npm run docs`, after the build: the index of the search, from what was written, and the library that reads it in the browser.
 *
 *   node esbuild.config.js --run scripts/docs/search.ts [OUTPUT]     default docs/dist
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { parse } from 'parse5';
import { type Place, placesIn } from './search-places.js';

/** Of both sides: the browser opens the index with the same. */
const OPTIONS = { fields: ['title', 'page', 'text'], storeFields: ['title', 'page', 'start'] };

const output = process.argv[2] ?? 'docs/dist';
const search = join(output, 'search');
mkdirSync(search, { recursive: true });
const places = pages().flatMap((path) =>
  placesIn(parse(readFileSync(join(output, path), 'utf8')), addressOf(path)),
);
const index = new MiniSearch<Place>(OPTIONS);
index.addAll(places);
writeFileSync(join(search, 'index.json'), JSON.stringify({ options: OPTIONS, index }));
const library = dirname(fileURLToPath(import.meta.resolve('minisearch')));
copyFileSync(join(library, 'index.js'), join(search, 'minisearch.js'));
console.log(`${places.length} places of ${pages().length} pages are found by the search.`);

function pages(): string[] {
  return readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .sort();
}

/** From the root of the documentation on, without a slash before it. */
function addressOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
}
