import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moduleAddress, noteSaved } from '../../src/plugins/fresh-modules.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('a module has its address until a module of the site is saved', () => {
  const folder = temporaryFolder({ 'a.mjs': '', 'node_modules/b/b.mjs': '' });
  const at = (path: string): string => moduleAddress(join(folder, path));
  const [own, packaged] = [at('a.mjs'), at('node_modules/b/b.mjs')];
  noteSaved([], folder);
  noteSaved([join(folder, 'a.md'), join(folder, 'node_modules/b/b.mjs')], folder);
  expect(at('a.mjs')).toBe(own);
  noteSaved([join(folder, 'lib/other.cjs')], folder);
  const after = at('a.mjs');
  expect(after).not.toBe(own);
  noteSaved(null, folder);
  expect(at('a.mjs')).not.toBe(after);
  expect(at('node_modules/b/b.mjs')).toBe(packaged);
});
