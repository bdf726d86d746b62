import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  digest,
  type Manifest,
  readManifest,
  saveManifest,
  UNWRITTEN,
  type Written,
} from '../../src/write/manifest.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const MANIFEST: Manifest = new Map([
  [
    'a.html',
    { hash: digest('a'), size: 1, modifiedAt: 1_700_000_000_000.5, changedAt: 1_700_000_000_001, inode: 3 },
  ],
]);

test('what was saved for a destination is read for it, and for no other', () => {
  const cache = join(temporaryFolder(), 'cache');
  saveManifest(cache, '/site/_site', MANIFEST);
  expect([...readManifest(cache, '/site/_site')!]).toMatchObject([...MANIFEST]);
  expect(readManifest(cache, '/site/out')).toBeNull();
  saveManifest(cache, '/site/_site', new Map());
  expect(readManifest(cache, '/site/_site')).toEqual(new Map());
  expect(readdirSync(cache)).toHaveLength(1);
});

test('what is about to be written is known, too, before and behind what was', () => {
  const cache = temporaryFolder();
  const written = MANIFEST.get('a.html')!;
  const files = new Map<string, Written>([
    ['0', UNWRITTEN],
    ['a', written],
  ]);
  for (let index = 0; index < 3000; index++) files.set(`later/${index}`, UNWRITTEN);
  saveManifest(cache, '/site/_site', files);
  const read = readManifest(cache, '/site/_site')!;
  expect([...read.keys()]).toEqual([...files.keys()]);
  expect([...read.values()]).toMatchObject([...files.values()]);
});

test.each<[string, (text: string) => string]>([
  ['damaged', (text) => text.slice(0, -5)],
  ['of another form', (text) => text.replace('"version":4', '"version":3')],
  ['of a destination with the same name', (text) => text.replace('/site/_site', '/other')],
])('one that is %s counts as none', (_, change) => {
  const cache = temporaryFolder();
  saveManifest(cache, '/site/_site', MANIFEST);
  const [name] = readdirSync(cache);
  const path = join(cache, name!);
  const changed = change(readFileSync(path, 'utf8'));
  expect(changed).not.toBe(readFileSync(path, 'utf8'));
  writeFileSync(path, changed);
  expect(readManifest(cache, '/site/_site')).toBeNull();
});
