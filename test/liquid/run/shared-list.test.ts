import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SharedList } from '../../../src/liquid/run/shared-list.js';
import type { Value } from '../../../src/ruby/value.js';

/** A list, and the array that copying would have made. */
type Version = readonly [list: SharedList, items: readonly Value[]];

const item: fc.Arbitrary<Value> = fc.constantFrom<Value>('a', 'b', 'c', null, 1, ['a']);

/** A change, and which of the versions so far it is of. */
const step = fc.tuple(
  fc.nat(),
  fc.oneof(
    item.map((one) => ({ name: 'append' as const, items: [one] })),
    fc.array(item, { maxLength: 4 }).map((items) => ({ name: 'append' as const, items })),
    item.map((one) => ({ name: 'prepend' as const, item: one })),
    fc.tuple(fc.nat(3), fc.nat(3)).map(([first, last]) => ({ name: 'without' as const, first, last })),
  ),
  fc.boolean(),
);

test('any list made of others is what copying would have made, whatever comes of those', () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(step, { maxLength: 40 }), (items, steps) => {
      const versions: Version[] = [[SharedList.of(items), items]];
      for (const [which, change, isAsked] of steps) {
        const [list, array] = versions[which % versions.length]!;
        if (isAsked) list.toArray();
        if (change.name === 'append') versions.push([list.append(change.items), [...array, ...change.items]]);
        else if (change.name === 'prepend')
          versions.push([list.prepend(change.item), [change.item, ...array]]);
        else {
          const { first, last } = change;
          versions.push([
            list.without(first, last),
            array.slice(first, Math.max(first, array.length - last)),
          ]);
        }
        for (const [one, copied] of versions) {
          expect(one.hasText('a')).toBe(copied.includes('a'));
          expect([one.length, one.at(0), one.at(-1)]).toEqual([
            copied.length,
            copied[0] ?? null,
            copied.at(-1) ?? null,
          ]);
        }
      }
      for (const [list, copied] of versions) {
        expect(list.toArray()).toEqual(copied);
        expect(list.toArray()).toBe(list.toArray());
        if (!list.mayNest) expect(copied.some(Array.isArray)).toBe(false);
      }
    }),
  );
});

test('an array that was handed out does not grow with the list', () => {
  const list = SharedList.of(['a']).append(['b']);
  const array = list.toArray();
  expect(list.append(['c']).prepend('z').length).toBe(4);
  expect(array).toEqual(['a', 'b']);
});
