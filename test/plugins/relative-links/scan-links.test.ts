import { expect, test } from 'vitest';
import type { LinksRelease } from '../../../src/plugins/relative-links/release.js';
import { replaceLinks } from '../../../src/plugins/relative-links/scan-links.js';

const release: LinksRelease = {
  hasTitles: true,
  hasRootPaths: true,
  unescapes: 'last',
  hasPicturesInTexts: false,
  renewsExcerpts: 'all',
};
const withPictures: LinksRelease = { ...release, hasPicturesInTexts: true };

function marked(source: string, of = release): string {
  return replaceLinks(
    source,
    of,
    ({ text, path, fragment, title }) => `<${[text, path, fragment, title].join('|')}>`,
  );
}

test('a link is taken apart into text, path, fragment and title', () => {
  expect(marked('see [a b](c.md#d "e") and [f](g.md)')).toBe('see <a b|c.md|#d| "e"> and <f|g.md||>');
});

test('a definition takes the blank lines before it and the white space after it', () => {
  expect(marked('text\n\n\n[a]: b.md  \nmore')).toBe('text\n<a|b.md||>\nmore');
});

test('a link whose text holds brackets begins at the first of them', () => {
  expect(marked('[a [b](c.md)')).toBe('<a [b|c.md||>');
});

test('an empty path is no link', () => {
  expect(marked('[a]() [b](c)')).toBe('<a]() [b|c||>');
  expect(marked('[a]() [b](c)', withPictures)).toBe('[a]() <b|c||>');
});

test('a picture is a part of the text where the release says so', () => {
  expect(marked('[![p](q.png)](a.md)')).toBe('<![p|q.png||>](a.md)');
  expect(marked('[![p](q.png)](a.md)', withPictures)).toBe('<![p](q.png)|a.md||>');
  expect(marked('[![p] x](a.md)', withPictures)).toBe('<![p] x|a.md||>');
  expect(marked('[![p](q.png)] ![r](s.png)', withPictures)).toBe('<![p](q.png)] ![r|s.png||>');
});

test('what looks like a title belongs to the path where there are no titles', () => {
  expect(marked('[a](b.md "T")', { ...release, hasTitles: false })).toBe('<a|b.md "T"||>');
});

test('brackets without end are passed over in no time', () => {
  const start = performance.now();
  expect(marked('['.repeat(50_000))).toHaveLength(50_000);
  expect(marked('\n'.repeat(50_000))).toHaveLength(50_000);
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each(['[a](b', '[](', '[a](b#c "', '['])(
  '%s a hundred thousand times over is no link',
  { timeout: 20_000 },
  (piece) => {
    const text = piece.repeat(100_000);
    expect(replaceLinks(text, release, () => 'no')).toBe(text);
    expect(replaceLinks(text, withPictures, () => 'no')).toBe(text);
  },
);

test('white space without end belongs to the path, or ends the definition', { timeout: 20_000 }, () => {
  const space = ' '.repeat(100_000);
  expect(marked(`[a](b${space})`)).toBe(`<a|b${space}||>`);
  expect(marked(`[a]: b${space}c`)).toBe(`<a|b${space}c||>`);
  expect(marked(`[a]: b${space}`)).toBe('<a|b||>');
});
