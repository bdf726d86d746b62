import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomNumbers } from './blog.js';

/** Bytes of each file, as of a small picture. */
const SIZE = 4096;

/** How many lie in a folder. */
const IN_FOLDER = 200;

/** Writes a site of one page and so many files that are only copied, no two the same. */
export function writeStaticFiles(folder: string, count: number): void {
  const random = randomNumbers(42);
  const bytes = Buffer.from(Array.from({ length: SIZE }, () => Math.floor(random() * 256)));
  for (let index = 0; index < count; index++) {
    const parent = join(folder, 'files', String(Math.floor(index / IN_FOLDER)));
    if (index % IN_FOLDER === 0) mkdirSync(parent, { recursive: true });
    bytes.writeUInt32BE(index);
    writeFileSync(join(parent, `${index}.bin`), bytes);
  }
  writeFileSync(join(folder, '_config.yml'), 'title: A blog\n');
  writeFileSync(join(folder, 'index.html'), '---\n---\n{{ site.title }}\n');
}
