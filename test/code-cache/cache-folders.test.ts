import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolders, isOwnFolder, makeOwnFolder } from '../../src/code-cache/cache-folders.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

describe('cacheFolders', () => {
  test.each([
    ['linux', { HOME: '/home/me' }, '/home/me/.cache'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: '/var/mine' }, '/var/mine'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: '' }, '/home/me/.cache'],
    ['linux', { HOME: '/home/me', XDG_CACHE_HOME: 'relative' }, '/home/me/.cache'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Caches'],
    ['win32', { HOME: '/c/me', LOCALAPPDATA: '/local' }, '/local'],
  ] as const)('on %s with %j: beside the program, then in %s', (platform, environment, caches) => {
    expect(cacheFolders('/lib/cli.cjs', { platform, environment })).toEqual([
      '/lib/code-cache',
      `${caches}/utterson/code-cache`,
    ]);
  });

  test.each([
    ['win32', {}],
    ['linux', { HOME: 'here' }],
  ] as const)('only beside the program where there is no home: %s with %j', (platform, environment) => {
    expect(cacheFolders('/lib/cli.cjs', { platform, environment })).toEqual(['/lib/code-cache']);
  });

  test.each(['UTTERSON_NO_CODE_CACHE', 'NODE_V8_COVERAGE'])('nowhere with %s', (name) => {
    const environment = { HOME: '/home/me', [name]: '1' };
    expect(cacheFolders('/lib/cli.cjs', { platform: 'linux', environment })).toEqual([]);
  });
});

describe('makeOwnFolder', () => {
  test('makes the folder and those above it for the user alone', () => {
    const root = temporaryFolder();
    expect(makeOwnFolder(join(root, 'a/b'))).toBe(true);
    expect([statSync(join(root, 'a')).mode & 0o777, statSync(join(root, 'a/b')).mode & 0o777]).toEqual([
      0o700, 0o700,
    ]);
  });

  test('refuses a folder that others may write to, a link and a file', () => {
    const root = temporaryFolder({ file: '' });
    mkdirSync(join(root, 'open'));
    chmodSync(join(root, 'open'), 0o770);
    mkdirSync(join(root, 'real'), { mode: 0o700 });
    symlinkSync(join(root, 'real'), join(root, 'link'));
    for (const name of ['open', 'link', 'file', 'file/in-it']) {
      expect([name, makeOwnFolder(join(root, name)), isOwnFolder(join(root, name))]).toEqual([
        name,
        false,
        false,
      ]);
    }
    expect(isOwnFolder(join(root, 'real'))).toBe(true);
  });
});
