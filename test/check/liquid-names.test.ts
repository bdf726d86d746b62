import { expect, test } from 'vitest';
import { findFilters, findTags } from '../../src/check/liquid-names.js';

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

test('finds filters, not what stands in quotation marks, other tags, or is no filter', () => {
  const text =
    '{{ a | upcase | date: "%b | %Y" }}\n{% assign b = c | split: "|" %}{% include x.html y="a | b" %}{% raw %}{{ a | b }}{% endraw %} | c';
  expect(findFilters(text)).toEqual([
    { name: 'upcase', line: 1, column: 8 },
    { name: 'date', line: 1, column: 17 },
    { name: 'split', line: 2, column: 19 },
  ]);
});
