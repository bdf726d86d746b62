import { describe, expect, test } from 'vitest';
import { parseHeader, splitFrontMatter } from '../../src/read/front-matter.js';

describe('splitFrontMatter', () => {
  test.each([
    ['a plain header', '---\na: 1\n---\nbody\n', 'body\n', 4],
    ['CRLF line ends', '---\r\na: 1\r\n---\r\nbody\r\n', 'body\r\n', 4],
    ['three dots at the end', '---\na: 1\n...\nbody\n---\n', 'body\n---\n', 4],
    ['white space behind the markers', '---  \na: 1\n--- \t\nbody', 'body', 4],
    ['blank lines behind the header, but not the indentation', '---\na: 1\n---\n\n \n  body', '  body', 6],
    ['an empty header', '---\n---\nbody', 'body', 3],
    ['no body', '---\na: 1\n---', '', 3],
    ['an indented marker inside the header', '---\na: |\n  x\n  ---\n---\nbody', 'body', 6],
    ['a marker with text behind it inside the header', '---\na: 1\n--- x\n---\nbody', 'body', 5],
  ])('cuts %s', (_, text, body, bodyLine) => {
    const split = splitFrontMatter(text);
    expect(split.header).not.toBeNull();
    expect([split.body, split.bodyLine]).toEqual([body, bodyLine]);
  });

  test.each([
    ['four hyphens', '----\na: 1\n----\n'],
    ['a header that never ends', '---\na: 1\nbody\n'],
    ['text on the first line', '--- a: 1\n---\n'],
    ['a blank line first', '\n---\na: 1\n---\n'],
    ['the marker alone', '---'],
  ])('finds none in %s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ header: null, body: text, bodyLine: 1 });
  });

  test('comes to an end with a text of line ends and markers', { timeout: 10_000 }, () => {
    const text = `---\n${'\n'.repeat(200_000)}${' --- \n'.repeat(50_000)}`;
    expect(splitFrontMatter(text).header).toBeNull();
  });
});

describe('parseHeader', () => {
  test('has nothing for comments and white space', () => {
    expect(parseHeader('---\n# only this\n')).toBe(false);
  });

  test('has a text for white space that is none to YAML', () => {
    expect(parseHeader('---\n\u00a0\n')).toBe('\u00a0');
  });

  test('does not mind a tab behind the opening marker, only at the start of a line', () => {
    expect(parseHeader('---\t\na: 1\n')).toEqual(new Map([['a', 1]]));
    expect(() => parseHeader('---\n\ta: 1\n')).toThrow(/line 2 column 1/);
  });

  test('never runs an engine named by the header', () => {
    expect(parseHeader('---\njs: "require(1)"\n')).toEqual(new Map([['js', 'require(1)']]));
  });

  test('counts lines from the opening marker', () => {
    expect(() => parseHeader('---\na: 1\nb: c: d\n')).toThrow(/line 3 column 5/);
  });
});
