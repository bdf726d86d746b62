import { expect, test } from 'vitest';
import { DependencyRecorder } from '../../src/reuse/recorder.js';

test('attributes of a few members are keys of their own, those of many one key over the group', () => {
  const recorder = new DependencyRecorder();
  const { keys } = recorder.record('posts:self', () => {
    recorder.readAttribute('posts', 'posts:next', 'title');
    for (let i = 0; i < 33; i++) recorder.readAttribute('posts', `posts:${i}`, 'url');
  });
  expect(keys).toEqual(['page:posts:next.title', 'collection:posts.url']);
});

test("an output's own values need no key, unless the work is shared", () => {
  const recorder = new DependencyRecorder();
  const read = (): void => recorder.readAttribute('posts', 'posts:self', 'title');
  expect(recorder.record('posts:self', read).keys).toEqual([]);
  expect(recorder.record(null, read).keys).toEqual(['page:posts:self.title']);
});

test('keys of an inner turn are not those of the outer one', () => {
  const recorder = new DependencyRecorder();
  const { keys } = recorder.record('a', () => {
    recorder.record(null, () => recorder.depend('inner'));
    recorder.depend('outer');
  });
  expect(keys).toEqual(['outer']);
});
