import { expect, test } from 'vitest';
import { parseXml, XmlError } from '../../src/plugins/inline-svg/xml-document.js';
import { buildSite } from '../helpers/build-site.js';

test('pictures that should be optimized are put in as they are, which is said', async () => {
  const { outputs, said, isFailed } = await buildSite({
    '_config.yml': 'plugins: [jekyll-inline-svg]\nsvg: {optimize: true}\n',
    'a.svg': '<svg><g></g></svg>',
    'index.html': '---\n---\n{% svg a.svg %}',
  });
  expect(isFailed).toBe(false);
  expect(said).toContain('pictures are put in as they are, not optimized');
  expect(outputs['index.html']).toBe('<svg>\n  <g/>\n</svg>');
});

test('a picture that is not there, or no XML, is an error that names it', async () => {
  for (const [svg, reason] of [
    ['missing.svg', 'No such file or directory'],
    ['bad.svg', 'bad.svg is no well-formed XML: opening and ending tag mismatch: g and svg, line 1'],
  ]) {
    const { said, isFailed } = await buildSite({
      '_config.yml': 'plugins: [jekyll-inline-svg]\n',
      'bad.svg': '<svg><g></svg>',
      'index.html': `---\n---\n{% svg ${svg} %}`,
    });
    expect(isFailed).toBe(true);
    expect(said).toContain(reason);
  }
});

test.each([
  '',
  'text',
  '<svg',
  '<svg a=1/>',
  '<svg a="1" a="2"/>',
  '<svg>&nbsp;</svg>',
  '<svg>&</svg>',
  '<svg/><svg/>',
])('%j is no XML', (text) => {
  expect(() => parseXml(text)).toThrow(XmlError);
});
