import { describe, expect, test } from 'vitest';
import { extractExcerpt } from '../../src/render/excerpt.js';

const isBlock = (tag: string): boolean => tag === 'if' || tag === 'for';
const rules = { isBlock, excerptsGetUsedDefinitions: true };
const extract = (text: string, separator = '\n\n'): string => extractExcerpt(text, separator, rules).text;

describe('extractExcerpt', () => {
  test('is all before the separator', () => {
    expect(extract('one\n\ntwo')).toBe('one');
    expect(extract('one<!--more-->two', '<!--more-->')).toBe('one');
  });

  test('is the whole text without a separator', () => {
    expect(extract('one\ntwo')).toBe('one\ntwo');
  });

  test('drops a separator at the very end', () => {
    expect(extract('one\n\n')).toBe('one');
  });

  test('takes along the link definitions it uses', () => {
    expect(extract('see [a]\n\nmore\n\n[a]: /a\n[b]: /b\n')).toBe('see [a]\n\n[a]: /a');
  });

  test('takes all of them along in Jekyll 3, and an empty line for none', () => {
    const old = (text: string): string =>
      extractExcerpt(text, '\n\n', { isBlock, excerptsGetUsedDefinitions: false }).text;
    expect(old('see\n\nmore\n\n  [a]: /a\n[b]: /b\n')).toBe('see\n\n  [a]: /a\n[b]: /b');
    expect(old('see\n\nmore\n')).toBe('see\n\n');
    expect(old('see\n')).toBe('see\n');
  });

  test('closes blocks that were cut in two, innermost first, and says so', () => {
    const { text, isRepaired } = extractExcerpt(
      '{% for a in b %}{% if a %}\n\nx{% endif %}{% endfor %}',
      '\n\n',
      rules,
    );
    expect(text).toBe('{% for a in b %}{% if a %}\n{% endif %}\n{% endfor %}');
    expect(isRepaired).toBe(true);
  });

  test('leaves whole blocks and tags without an end alone', () => {
    expect(extract('{% if a %}x{% endif %}{% assign b = 1 %}\n\nmore')).toBe(
      '{% if a %}x{% endif %}{% assign b = 1 %}',
    );
  });
});
