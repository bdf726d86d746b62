import { expect, test } from 'vitest';
import { attributeKey, groupKey } from '../../src/model/dependency.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Renderable } from '../../src/model/page.js';
import { Recorder } from '../../src/reuse/recorder.js';

const SELF = { id: 'posts:self' } as Renderable;
const WARNING: Diagnostic = { severity: 'warning', code: 'test', message: 'careful' };

/** A recorder, and what it passed on. */
function recording(): { recorder: Recorder; told: Diagnostic[] } {
  const told: Diagnostic[] = [];
  return { recorder: new Recorder((diagnostic) => told.push(diagnostic)), told };
}

test('attributes of a few members are keys of their own, those of many one key over the group', () => {
  const { recorder } = recording();
  const turn = recorder.turn(SELF, () => {
    recorder.readAttribute('collection posts', 'posts:next', 'title');
    for (let i = 0; i < 32; i++) recorder.readAttribute('collection posts', `posts:${i}`, 'date');
    for (let i = 0; i < 33; i++) recorder.readAttribute('collection posts', `posts:${i}`, 'url');
  });
  const keys = turn.keys.all();
  expect(keys).toHaveLength(1 + 1 + 32 + 1);
  expect(keys).toContain(attributeKey('posts:next', 'title'));
  expect(keys).toContain(attributeKey('posts:31', 'date'));
  expect(keys.at(-1)).toBe(groupKey('collection posts', 'url'));
});

test('an output has read itself; of its own attributes only what comes from others has a key, unless the work is shared', () => {
  const { recorder } = recording();
  const read = (): void => {
    for (const name of ['title', 'next']) recorder.readAttribute('collection posts', SELF.id, name);
  };
  expect(recorder.turn(SELF, read).keys.all()).toEqual(['page:posts:self', attributeKey(SELF.id, 'next')]);
  expect(recorder.remember(read).keys).toEqual([
    attributeKey(SELF.id, 'title'),
    attributeKey(SELF.id, 'next'),
  ]);
});

test('what remembered work read and reported is that of everyone who recalls it, and of nobody else', () => {
  const { recorder, told } = recording();
  const remembered = recorder.remember(() => {
    recorder.depend('data:nav');
    recorder.report(WARNING);
    return 42;
  });
  expect(told).toEqual([]);
  const turns = [true, true, false].map((recalls) =>
    recorder.turn(SELF, () => {
      if (recalls) expect(recorder.recall(remembered)).toBe(42);
    }),
  );
  expect(turns.map(({ keys }) => keys.all().includes('data:nav'))).toEqual([true, true, false]);
  expect(turns.map(({ diagnostics }) => diagnostics)).toEqual([[WARNING], [WARNING], []]);
  expect(told).toEqual([WARNING, WARNING]);
});

test('work inside remembered work is read by whoever recalls the outer one', () => {
  const { recorder } = recording();
  const outer = recorder.remember(() =>
    recorder.recall(recorder.remember(() => recorder.depend('config:url'))),
  );
  expect(outer.keys).toEqual(['config:url']);
});

test('what work read and reported before it failed stays with whoever asked for it', () => {
  const { recorder, told } = recording();
  const turn = recorder.turn(SELF, () => {
    const fail = (): never => {
      recorder.depend('include:a.html');
      recorder.report(WARNING);
      throw new Error('no');
    };
    expect(() => recorder.remember(fail)).toThrow('no');
  });
  expect(turn.keys.all()).toContain('include:a.html');
  expect(told).toEqual([WARNING]);
});

test('effects are what the turn left, as it stands at its end', () => {
  const { recorder } = recording();
  let count = 0;
  const { effects } = recorder.turn(SELF, () => {
    recorder.leave('counter n', () => count);
    count = 2;
    recorder.wroteData('posts:self', 'seen', true);
  });
  count = 3;
  expect(effects.carried).toEqual(new Map([['counter n', 2]]));
  expect(effects.data).toEqual(new Map([['posts:self', new Map([['seen', true]])]]));
  expect(recorder.turn(SELF, () => {}).effects.carried.size).toBe(0);
});

test('turns that read and left the same share what they have in common, and each has its own keys', () => {
  const { recorder } = recording();
  const turns = ['a', 'b', 'c'].map((id) =>
    recorder.turn({ id } as Renderable, () => {
      recorder.depend('layout:post');
      recorder.readAttribute('collection posts', id, 'next');
      recorder.readAttribute('collection posts', `${id}2`, 'url');
      for (let i = 0; i < (id === 'c' ? 33 : 0); i++) recorder.readAttribute('pages', `page:${i}`, 'url');
      recorder.leave('offsets post', () => new Map([['item', id === 'c' ? 2 : 1]]));
    }),
  );
  const own = (id: string): string[] => [
    `page:${id}`,
    'layout:post',
    attributeKey(id, 'next'),
    attributeKey(`${id}2`, 'url'),
  ];
  expect(turns.map(({ keys }) => keys.all())).toEqual([
    own('a'),
    own('b'),
    [...own('c'), groupKey('pages', 'url')],
  ]);
  expect(turns[1]!.effects).toBe(turns[0]!.effects);
  expect(turns[2]!.effects.carried).toEqual(new Map([['offsets post', new Map([['item', 2]])]]));
});
