import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomNumbers } from './blog.js';
import { buildOnce, type Run } from './blogs.js';
import { findPeers } from './peers.js';

/** An entry of the list in every file. */
interface Entry {
  readonly id: number;
  readonly name: string;
  readonly price: number;
  readonly since: string;
  readonly isSold: boolean;
  readonly tags: readonly string[];
  readonly sales: Readonly<Record<string, number>>;
  readonly text: string;
}

/** A file's name, its size in megabytes, and how it says an entry: as large as sites have them, and a little larger. */
const FORMS: readonly (readonly [
  name: string,
  size: number,
  write: (entry: Entry, index: number) => string,
])[] = [
  ['_data/big.yml', 5, yaml],
  ['_data/big.json', 20, (entry, index) => `${index === 0 ? '[' : ','}\n${JSON.stringify(entry, null, 2)}`],
  ['_data/big.csv', 10, csv],
  ['big.md', 1, (entry, index) => `${index === 0 ? '---\nbig:\n' : ''}${yaml(entry)}`],
];

/** What comes behind the last entry. */
const ENDS: Readonly<Record<string, string>> = { '_data/big.json': '\n]\n', 'big.md': '---\n' };

const RUNS = 3;

/** What sites cost that have one large file of data, or one page with long front matter; the best of some runs. */
export async function run(): Promise<void> {
  const peers = findPeers().filter(({ name }) => name === 'jekyll');
  for (const [name, size, write] of FORMS) {
    const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
    const site = join(folder, 'site');
    const output = join(folder, 'out');
    try {
      writeSite(site, name, size, write);
      const best = bestOf(() => buildOnce(site, output));
      const others = peers.map((peer) => {
        const start = performance.now();
        const { status } = spawnSync(peer.command, peer.args(site, output), { stdio: 'ignore' });
        const seconds = status === 0 ? (performance.now() - start) / 1000 : Number.NaN;
        return `, ${peer.name} ${seconds.toFixed(2)} s (${(seconds / best.wall).toFixed(1)} times ours)`;
      });
      console.log(
        `${name.padEnd(15)} ${String(size).padStart(2)} MB: ${best.wall.toFixed(2)} s, ` +
          `${best.cpu.toFixed(2)} s of processor time, ${best.memory.toFixed(0)} MiB of memory${others.join('')}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function bestOf(build: () => Run): Run {
  const runs = Array.from({ length: RUNS }, build);
  return runs.reduce((best, one) => (one.wall < best.wall ? one : best));
}

function writeSite(
  folder: string,
  name: string,
  megabytes: number,
  write: (entry: Entry, index: number) => string,
): void {
  const random = randomNumbers(42);
  const pieces: string[] = [];
  for (let index = 0, size = 0; size < megabytes * 1e6; index++) {
    const piece = write(entry(index, random), index);
    size += piece.length;
    pieces.push(piece);
  }
  mkdirSync(join(folder, '_data'), { recursive: true });
  writeFileSync(join(folder, name), pieces.join('') + (ENDS[name] ?? ''));
  writeFileSync(
    join(folder, 'index.html'),
    '---\n---\n{{ site.data.big.size }} {{ site.data.big[7] | jsonify }}\n',
  );
}

const WORDS =
  'alpha beta gamma delta light river stone over under between quick slow garden window paper'.split(' ');

function entry(id: number, random: () => number): Entry {
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  return {
    id,
    name: words(3),
    price: Math.round(random() * 100_000) / 100,
    since: `2024-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    isSold: random() < 0.5,
    tags: [words(1), words(2)],
    sales: { 2023: Math.floor(random() * 1000), 2024: Math.floor(random() * 1000) },
    text: `${words(8)}: "${words(2)}", ${words(6)}`,
  };
}

function yaml({ id, name, price, since, isSold, tags, sales, text }: Entry): string {
  return `- id: ${id}
  name: ${name} # a name
  price: ${price}
  since: ${since}
  isSold: ${isSold}
  tags:
    - ${tags[0]}
    - "${tags[1]}"
  sales: {2023: ${sales['2023']}, 2024: ${sales['2024']}}
  text: >-
    ${text}

    ${name}
`;
}

function csv({ id, name, price, since, isSold, tags, sales, text }: Entry, index: number): string {
  const header = 'id,name,price,since,isSold,tags,sold,text\n';
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const row = [id, name, price, since, isSold, tags[0], sales['2024'], quoted].join();
  return `${index === 0 ? header : ''}${row}\n`;
}
