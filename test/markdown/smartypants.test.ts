import { describe, expect, test } from 'vitest';
import { readOptions } from '../../src/markdown/index.js';
import { createSmartyPants } from '../../src/markdown/smartypants.js';

const render = (text: string) => createSmartyPants(readOptions({})).render(text).html;

describe('SmartyPants', () => {
  test('curls quotes and sets dashes, and nothing else of Markdown', () => {
    expect(render('"*a*" -- \'b\'...\n\n# c')).toBe('“*a*” – ‘b’…\n\n# c');
  });

  test('reads HTML in a line as spans and leaves HTML that starts one alone', () => {
    expect(render('a <b>"c"</b>\n<p>"d"</p>\n"e"')).toBe('a <b>“c”</b>\n<p>"d"</p>\n“e”');
  });
});
