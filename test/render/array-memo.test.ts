import { expect, test } from 'vitest';
import type { DependencyKey } from '../../src/model/dependency.js';
import { ArrayMemo } from '../../src/render/array-memo.js';
import type { Value } from '../../src/ruby/value.js';

const POSTS: Value[] = ['b', 'a', 'c'];

/** A memo, and what was recorded through it. */
function recordingMemo(): { memo: ArrayMemo; depended: DependencyKey[] } {
  const depended: DependencyKey[] = [];
  const memo = new ArrayMemo(
    (compute) => ({ value: compute(), keys: ['collection:posts'] }),
    (key) => depended.push(key),
  );
  return { memo, depended };
}

test('computes once for an array of the build, and records its keys again', () => {
  const { memo, depended } = recordingMemo();
  memo.own(POSTS);
  let computed = 0;
  const count = (): number => memo.get(POSTS, 'count', () => (computed += 1));
  expect([count(), count(), depended]).toEqual([1, 1, ['collection:posts']]);
});

test('keeps what is derived from a kept array', () => {
  const { memo } = recordingMemo();
  memo.own(POSTS);
  let sorted = 0;
  const sort = (): Value[] => {
    const some = memo.get(POSTS, 'where', () => POSTS.slice(0, 2));
    return memo.get(some, 'sort', () => {
      sorted += 1;
      return some.toSorted();
    });
  };
  expect([sort(), sort(), sorted]).toEqual([['a', 'b'], ['a', 'b'], 1]);
});

test('keeps nothing of an array that a template made', () => {
  const { memo } = recordingMemo();
  let computed = 0;
  for (let page = 0; page < 2; page += 1) memo.get(['a'], 'count', () => (computed += 1));
  expect(computed).toBe(2);
});
