import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAsMarked, markOf } from '../../src/serve/file-mark.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('tells a file from another one, and from none', () => {
  const path = join(temporaryFolder({ 'a.md': '1' }), 'a.md');
  const mark = markOf(path);
  expect(isAsMarked(path, mark)).toBe(true);
  writeFileSync(path, '22');
  expect(isAsMarked(path, mark)).toBe(false);
  rmSync(path);
  expect(isAsMarked(path, mark)).toBe(false);
  expect(isAsMarked(path, markOf(path))).toBe(true);
});

test('tells by its bytes a file that was saved twice between two ticks of the clock', () => {
  const path = join(temporaryFolder({ 'a.md': '1' }), 'a.md');
  const { hash } = markOf(path);
  expect(hash).not.toBeNull();
  writeFileSync(path, '2');
  // As if the clock had not ticked: the times are those of the first save.
  const { stamp, changedAt } = markOf(path);
  expect(isAsMarked(path, { stamp, changedAt, hash })).toBe(false);
});

test('takes what cannot be looked at for what is not there', () => {
  const folder = temporaryFolder({ 'a.md': '1' });
  expect(markOf(join(folder, 'a.md/b'))).toEqual(markOf(join(folder, 'none')));
  mkdirSync(join(folder, 'c'));
  expect(markOf(join(folder, 'c')).hash).toBeNull();
});
