import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findLoadPaths } from '../../src/sass/load-paths.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('patterns are filled in by name, folders that are not there left out, none named twice', () => {
  const root = temporaryFolder();
  for (const folder of ['_sass', 'lib/b', 'lib/a']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'lib/file'), '');
  const paths = findLoadPaths(['lib/*', 'nowhere', '_sass'], root, [join(root, '_sass'), join(root, 'gone')]);
  expect(paths).toEqual(['lib/a', 'lib/b', '_sass'].map((path) => join(root, path)));
});
