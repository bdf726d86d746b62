import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

/** `type:first-last` of every token with lines, 1-based, both included. */
function linesOf(text: string, wanted: RegExp): string[] {
  const { md } = createKramdown(readOptions({}), null);
  return md
    .parse(text, {})
    .filter(({ type, map }) => map && wanted.test(type))
    .map(({ type, map }) => `${type}:${map![0] + 1}-${map![1]}`);
}

describe('source lines', () => {
  test('are kept in quotes and lists', () => {
    expect(
      linesOf('one\n\n> two\n>\n> * three\n>\n>   four\n', /^(paragraph|blockquote|list_item)_open/),
    ).toEqual([
      'paragraph_open:1-1',
      'blockquote_open:3-7',
      'paragraph_open:3-3',
      'list_item_open:5-7',
      'paragraph_open:5-5',
      'paragraph_open:7-7',
    ]);
  });

  test('are those of the definition in footnotes, wherever these are written', () => {
    const text = 'a[^1]\n\n* x\n\n  [^1]: note\n\n      more\n';
    expect(linesOf(text, /^paragraph_open/).slice(-2)).toEqual(['paragraph_open:5-5', 'paragraph_open:7-7']);
  });

  test('are those of HTML elements with Markdown in them', () => {
    expect(linesOf('<div markdown="1">\n\ntext\n\n</div>\nx\n', /^(html_element|paragraph)_open/)).toEqual([
      'html_element_open:1-5',
      'paragraph_open:3-3',
      'paragraph_open:6-6',
    ]);
  });
});
