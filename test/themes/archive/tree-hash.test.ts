import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashTree, TreeHash } from '../../../src/themes/archive/tree-hash.js';
import { unpackZip } from '../../../src/themes/archive/unpack-zip.js';
import type { UnpackedFile } from '../../../src/themes/archive/unpacked-file.js';
import { packZip } from '../../helpers/make-zip.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const file = (path: string, text: string, isExecutable = false): UnpackedFile => ({
  path,
  isExecutable,
  bytes: Buffer.from(text),
});

function hashOf(...files: UnpackedFile[]): string {
  const hash = new TreeHash();
  for (const each of files) hash.add(each);
  return hash.digest();
}

test('paths, bytes and modes make the sum, and their order does not', () => {
  const [one, two] = [file('a/b', 'x'), file('c', 'y')];
  expect(hashOf(one, two)).toBe('4e8968f21a73c851c3cbbe3a77c69779b3bf44689262a176eea286d23fc14ed6');
  expect(hashOf(two, one)).toBe(hashOf(one, two));
  const others = [
    hashOf(one),
    hashOf(one, file('c', 'z')),
    hashOf(one, file('d', 'y')),
    hashOf(one, file('c', 'y', true)),
    hashOf(file('a/b', 'y'), file('c', 'x')),
    hashOf(),
  ];
  expect(new Set([hashOf(one, two), ...others]).size).toBe(others.length + 1);
});

test('a folder has the sum of the archive it was unpacked from', async () => {
  const archive = packZip([
    { name: 't/Z.md', content: 'z' },
    { name: 't/_layouts/ü.html', content: 'ü' },
    { name: 't/_layouts/run.sh', content: '#!', mode: 0o100755 },
    { name: 't/a/b/c', content: Buffer.from([0, 255]) },
  ]);
  const folder = temporaryFolder();
  const hash = new TreeHash();
  for await (const { path, bytes, isExecutable } of unpackZip(archive, () => true)) {
    hash.add({ path, bytes, isExecutable });
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), bytes, { mode: isExecutable ? 0o755 : 0o644 });
  }
  const expected = hash.digest();
  writeFileSync(join(folder, '.utterson-theme.json'), '{}');
  mkdirSync(join(folder, 'empty'));
  expect(hashTree(folder)).toBe(expected);
  // Only its owner's right to run it counts.
  chmodSync(join(folder, 'a/b/c'), 0o444);
  expect(hashTree(folder)).toBe(expected);
  chmodSync(join(folder, 'a/b/c'), 0o744);
  expect(hashTree(folder)).not.toBe(expected);
});

test('what was put into a folder shows, links and our note in another place, too', () => {
  const folder = temporaryFolder({ 'a/b': 'x' });
  const sums = [hashTree(folder)];
  writeFileSync(join(folder, 'a/.utterson-theme.json'), '');
  sums.push(hashTree(folder));
  symlinkSync('b', join(folder, 'a/link'));
  sums.push(hashTree(folder));
  symlinkSync('..', join(folder, 'link'));
  sums.push(hashTree(folder));
  expect(new Set(sums).size).toBe(4);
});
