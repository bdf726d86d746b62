import { expect, test } from 'vitest';
import type { RubyHash, Value } from '../../src/ruby/value.js';
import { HookData } from '../../src/site/hook-data.js';

function dataOf(): RubyHash {
  return new Map<Value, Value>([
    ['a', 1],
    ['list', ['x']],
  ]);
}

test('reads what is there, and writes through', () => {
  const data = dataOf();
  const seen = new HookData(data);
  expect([seen.size, seen.has('a'), seen.has('b'), seen.get('a'), [...seen.keys()]]).toEqual([
    2,
    true,
    false,
    1,
    ['a', 'list'],
  ]);
  seen.set('b', 2).delete('a');
  expect(data).toEqual(
    new Map<Value, Value>([
      ['list', ['x']],
      ['b', 2],
    ]),
  );
  expect(seen.takeChanged()).toEqual(['b', 'a']);
  expect(seen.takeChanged()).toEqual([]);
});

test.each<[string, (seen: RubyHash) => void]>([
  ['get', (seen) => (seen.get('list') as Value[]).push('y')],
  ['values', (seen) => ([...seen.values()][1] as Value[]).push('y')],
  ['entries', (seen) => ([...seen.entries()][1]![1] as Value[]).push('y')],
  ['iteration', (seen) => ([...seen][1]![1] as Value[]).push('y')],
  [
    'forEach',
    (seen) =>
      seen.forEach((value) => {
        if (Array.isArray(value)) value.push('y');
      }),
  ],
])('a list that %s hands out is the own one of the page', (_name, change) => {
  const data = dataOf();
  const shared = data.get('list');
  const seen = new HookData(data);
  change(seen);
  expect([shared, data.get('list'), seen.takeChanged()]).toEqual([['x'], ['x', 'y'], ['list']]);
});

test('all can be taken away', () => {
  const data = dataOf();
  const seen = new HookData(data);
  seen.clear();
  expect([data.size, seen.takeChanged()]).toEqual([0, ['a', 'list']]);
});
