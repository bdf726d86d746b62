import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from './stages.js';

/** Pages of the site, and entries of the list that each of them prints. */
const PAGES = 5500;
const ENTRIES = 2000;

/** The largest memory that building a site of more than a gigabyte of output takes, whose pages print a long list each, as directories of products do. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  const output = join(folder, 'out');
  try {
    writeLargeSite(join(folder, 'site'));
    const { pages, cpu, memory } = buildOnce(join(folder, 'site'), output);
    const size = spawnSync('du', ['-sm', output], { encoding: 'utf8' }).stdout.split('\t')[0];
    console.log(`${pages} pages, ${size} MiB of output: ${cpu} s of processor time, ${memory} MiB of memory`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeLargeSite(folder: string): void {
  for (const name of ['_layouts', '_data', 'products']) mkdirSync(join(folder, name), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write('_config.yml', 'title: A directory\n');
  const entries = Array.from({ length: ENTRIES }, (_, index) => ({
    name: `Product ${index}`,
    text: `What product ${index} is for, in a line of its own`,
  }));
  write('_data/products.json', JSON.stringify(entries));
  write(
    '_layouts/default.html',
    `<h1>{{ page.title }}</h1>\n{{ content }}\n<ul>
{% for product in site.data.products %}<li title="{{ product.text }}">{{ product.name }}: {{ product.text }}</li>
{% endfor %}</ul>\n`,
  );
  for (let index = 0; index < PAGES; index++) {
    write(
      `products/${index}.md`,
      `---\nlayout: default\ntitle: Product ${index}\n---\nAll about *it*: “${index}”.\n`,
    );
  }
}
