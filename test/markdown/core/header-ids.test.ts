import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

function idsOf(text: string, options: Record<string, unknown> = {}): string[] {
  const { html } = createKramdown(readOptions(options), null).render(text);
  return Array.from(html.matchAll(/<h\d id="([^"]*)"/g), ([, id]) => id!);
}

describe('header ids', () => {
  test('count repeated texts, GFM’s and kramdown’s apart', () => {
    expect(idsOf('# a\n\n# a\n\n<div markdown="1">\n\n# a\n\n# a\n\n</div>\n')).toEqual([
      'a',
      'a-1',
      'a',
      'a-1',
    ]);
  });

  test('keep letters of any script in GFM, ASCII only in kramdown', () => {
    expect(idsOf('# Grüße 你好\n')).toEqual(['grüße-你好']);
    expect(idsOf('# Grüße 你好\n\n# 你好\n', { input: 'kramdown' })).toEqual(['gre-', 'section']);
  });

  test('are written in ASCII when asked for', () => {
    const options = { input: 'kramdown', transliterated_header_ids: true };
    expect(idsOf('# Grüße\n\n# Привет, Ёжик\n\n# Χαίρετε\n\n# Łódź\n', options)).toEqual([
      'grusse',
      'privet-iozhik',
      'khairete',
      'lodz',
    ]);
  });
});
