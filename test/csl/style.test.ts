import { expect, test } from 'vitest';
import { CslError } from '../../src/csl/csl-error.js';
import { normalizeLocaleTag } from '../../src/csl/locale-tag.js';
import { createCslProcessor } from '../../src/csl/processor.js';
import { independentParent } from '../../src/csl/style-tree.js';

function style(bibliography: string, attributes = ''): string {
  return `<style ${attributes}><bibliography subsequent-author-substitute="--"><layout delimiter=", ">${bibliography}</layout></bibliography></style>`;
}

/** What csl-ruby 2.2.1 makes of them, `Locale.normalize`. */
test.each([
  ['en', 'en-US'],
  ['-BR', 'pt-BR'],
  ['-GB', 'en-GB'],
  ['de-at', 'de-AT'],
  ['sr', 'sr-Latn-RS'],
  ['FR', 'fr-FR'],
  ['eu', 'eu'],
  ['english', null],
  ['', null],
])('knows the locale %j in full', (tag, expected) => {
  expect(normalizeLocaleTag(tag)).toBe(expected);
});

test('says the style that a dependent style stands for', () => {
  const link = '<link rel="self" href="http://x/a"/><link href="http://x/b" rel="independent-parent"/>';
  expect(independentParent(`<style><info>${link}</info></style>`)).toBe('http://x/b');
  expect(independentParent('<style><info/></style>')).toBeNull();
});

test('begins anew without an entry before', () => {
  const processor = createCslProcessor(style('<names variable="author"/>'), null, 'en');
  const item = { author: [{ family: 'Doe' }] };
  expect([1, 2].map(() => processor.bibliographyEntry(item))).toEqual(['Doe', '--']);
  expect(processor.fresh().bibliographyEntry(item)).toBe('Doe');
  expect(processor.bibliographyEntry(item)).toBe('--');
});

test('tells what is around and between citations', () => {
  const xml = '<style><citation><layout prefix="(" suffix=")" delimiter="; "/></citation></style>';
  const expected = { prefix: '(', suffix: ')', delimiter: '; ' };
  expect(createCslProcessor(xml, null, 'en').citationAffixes).toEqual(expected);
});

/** Outputs of citeproc-ruby 2.1.8, `format_page_range`. */
test.each([
  ['chicago', '3-10, 71-72, 96-117', '3–10, 71–72, 96–117'],
  ['chicago', '100-104', '100–104'],
  ['chicago-16', '107-108', '107–8'],
  ['chicago', '321-325', '321–25'],
  ['chicago', '1496-1504', '1496–1504'],
  ['chicago', '1103-1108, 321-325', '1103–8, 321–5'],
  ['expanded', '321-8', '321–328'],
  ['minimal', '321-328', '321–8'],
  ['minimal', '42-142', '42–142'],
  ['minimal-two', '2787-2816', '2787–816'],
  ['minimal-two', '101-102', '101–02'],
  ['minimal', 'A12 -- A15, x3-5', 'A12–A15, x3–5'],
])('writes pages in the format %s: %s', (format, page, expected) => {
  const xml = style('<text variable="page"/>', `page-range-format="${format}"`);
  expect(createCslProcessor(xml, null, 'en').bibliographyEntry({ page })).toBe(expected);
});

/** The reference reads dates given as text with `Date.parse`. */
test.each([
  ['2020-05-03', 'May 3, 2020'],
  ['1990 June', 'June 1, 1990'],
  ['2020-02-31', '2020-02-31'],
  ['spring', 'spring'],
])('reads the date %s', (submitted, expected) => {
  const xml = style('<date variable="submitted" form="text"/>');
  expect(createCslProcessor(xml, null, 'en').bibliographyEntry({ submitted })).toBe(expected);
});

test('takes text in place of names as it stands', () => {
  const xml = style('<names variable="compiler"><name name-as-sort-order="all"/></names>');
  expect(createCslProcessor(xml, null, 'en').bibliographyEntry({ compiler: 'Jane Doe' })).toBe('Jane Doe');
});

test.each([
  ['<locale/>', '<locale> is no style'],
  ['<style>', 'no end of <style>'],
])('refuses %s as a style', (xml, message) => {
  expect(() => createCslProcessor(xml, null, 'en')).toThrow(new CslError(message));
});

test('refuses a locale without its file', () => {
  expect(() => createCslProcessor('<style/>', null, 'en-GB')).toThrow('the locale en-GB needs its file');
  expect(() => createCslProcessor('<style/>', '<terms/>', 'en-GB')).toThrow('<terms> is no locale');
});

test.each([
  ['<text macro="none"/>', 'no macro "none"'],
  ['<label2/>', '<label2> is nothing to be rendered'],
  ['<constructor/>', '<constructor> is nothing to be rendered'],
  ['<date variable="issued" form="odd"/>', 'the locale has no date of the form "odd"'],
])('refuses to render %s', (inside, message) => {
  const processor = createCslProcessor(style(inside), null, 'en');
  const item = { issued: { 'date-parts': [[2020]] } };
  expect(() => processor.bibliographyEntry(item)).toThrow(new CslError(message));
});

test('says when a style has no citation or no bibliography', () => {
  const processor = createCslProcessor('<style/>', null, 'en');
  expect(() => processor.bibliographyEntry({})).toThrow('the style has no bibliography');
  expect(() => processor.citation([])).toThrow('the style has no citation');
});
