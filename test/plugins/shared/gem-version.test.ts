import { expect, test } from 'vitest';
import type { Config } from '../../../src/model/config.js';
import { isFrom, versionOf } from '../../../src/plugins/shared/gem-version.js';

function site(locked: Readonly<Record<string, string>>, isOnPages = false): Config {
  const githubPages = isOnPages ? { reason: '', switchedOn: new Set() } : null;
  return { githubPages, lockedVersion: (name: string) => locked[name] ?? null } as unknown as Config;
}

test.each([
  ['0.10.0', '0.9.3', true],
  ['0.9.3', '0.10.0', false],
  ['2.9.0', '2.9.0', true],
  ['2.9', '2.9.0', true],
  ['2.9.0.rc1', '2.9.0', false],
  ['2.9.0.rc1', '2.8.0', true],
  ['2.9.0.1', '2.9.0', true],
] as const)('%s from %s on: %s', (version, first, answer) => {
  expect(isFrom(version, first)).toBe(answer);
});

test('the lock decides before GitHub Pages, and GitHub Pages before the default', () => {
  const gem = 'jekyll-relative-links';
  expect(versionOf(null, gem)).toBe('0.7.0');
  expect(versionOf(site({}), gem)).toBe('0.7.0');
  expect(versionOf(site({}, true), gem)).toBe('0.6.1');
  expect(versionOf(site({ [gem]: '0.8.0' }, true), gem)).toBe('0.8.0');
});
