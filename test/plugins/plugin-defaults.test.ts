/** Settings that plugins bring, through whole builds. */
import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const plugin = (defaults: string, rest = ''): string => `export default { defaults: ${defaults}, ${rest} };`;

test('they lie under the site’s own, mappings merged, where templates and other plugins find them', async () => {
  const { outputs, said } = await buildSite({
    '_config.yml': 'card: {size: large, nothing: }\nlist: [own]\n',
    '_plugins/a.mjs': plugin(
      "{ card: { size: 'small', colour: { name: 'red' }, nothing: 1 }, list: ['a'], n: 1 }",
    ),
    '_plugins/b.mjs': plugin(
      "new Map([['n', 2], ['more', [{ x: 1.5 }]]])",
      `hooks: [{ owner: 'site', event: 'post_read', priority: 'normal', run: ({ config: { settings } }) =>
        void settings.set('seen', [...settings.get('card').keys()]) }]`,
    ),
    'index.html': '---\n---\n{{ site.card }} {{ site.list }} {{ site.n }} {{ site.more }} {{ site.seen }}',
  });
  expect(said).toBe('');
  expect(outputs['index.html']).toBe(
    '{"size"=>"large", "colour"=>{"name"=>"red"}, "nothing"=>1} own 1 {"x"=>1.5} sizecolournothing',
  );
});

test('they count for the build itself where the site and Jekyll say nothing', async () => {
  const defaults = `{
    collections: { recipes: { output: true } },
    permalink: 'pretty',
    kramdown: { auto_id_prefix: 'p-', auto_ids: false },
  }`;
  const { outputs, said } = await buildSite({
    '_plugins/a.mjs': plugin(defaults),
    '_recipes/soup.html': '---\n---\nsoup',
    'about.md': '---\n---\n# About',
  });
  expect(said).toBe('');
  // `permalink` and `auto_ids` have defaults in Jekyll.
  expect(outputs).toEqual({
    'about.html': '<h1 id="p-about">About</h1>\n',
    'recipes/soup.html': 'soup',
  });
});

test('what is no mapping is an error', async () => {
  const { said } = await buildSite({ '_plugins/a.mjs': plugin("['x']"), 'index.html': 'x' });
  expect(said).toContain('`defaults` of the plugin _plugins/a.mjs must be a mapping.');
});
