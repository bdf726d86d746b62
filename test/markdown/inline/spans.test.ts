import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

function render(text: string, options = {}): string {
  const { html } = createKramdown(readOptions(options), null).render(text);
  return html.replace(/^<p>|<\/p>\n$/g, '');
}

function warnings(text: string): readonly string[] {
  return createKramdown(readOptions({}), null).render(text).warnings;
}

describe('emphasis', () => {
  test('is taken back when no closer comes, and what it held is parsed again', () => {
    expect(render('*a **b** [c](d)')).toBe('*a <strong>b</strong> <a href="d">c</a>');
  });

  test('lets a failed strong be an emphasis that starts with the delimiter', () => {
    expect(render('**a* b')).toBe('<em>*a</em> b');
  });

  test('does not close with an underscore inside a word', () => {
    expect(render('_a_b_')).toBe('<em>a_b</em>');
  });
});

describe('links', () => {
  test('hold no links, but images that hold images', () => {
    expect(render('[a [b](c) ![d ![e](f)](g)](h)')).toBe(
      '<a href="h">a [b](c) <img src="g" alt="d ![e](f)" /></a>',
    );
  });

  test('take a title with quotes in it, and parentheses that balance', () => {
    expect(render('[a](b(c) "d "e" f")')).toBe('<a href="b(c)" title="d &quot;e&quot; f">a</a>');
  });

  test('share the attribute list of their definition, later additions included', () => {
    expect(render('[a][r]{:.x} [b][r]\n\n[r]: u\n{:.c}')).toBe(
      '<a class="c x" href="u">a</a> <a class="c x" href="u">b</a></p>\n\n',
    );
  });
});

describe('HTML', () => {
  test('goes to the end of the text without an end tag, and warns', () => {
    expect(render('a <b>*c*')).toBe('a <b><em>c</em></b>');
    expect(warnings('a <b>*c*')).toEqual(["Found no end tag for 'b' (line 1) - auto-closing it"]);
  });

  test('holds HTML only in elements for code', () => {
    expect(render('<code>*a* <b>*c*</b></code>')).toBe('<code>*a* <b>*c*</b></code>');
  });
});

describe('warnings', () => {
  test('are lost before a failed emphasis and repeated in it, as in kramdown', () => {
    expect(warnings('</i> *a </b>')).toEqual([
      "Found invalidly used HTML closing tag for 'b' on line 1",
      "Found invalidly used HTML closing tag for 'b' on line 1",
    ]);
  });

  test('name the line', () => {
    expect(warnings('a\n\nb\nc [d]')).toEqual(["No link definition for link ID 'd' found on line 4"]);
  });
});

describe('options', () => {
  test('set in text hold from there on', () => {
    expect(render('<b>*a*</b> {::options parse_span_html="false" /}<b>*a*</b>')).toBe(
      '<b><em>a</em></b> <b>*a*</b>',
    );
  });

  test('choose the rules', () => {
    expect(render('a -- ~~b~~', { gfm_quirks: 'no_auto_typographic' })).toBe('a -- <del>b</del>');
    expect(render('a -- ~~b~~', { input: 'kramdown' })).toBe('a – ~~b~~');
    expect(render('a\nb  \nc', { hard_wrap: true })).toBe('a<br />\nb  <br />\nc');
  });
});
