import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRemoteTheme } from '../../src/themes/remote-theme.js';
import { nameOfWish } from '../../src/themes/wish.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const read = (value: string, environment: Record<string, string> = {}, directory = '/nowhere') =>
  readRemoteTheme(value, { directory, environment });

test.each<[string, string]>([
  ['owner/name', 'owner/name'],
  [' Owner/Name.x@v1.0_b-c ', 'Owner/Name.x@v1.0_b-c'],
  ['https://github.com/owner/name', 'owner/name'],
  ['http://GitHub.com/owner/name@main', 'owner/name@main'],
  ['https://git.example.org/owner/name', 'git.example.org/owner/name'],
])('%s is a repository', (value, name) => {
  const wish = read(value, { GITHUB_HOSTNAME: 'git.example.org' });
  expect(wish === null ? null : nameOfWish(wish)).toBe(name);
});

test.each([
  'name',
  'a/b/c',
  'https://example.org/a/b',
  'git@github.com:a/b',
  'own_er/name',
  'a/b@',
  'a/b@x/y',
  '',
])('%s is none', (value) => {
  expect(read(value)).toBeNull();
});

test('a path is one if a folder is there, from the working directory', () => {
  const folder = temporaryFolder({ 'themes/plain/_layouts/a.html': '' });
  expect(read('./themes/plain', {}, folder)).toEqual({
    kind: 'folder',
    path: join(folder, 'themes/plain'),
    name: 'plain',
  });
  expect(read('~/plain', { HOME: join(folder, 'themes') })).toMatchObject({ kind: 'folder', name: 'plain' });
  expect(read('../nowhere', {}, folder)).toBeNull();
});
