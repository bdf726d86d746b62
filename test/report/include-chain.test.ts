import { expect, test } from 'vitest';
import { includeChain } from '../../src/report/include-chain.js';

test('tells every template of a chain', () => {
  expect(includeChain(['_includes/b.html:2', 'index.md:1'])).toEqual([
    'included from _includes/b.html:2',
    'included from index.md:1',
  ]);
});

test('tells both ends of a circle', () => {
  const chain = includeChain([...Array<string>(999).fill('_includes/a.html:1'), 'index.md:3']);
  expect(chain).toHaveLength(9);
  expect(chain[6]).toBe('… 992 more …');
  expect(chain.at(-1)).toBe('included from index.md:3');
});
