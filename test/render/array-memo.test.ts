import { expect, test } from 'vitest';
import { attributeKey, groupKey } from '../../src/model/dependency.js';
import type { Renderable } from '../../src/model/page.js';
import { ArrayMemo } from '../../src/render/array-memo.js';
import { Recorder } from '../../src/reuse/recorder.js';
import type { Value } from '../../src/ruby/value.js';

const POSTS: Value[] = ['b', 'a', 'c'];
const PAGE = { id: 'page:a.md' } as Renderable;

/** A memo that has the posts, and the recorder it uses. */
function memoOfPosts(): { memo: ArrayMemo; recorder: Recorder } {
  const recorder = new Recorder(() => {});
  const memo = new ArrayMemo(recorder);
  memo.own(POSTS);
  return { memo, recorder };
}

/** Asks the memo twice for what reads the given; answers how often it was computed. */
function computations(
  read: (recorder: Recorder) => void,
  between: (memo: ArrayMemo) => void = () => {},
): number {
  const { memo, recorder } = memoOfPosts();
  let computed = 0;
  const ask = (): void => {
    memo.get(POSTS, 'value', () => {
      computed += 1;
      read(recorder);
      return null;
    });
  };
  ask();
  between(memo);
  ask();
  return computed;
}

test('computes once for an array of the build; the first reader has read as much as the second', () => {
  const { memo, recorder } = memoOfPosts();
  let computed = 0;
  const count = (): void => {
    memo.get(POSTS, 'count', () => {
      recorder.depend('config:url');
      computed += 1;
    });
  };
  const keys = [1, 2].map(() => recorder.turn(PAGE, count).keys.all());
  expect(keys).toEqual([
    ['page:page:a.md', 'config:url'],
    ['page:page:a.md', 'config:url'],
  ]);
  expect(computed).toBe(1);
});

test('keeps what is derived from a kept array', () => {
  const { memo } = memoOfPosts();
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

test('keeps lists inside what is derived, the long ones', () => {
  const { memo } = memoOfPosts();
  const [long, short]: Value[][] = [new Array(16).fill('a'), ['a']];
  memo.get(
    POSTS,
    'groups',
    () => new Map([['long', long!]]),
    () => [long!, short!],
  );
  let computed = 0;
  for (const list of [long!, long!, short!, short!]) memo.get(list, 'count', () => (computed += 1));
  expect(computed).toBe(3);
});

test('keeps nothing of a short list that a template made, and of a long one while its turn lasts', () => {
  const { memo, recorder } = memoOfPosts();
  const [long, short]: Value[][] = [new Array(16).fill('a'), ['a']];
  let computed = 0;
  const count = (list: Value[]) => () => {
    for (let time = 0; time < 2; time += 1) {
      memo.get(list, 'count', () => {
        recorder.depend('config:url');
        computed += 1;
      });
    }
  };
  count(long!)();
  expect(computed).toBe(2);
  expect(recorder.turn(PAGE, count(long!)).keys.all()).toContain('config:url');
  expect(computed).toBe(3);
  recorder.turn({ id: 'page:b.md' } as Renderable, count(long!));
  expect(computed).toBe(4);
  recorder.turn(PAGE, count(short!));
  expect(computed).toBe(6);
});

test('keeps nothing that read a text which changes at its turn, what pages carry on, or chance', () => {
  const readAttribute = (name: string) => (recorder: Recorder) =>
    recorder.readAttribute('collection posts', 'posts:a', name);
  expect(computations(readAttribute('title'))).toBe(1);
  for (const name of ['content', 'output', 'excerpt']) expect(computations(readAttribute(name))).toBe(2);
  expect(computations((recorder) => recorder.depend('random'))).toBe(2);
  expect(computations((recorder) => recorder.depend('carried:counter n'))).toBe(2);
});

test('drops what read an attribute that a hook has written, of that file or of its whole group', () => {
  const one = (recorder: Recorder): void => recorder.depend(attributeKey('posts:a', 'seen'));
  const all = (recorder: Recorder): void => recorder.depend(groupKey('collection posts', 'seen'));
  const names = (recorder: Recorder): void => recorder.depend(attributeKey('posts:a', '*'));
  const wrote = (id: string, name: string) => (memo: ArrayMemo) => memo.forget('collection posts', id, name);
  for (const read of [one, all, names]) expect(computations(read, wrote('posts:a', 'seen'))).toBe(2);
  expect(computations(one, wrote('posts:b', 'seen'))).toBe(1);
  expect(computations(one, wrote('posts:a', 'title'))).toBe(1);
  expect(computations(all, wrote('posts:b', 'seen'))).toBe(2);
});
