import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const NOTHING = '() => {}';
const SHOUT =
  'function (md, word = "!") { md.renderer.rules.text = (tokens, i) => tokens[i].content + word; }';

function sitesFiles(plugins: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return {
    '_config.yml': `exclude: [node_modules, lib]\nmarkdown_it: {plugins: ${plugins}}\n`,
    'index.md': '---\n---\na',
    ...files,
  };
}

const MANIFEST = 'node_modules/shout/package.json';
const MODULE = 'node_modules/shout/index.js';

test.each<[string, string, Record<string, string>]>([
  ['a default export', '[./lib/p.mjs]', { 'lib/p.mjs': `export default ${SHOUT}` }],
  [
    'the only function among named exports',
    '[./lib/p.mjs]',
    { 'lib/p.mjs': `export const shout = ${SHOUT}; export const version = 1;` },
  ],
  ['a CommonJS module', '[./lib/p.cjs]', { 'lib/p.cjs': `module.exports = ${SHOUT}` }],
  [
    'a CommonJS module made from a default export',
    '[./lib/p.cjs]',
    { 'lib/p.cjs': `exports.default = ${SHOUT}; exports.other = 1;` },
  ],
  [
    'an object with one function by default',
    '[./lib/p.mjs]',
    { 'lib/p.mjs': `export default { shout: ${SHOUT} }` },
  ],
  ['a package', '[shout]', { [MANIFEST]: '{"main":"index.js"}', [MODULE]: `module.exports = ${SHOUT}` }],
  [
    'a package for import only',
    '[shout]',
    {
      [MANIFEST]: '{"type":"module","exports":{"import":"./index.js"}}',
      [MODULE]: `export default ${SHOUT}`,
    },
  ],
  [
    'a package for import only, by way of conditions',
    '[shout]',
    {
      [MANIFEST]: '{"type":"module","exports":{".":{"import":{"types":"./x.d.ts","default":"./index.js"}}}}',
      [MODULE]: `export default ${SHOUT}`,
    },
  ],
  ['a name with a parameter', '[{./lib/p.mjs: "!"}]', { 'lib/p.mjs': `export default ${SHOUT}` }],
  ['a list of name and parameters', '[[./lib/p.mjs, "!"]]', { 'lib/p.mjs': `export default ${SHOUT}` }],
])('takes %s', async (_name, plugins, files) => {
  const { outputs, said } = await buildSite(sitesFiles(plugins, files));
  expect(said).toBe('');
  expect(outputs['index.html']).toBe('<p>a!</p>\n');
});

test.each<[string, string, Record<string, string>, string]>([
  [
    'several functions',
    '[./lib/p.mjs]',
    { 'lib/p.mjs': `export const a = ${NOTHING}; export const b = ${NOTHING};` },
    'It exports no function, or more than one.',
  ],
  [
    'no function',
    '[./lib/p.mjs]',
    { 'lib/p.mjs': 'export default null; export const a = 1;' },
    'It exports no function, or more than one.',
  ],
  ['a file that is not there', '[./lib/p.mjs]', {}, "Cannot find module './lib/p.mjs'"],
  ['a name that is missing', '[[]]', {}, 'Cannot'],
  [
    'a module that fails',
    '[./lib/p.mjs]',
    { 'lib/p.mjs': 'throw new Error("No luck\\nat all");' },
    'No luck',
  ],
  ['a module that throws what is no error', '[./lib/p.mjs]', { 'lib/p.mjs': 'throw "no luck";' }, 'no luck'],
  [
    'a plugin that fails',
    '[./lib/p.mjs]',
    { 'lib/p.mjs': 'export default () => { throw new Error("No luck") }' },
    'No luck',
  ],
  ['a package without an entry', '[shout]', { [MANIFEST]: '{"exports":{".":{"import":null}}}' }, 'shout'],
])('refuses %s', async (_name, plugins, files, reason) => {
  const { isFailed, said } = await buildSite(sitesFiles(plugins, files));
  expect(isFailed).toBe(true);
  expect(said).toContain(reason);
});

test('a site that is built safely gets none', async () => {
  const files = sitesFiles('[./lib/p.mjs]', { 'lib/p.mjs': `export default ${SHOUT}` });
  const { outputs, said } = await buildSite({
    ...files,
    '_config.yml': `safe: true\n${files['_config.yml']}`,
  });
  expect(outputs['index.html']).toBe('<p>a</p>\n');
  expect(said).toContain('./lib/p.mjs');
});

test('a section without a list asks for none', async () => {
  const { outputs } = await buildSite(sitesFiles('shout', {}));
  expect(outputs['index.html']).toBe('<p>a</p>\n');
});
