import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

const INVALID = Buffer.from('---\nt: 1\n---\n\xff', 'latin1');

describe('a page', () => {
  test('that is not UTF-8 is told of, and all of it is its text, bytes kept', () => {
    const { site, err } = readFolder(temporaryFolder({ 'a.md': INVALID, '_layouts/l.html': INVALID }));
    const texts = [...site.pages, ...site.layouts.values()];
    expect(texts.map(({ data, body }) => [data.size, body])).toEqual([
      [0, '---\nt: 1\n---\n\udcff'],
      [0, '---\nt: 1\n---\n\udcff'],
    ]);
    expect(err()).toMatch(/Error reading file .*a\.md: invalid byte sequence in UTF-8/);
    expect(err()).toMatch(/Error reading file .*l\.html: invalid byte sequence in UTF-8/);
  });

  test('is read in the encoding of the configuration, UTF-8 for one nobody knows', () => {
    const bytes = Buffer.from('---\nt: é\n---\né', 'latin1');
    const { site } = readFolder(temporaryFolder({ 'a.md': bytes }), { encoding: 'ISO-8859-1' });
    expect([site.pages[0]!.data.get('t'), site.pages[0]!.body]).toEqual(['é', 'é']);
    const unknown = readFolder(temporaryFolder({ 'a.md': '---\n---\né' }), { encoding: 'nonsense' });
    expect(unknown.site.pages[0]!.body).toBe('é');
  });

  test.each([
    ['---\n~\n---\n', 'nil'],
    ['---\n# nothing\n---\n', 'a comment'],
  ])('has no data from %j', (text) => {
    expect(readFolder(temporaryFolder({ 'a.md': text })).site.pages[0]!.data.size).toBe(0);
  });

  test.each([
    ['permalink: ""', /^Invalid permalink in .*a\.md$/],
    ['- a', /^Invalid YAML front matter in .*a\.md$/],
    ['text', /^Invalid YAML front matter in .*a\.md$/],
  ])('is refused with the front matter %s', (header, message) => {
    expect(() => readFolder(temporaryFolder({ 'a.md': `---\n${header}\n---\n` }))).toThrow(message);
  });

  test.each([
    ['bad YAML', '---\na: b: c\n---\n', /YAML Exception reading .*a\.md: .*line 2 column 5/],
    ['a NUL', '---\na: \0\n---\n', /control characters are not allowed at line 2/],
    ['a control character', '---\na: \x01\n---\n', /control characters are not allowed at line 2 column 4/],
  ])('with %s is told of and has no data, or ends the build if told to', (_, text, message) => {
    const { site, err } = readFolder(temporaryFolder({ 'a.md': text }));
    expect(site.pages[0]!.data.size).toBe(0);
    expect(err()).toMatch(message);
    expect(() => readFolder(temporaryFolder({ 'a.md': text }), { strict_front_matter: true })).toThrow(
      message,
    );
  });

  test('begins with three hyphens, white space and a line feed, whatever comes then', () => {
    const { site } = readFolder(
      temporaryFolder({
        ...{ 'a.md': '---\n', 'b.md': '---', 'c.md': '--- \n---\nx', 'd.md': '---x\n---\n', 'h.md': '' },
        ...{ 'e.md': '---\t\r\n---\nx', 'f.md': '---  ', 'g.md': '---\nnever' },
      }),
    );
    expect(site.pages.map(({ path, body }) => [path, body])).toEqual([
      ['a.md', '---\n'],
      ['c.md', 'x'],
      ['e.md', 'x'],
      ['g.md', '---\nnever'],
    ]);
    expect(site.staticFiles.map(({ path }) => path)).toEqual(['/b.md', '/d.md', '/f.md', '/h.md']);
  });

  test('is read whole however long it is', () => {
    const long = 'é'.repeat(20_000);
    const files = { 'a.md': `---\n---\n${long}`, '_layouts/l.html': long };
    const { site } = readFolder(temporaryFolder({ ...files, '_data/d.yml': `x: ${long}` }));
    expect([site.pages[0]!.body, site.layouts.get('l')!.body, site.data.get('d')]).toEqual([
      long,
      long,
      new Map([['x', long]]),
    ]);
  });
});
