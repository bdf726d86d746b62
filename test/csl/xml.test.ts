import { expect, test } from 'vitest';
import { CslError } from '../../src/csl/csl-error.js';
import { readXml } from '../../src/csl/xml.js';

test('reads elements, attributes, references and text', () => {
  const root = readXml(`<?xml version="1.0"?>
<!DOCTYPE style><!-- before -->
<a:style xml:lang='en' b = "x&amp;&#60;
&#x3e;"><term>one &lt; two &no; &#x110000;</term><empty/><!-- <not> --></a:style>`);
  expect([root.name, Object.fromEntries(root.attributes)]).toEqual(['style', { lang: 'en', b: 'x&< >' }]);
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([
    ['term', 'one < two &no; &#x110000;'],
    ['empty', null],
  ]);
});

test('takes only text that an element begins with', () => {
  const texts = readXml('<a><b> \n </b><b><c/>x</b><b>x<!-- - -->y</b><b><!-- - -->x</b></a>').children;
  expect(texts.map(({ text }) => text)).toEqual([null, null, 'x', null]);
});

test.each([
  ['<a><b></a>', '</a> where </b> belongs'],
  ['<a></a></b>', '</b> where </> belongs'],
  ['<a>\n<b x=1/></a>', 'not well-formed XML in line 2'],
  ['<a>\n\n<b', 'not well-formed XML in line 3'],
  ['<a><b/>', 'no end of <a>'],
  ['', 'no element'],
])('refuses %j', (source, message) => {
  expect(() => readXml(source)).toThrow(new CslError(message));
});

test('refuses long nonsense in no time', () => {
  expect(() => readXml(`<a ${'x="1" '.repeat(50_000)}`)).toThrow(CslError);
}, 1000);
