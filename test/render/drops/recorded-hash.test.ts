import { expect, test } from 'vitest';
import { ObservedHash } from '../../../src/render/drops/recorded-hash.js';
import type { RubyHash, Value } from '../../../src/ruby/value.js';

test.each<[string, (hash: RubyHash) => unknown, Value, unknown]>([
  ['get', (hash) => hash.get('a'), 'a', 1],
  ['get of a missing key', (hash) => hash.get('x'), 'x', undefined],
  ['has', (hash) => hash.has('b'), 'b', true],
  ['size', (hash) => hash.size, null, 2],
  ['keys', (hash) => [...hash.keys()], null, ['a', 'b']],
  ['values', (hash) => [...hash.values()], null, [1, 2]],
  [
    'entries',
    (hash) => [...hash.entries()],
    null,
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    'iteration',
    (hash) => [...hash],
    null,
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  ['forEach', (hash) => hash.forEach(() => {}), null, undefined],
])('%s tells what it reads', (_name, read, key, value) => {
  const told: (Value | null)[] = [];
  const hash = new ObservedHash(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    (name) => told.push(name),
  );
  expect(read(hash)).toEqual(value);
  expect(told).toContain(key);
});
