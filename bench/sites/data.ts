import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomNumbers } from './blog.js';

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

/** A file with the list. */
interface Form {
  readonly path: string;
  /** Megabytes: as large as sites have them, and a little larger. */
  readonly size: number;
  readonly write: (entry: Entry, index: number) => string;
  /** What comes behind the last entry. */
  readonly end?: string;
}

const FORMS = {
  yaml: { path: '_data/big.yml', size: 5, write: yaml },
  json: { path: '_data/big.json', size: 20, write: json, end: '\n]\n' },
  csv: { path: '_data/big.csv', size: 10, write: csv },
  'front-matter': { path: 'big.md', size: 1, write: frontMatter, end: '---\n' },
} as const satisfies Readonly<Record<string, Form>>;

/** Writes a site that has one large file of data, or one page with long front matter. */
export function writeData(folder: string, kind: keyof typeof FORMS): void {
  const { path, size, write, end }: Form = FORMS[kind];
  const random = randomNumbers(42);
  const pieces: string[] = [];
  for (let index = 0, length = 0; length < size * 1e6; index++) {
    const piece = write(entry(index, random), index);
    length += piece.length;
    pieces.push(piece);
  }
  mkdirSync(join(folder, '_data'), { recursive: true });
  writeFileSync(join(folder, path), pieces.join('') + (end ?? ''));
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

function json(entry: Entry, index: number): string {
  return `${index === 0 ? '[' : ','}\n${JSON.stringify(entry, null, 2)}`;
}

function frontMatter(entry: Entry, index: number): string {
  return `${index === 0 ? '---\nbig:\n' : ''}${yaml(entry)}`;
}

function csv({ id, name, price, since, isSold, tags, sales, text }: Entry, index: number): string {
  const header = 'id,name,price,since,isSold,tags,sold,text\n';
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const row = [id, name, price, since, isSold, tags[0], sales['2024'], quoted].join();
  return `${index === 0 ? header : ''}${row}\n`;
}
