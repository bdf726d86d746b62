import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourceReader } from '../../src/read/file-reader.js';
import { ReadingMemory } from '../../src/read/reading-memory.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const SIZES = [4, 1023, 1024, 1025, 16_383, 16_384, 16_385, 100_000];

const reader = new SourceReader(
  new ReadingMemory(),
  Number.POSITIVE_INFINITY,
  (extension) => extension === '.adoc',
);

function written(name: string, start: string, size: number): string {
  const path = join(temporaryFolder(), name);
  const rest = Array.from({ length: size }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
  writeFileSync(path, (start + rest).slice(0, size));
  return path;
}

test.each(SIZES)(
  'a file of %d bytes is read whole where it begins with front matter, or needs none',
  (size) => {
    for (const [name, start] of [
      ['a.md', '---\n'],
      ['a.png', `---${' '.repeat(Math.min(size - 4, 2000))}\n`],
      ['a.adoc', '= A title\n'],
    ] as const) {
      const path = written(name, start, size);
      expect(reader.readIfHeader(name, path).bytes?.equals(readFileSync(path))).toBe(true);
      expect(reader.read(name, path).bytes.equals(readFileSync(path))).toBe(true);
    }
  },
);

test.each(SIZES)('of any other of %d bytes it is told how it begins', (size) => {
  for (const start of ['', '--', '\n---\ntitle: A\n---\n']) {
    const path = written('a.md', start, size);
    const { bytes, start: look, file } = reader.readIfHeader('a.md', path);
    expect([bytes, file.size]).toEqual([null, size]);
    expect(look.equals(readFileSync(path).subarray(0, 1024))).toBe(true);
  }
});
