import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../src/markdown/index.js';

const kramdown = createKramdown(readOptions({}), null);

function refusal(text: string): unknown {
  try {
    kramdown.render(text);
  } catch (error) {
    return error;
  }
  return null;
}

function markdownError(line: number, message: string): unknown {
  return expect.objectContaining({ name: 'MarkdownError', line, message });
}

/** `count` pieces that know their number. */
function pieces(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join('');
}

describe('attribute lists', () => {
  test('of a megabyte are read to their end', () => {
    const { html } = kramdown.render(`a\n{: ${'.b '.repeat(350_000)}}`);
    expect(html).toBe(`<p class="${'b '.repeat(350_000).trimEnd()}">a</p>\n`);
  });

  test('may name thousands of attributes, lists and references', () => {
    const { html } = kramdown.render(
      `a\n{: ${pieces(20_000, (index) => `a${index}="b" `)}}\n\nb\n${'{:.c}\n'.repeat(20_000)}`,
    );
    expect(html).toContain('a19999="b"');
    expect(html).toContain(`<p class="${'c '.repeat(20_000).trimEnd()}">`);
    expect(kramdown.render(`a\n{: ${'b '.repeat(200_000)}.c}`).html).toBe('<p class="c">a</p>\n');
  });

  test('keep white space at the start of a class away, however the classes came together', () => {
    const { html } = kramdown.render('a\n{: class=" b" .c class=" d" .e}\n\nf\n{: .g class="  h"}');
    expect(html).toBe('<p class="d e">a</p>\n\n<p class="h">f</p>\n');
  });

  test('follow definitions through thousands of others', () => {
    const definitions = pieces(5000, (index) => `{:a${index}: a${index + 1}}\n`);
    expect(kramdown.render(`${definitions}{:a5000: .end}\n\nx\n{:a0}`).html).toBe('\n<p class="end">x</p>\n');
  });

  test('refuse definitions that double', () => {
    const definitions = pieces(60, (index) => `{:a${index + 1}: a${index} a${index}}\n`);
    expect(refusal(`{:a0: .x}\n${definitions}\ntext\n{:a60}`)).toEqual(
      markdownError(63, 'The attribute list on line 63 refers to more than 10000 definitions'),
    );
  });

  test('say on which line a definition refers to itself', () => {
    expect(refusal('one\n\n{:a: b}\n{:b: a}\n\nx\n{:a}')).toEqual(
      markdownError(6, "The attribute list definition 'a' refers to itself"),
    );
  });

  test('refuse a thousand lists behind one span', () => {
    expect(kramdown.render(`*a*${'{:.b}'.repeat(1000)}`).html).toContain('class="b b');
    expect(refusal(`one\n*a*${'{:.b}'.repeat(1001)}`)).toEqual(
      markdownError(2, 'An element on line 2 has more than 1000 attribute lists'),
    );
  });
});

describe('abbreviations', () => {
  test('may be thousands', () => {
    const { html } = kramdown.render(`${pieces(5000, (index) => `*[AB${index}]: t\n`)}\nAB4999`);
    expect(html).toContain('<abbr title="t">AB4999</abbr>');
  });

  test('refuse one of 10,001 characters', () => {
    expect(refusal(`one\n\n*[${'a'.repeat(10_001)}]: t\n\na`)).toEqual(
      markdownError(3, 'The abbreviation on line 3 has more than 10000 characters'),
    );
  });

  test('refuse more than 200,000 characters together', () => {
    expect(refusal(pieces(3000, (index) => `*[${'a'.repeat(index + 1)}]: t\n`))).toEqual(
      markdownError(632, 'The abbreviations up to line 632 have more than 200000 characters'),
    );
  });
});

describe('footnotes', () => {
  test('may be referred to some hundred thousand times', () => {
    const { html } = kramdown.render(`${'[^1] '.repeat(150_000)}\n\n[^1]: a`);
    expect(html).toContain('<sup>150000</sup>');
  });
});
