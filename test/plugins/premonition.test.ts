import { expect, test } from 'vitest';
import { parseAttributes } from '../../src/plugins/premonition/attributes.js';
import { buildSite } from '../helpers/build-site.js';

/** Reasons are those of the gem's parser, which ends the build with them. */
test.each([
  ['[a b=c]', 'Space not allowed inside attribute key [3:7]'],
  ['[,a=b]', "Attribute separator ',' not allowed here. [2:6]"],
  ['[a=b c=d]', 'Illegal spacing in unquoted value [5:9]'],
  ['[a=b=c]', 'Illegal use of equals character in unquoted value [5:7]'],
  ['[a=b"c"]', 'Illegal " found [5:8]'],
  ['[a!=b]', "Illegal character '!' for attribute key [3:6]"],
  ['[!]', "Illegal character '!' outside key and value [2:3]"],
  ['[a="\\x"]', 'Unsupported escaping of character inside string block [5:8]'],
  ['[a=\\"]', 'Backslash is not allowed in unquoted values [4:6]'],
])('%s is refused', (attributes, reason) => {
  expect(() => parseAttributes(attributes)).toThrow(reason);
});

test('attributes that cannot be read are an error that names the page', async () => {
  const { isFailed, said } = await buildSite({
    '_config.yml': 'plugins: [premonition]\n',
    'a.md': '---\n---\n> note "T" [a b=c]\n> x\n',
  });
  expect(isFailed).toBe(true);
  expect(said).toContain('Space not allowed inside attribute key');
});
