import { expect, test } from 'vitest';
import { findTags } from '../../../src/commands/doctor/liquid-tags.js';

test('finds tags with line and column', () => {
  expect(findTags('a\n😀{%- if x -%}\n  {%endif%}')).toEqual([
    { name: 'if', line: 2, column: 2 },
    { name: 'endif', line: 3, column: 3 },
  ]);
});

test('takes nothing in raw and comment blocks for a tag', () => {
  const text = '{% raw %}{% a %}{% endraw %}{% comment %}{% b %}{% endcomment %}{% c %}';
  expect(findTags(text).map(({ name }) => name)).toEqual(['raw', 'endraw', 'comment', 'endcomment', 'c']);
});

test('ends at the end of a text whose raw block is never closed', () => {
  expect(findTags('{% raw %}{% a %}').map(({ name }) => name)).toEqual(['raw']);
});
