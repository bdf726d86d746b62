import { expect, test } from 'vitest';
import { chooseVersion, nearestVersion, readGemIndex } from '../../src/themes/gem-index.js';
import type { GemWish } from '../../src/themes/wish.js';

const SUM = 'ab'.repeat(32);
const INDEX = `created_at: 2024-04-01
---
2.0.0 jekyll:~> 3.3|checksum:${SUM},ruby:>= 1.9,rubygems:> 1.3.1
2.5.1-java jekyll:>= 3.5&< 5.0|checksum:${SUM}
2.5.1 jekyll:>= 3.5&< 5.0,jekyll-feed:~> 0.9|checksum:${SUM},unknown:x
3.0.0.beta1 |checksum:${SUM}
2.5.0 |ruby:>= 2
`;

function wish(more: Partial<GemWish>): GemWish {
  const base = { kind: 'gem', name: 'minima', version: null, versionReason: null, requirements: [] } as const;
  return { ...base, server: 'https://gems.example.org', checksums: {}, folders: [], ...more };
}

test('lines of the index are versions, those of one platform left out', () => {
  expect(readGemIndex(INDEX)).toEqual([
    { version: '2.0.0', checksum: SUM },
    { version: '2.5.1', checksum: SUM },
    { version: '3.0.0.beta1', checksum: SUM },
    { version: '2.5.0', checksum: null },
  ]);
  expect(readGemIndex('no index')).toEqual([]);
});

test('the newest that will do is chosen, none before a release unless asked for', () => {
  const choose = (more: Partial<GemWish>) => chooseVersion(readGemIndex(INDEX), wish(more))?.version;
  expect(choose({})).toBe('2.5.1');
  expect(choose({ requirements: ['~> 2.0.0'] })).toBe('2.0.0');
  expect(choose({ requirements: ['>= 3.0.0.a'] })).toBe('3.0.0.beta1');
  expect(choose({ version: '2.5.0' })).toBe('2.5.0');
  expect(choose({ version: '2.4.0' })).toBeUndefined();
});

test('the nearest to a version that is gone is the next, else the last', () => {
  const nearest = (version: string) => nearestVersion(readGemIndex(INDEX), version);
  expect(nearest('2.4.0')).toBe('2.5.0');
  expect(nearest('9.0')).toBe('3.0.0.beta1');
  expect(nearestVersion([], '1.0')).toBeNull();
});
