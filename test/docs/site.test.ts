/** The documentation as `npm run docs` builds it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docsCopy } from '../helpers/docs-copy.js';

const folder = mkdtempSync(join(tmpdir(), 'utterson-docs-'));
const output = join(folder, 'out');
const origin = 'https://docs.example';

function run(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

function build(): string {
  const flags = [
    '--source',
    join(folder, 'docs'),
    '--destination',
    output,
    '--baseurl',
    '',
    '--strict',
    '--explain',
  ];
  return run('bin/utterson.js', 'build', ...flags);
}

beforeAll(() => {
  docsCopy(folder);
  build();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a second build takes over all of it', { timeout: 120_000 }, () => {
  const [, taken, all] = /Taken over: (\d+) of (\d+)/.exec(build())!;
  expect(Number(all)).toBeGreaterThan(250);
  expect(taken).toBe(all);
});

test('every link, anchor, picture and script of a page is there', { timeout: 120_000 }, () => {
  const pages = new Map(
    pagePaths().map((path) => [`/${path.replace(/(^|\/)index\.html$/, '$1')}`, read(path)]),
  );
  const lost: string[] = [];
  let count = 0;
  for (const [address, { links }] of pages) {
    for (const link of links) {
      const url = new URL(link, origin + address);
      if (url.origin !== origin) continue;
      count++;
      const page = pages.get(url.pathname);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (page ? anchor !== '' && !page.ids.has(anchor) : !isFile(url.pathname))
        lost.push(`${address}: ${link}`);
    }
  }
  expect(count).toBeGreaterThan(10_000);
  expect(lost).toEqual([]);
});

test('stands where the program says that it does', () => {
  const { homepage } = JSON.parse(readFileSync('package.json', 'utf8'));
  const config = readFileSync('docs/_config.yml', 'utf8');
  const setting = (key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(config)![1]!;
  expect(homepage).toBe(`${setting('url')}${setting('baseurl')}/`);
});

test('the search finds a filter, a message and a guide', { timeout: 120_000 }, () => {
  run('esbuild.config.js', '--run', 'scripts/docs/search.ts', output);
  expect(existsSync(join(output, 'search/minisearch.js'))).toBe(true);
  const { options, index } = JSON.parse(readFileSync(join(output, 'search/index.json'), 'utf8'));
  const search = MiniSearch.loadJS(index, options);
  const first = (words: string): string => search.search(words, { prefix: true, boost: { title: 4 } })[0]!.id;
  expect(first('where_exp')).toBe('reference/filters/#where_exp');
  expect(first('U1203')).toMatch(/^errors\/u1203\//);
  expect(first('netlify')).toBe('guide/deployment/#netlify');
});

function pagePaths(): string[] {
  return readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
}

function isFile(path: string): boolean {
  const file = join(output, decodeURIComponent(path));
  return existsSync(file) && statSync(file).isFile();
}

/** What a page links to, and what may be linked to on it. */
function read(path: string): { readonly links: string[]; readonly ids: Set<string> } {
  const [links, ids] = [[] as string[], new Set<string>()];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      if (name === 'href' || name === 'src') links.push(value);
      if (name === 'id') ids.add(value);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(readFileSync(join(output, path), 'utf8')));
  return { links, ids };
}
