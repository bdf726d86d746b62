import { expect, test } from 'vitest';
import { attributeKey, groupKey } from '../../src/model/dependency.js';
import { keysByKind, reasonInWords, summarizeRuns } from '../../src/reuse/explain-turns.js';

test('keys come by kind, in one order, for people, and without the page itself', () => {
  const id = 'page:a.md';
  const keys = [
    `page:${id}`,
    'config:baseurl',
    groupKey('collection posts', 'title'),
    'layout:post',
    attributeKey('posts:b.md', 'url'),
    'layout:default',
    'time',
    'random',
  ] as const;
  expect(keysByKind(keys, id).map(({ label, names }) => [label, ...names])).toEqual([
    ['layouts', 'default', 'post'],
    ['configuration', 'baseurl'],
    ['pages', 'posts:b.md.url'],
    ['all members of', 'collection posts.title'],
    ['clock', 'time'],
    ['chance', 'random'],
  ]);
});

test('a page that changed is told from another one', () => {
  expect(reasonInWords('page:page:a.md', 'page:a.md')).toBe('its own text, front matter or address changed');
  expect(reasonInWords('page:page:b.md', 'page:a.md')).toBe('page:page:b.md changed');
  expect(reasonInWords(attributeKey('page:a.md', 'next'), 'page:a.md')).toBe('page:page:a.md.next changed');
});

test('a summary counts equal reasons, most first', () => {
  const runs = [
    ['a', 'new'],
    ['b', 'layout:post'],
    ['c', null],
    ['d', 'layout:post'],
  ] as const;
  expect(summarizeRuns(runs)).toEqual({
    reused: 1,
    rendered: 3,
    reasons: [
      { reason: 'layout:post changed', count: 2 },
      { reason: 'no earlier build is known in which it was', count: 1 },
    ],
  });
});
