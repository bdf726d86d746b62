import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { glob, isGlobTooWide } from '../../src/ruby/glob.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function tree(): string {
  const folder = temporaryFolder({
    'a/b/x': '',
    'a/b/ab/x': '',
    'a/x': '',
    'a/{q': '',
    'b/.x': '',
    'b/x': '',
    '.h/x': '',
    'a/b/.h/x': '',
    '*': '',
    x: '',
    ä: '',
  });
  symlinkSync('../b', join(folder, 'a/link'));
  symlinkSync('.', join(folder, 'b/back'));
  symlinkSync('nowhere', join(folder, 'dead'));
  return folder;
}

/** Ruby 3.1's `Dir.glob` finds the same in the same order, but for what `b/back` leads to. */
test.each([
  ['*', ['*', 'a', 'b', 'dead', 'x', 'ä']],
  ['*/x', ['a/x', 'b/x']],
  ['a/*/x', ['a/b/x', 'a/link/x']],
  ['**/x', ['a/b/ab/x', 'a/b/x', 'a/x', 'b/x', 'x']],
  ['a/**', ['a/b', 'a/link', 'a/x', 'a/{q']],
  ['**/b/**/x', ['a/b/ab/x', 'a/b/x', 'b/x']],
  ['**/**/ab/**/**/x', ['a/b/ab/x']],
  ['a/**/', ['a', 'a/b', 'a/b/ab']],
  ['*/', ['a', 'b']],
  ['a/*/', ['a/b', 'a/link']],
  ['{b,a}/x', ['b/x', 'a/x']],
  ['{a/b,.h}/x', ['a/b/x', '.h/x']],
  ['.*/x', ['./x', '.h/x']],
  ['**/.*', ['.h', 'a/b/.h', 'b/.x']],
  ['a/.*', ['a/.']],
  ['*/.*', ['b/.x']],
  ['[.]h/*', []],
  ['./x', ['./x']],
  ['a/../*x', ['a/../x']],
  ['\\*', ['*']],
  ['a/\\{q*', ['a/{q']],
  ['a/{q*', []],
  ['[a/b]', ['a', 'b']],
  ['[a', []],
  ['dea?', ['dead']],
  ['?', ['*', 'a', 'b', 'x', 'ä']],
  ['', []],
])('%s finds %j', (pattern, expected) => {
  expect(glob(pattern, tree())).toEqual(expected);
});

test('an absolute pattern starts at the root', () => {
  const folder = tree();
  expect(glob(`${folder}/b/*`, '/nowhere')).toEqual([`${folder}/b/x`]);
});

test('many stars and double stars come to an end', { timeout: 10_000 }, () => {
  const folder = temporaryFolder({ ['a'.repeat(200)]: '' });
  mkdirSync(join(folder, 'a/'.repeat(40)), { recursive: true });
  expect(glob(`${'*a'.repeat(60)}b`, folder)).toEqual([]);
  expect(glob(`${'**/a/'.repeat(20)}b`, folder)).toEqual([]);
  expect(glob(`${'**/'.repeat(50)}x`, folder)).toEqual([]);
});

test('a pattern that stands for more than a thousand others finds nothing', () => {
  expect(isGlobTooWide('{a,b}'.repeat(8))).toBe(false);
  expect(isGlobTooWide('{a,b}'.repeat(10))).toBe(true);
  expect(glob(`${'{a,b}'.repeat(10)}*`, tree())).toEqual([]);
});
