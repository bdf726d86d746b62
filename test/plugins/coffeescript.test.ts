import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const script = '---\n---\na = 1\n';

test('without a compiler a page says what to install', async () => {
  const { isFailed, said } = await buildSite({
    '_config.yml': 'plugins: [jekyll-coffeescript]\n',
    'a.coffee': script,
  });
  expect(isFailed).toBe(true);
  expect(said).toContain("while converting 'a.coffee': The compiler is missing.");
});

test('a site without pages in CoffeeScript needs no compiler', async () => {
  const { outputs } = await buildSite({
    '_config.yml': 'plugins: [jekyll-coffeescript]\n',
    'a.html': '---\n---\na',
  });
  expect(outputs).toEqual({ 'a.html': 'a' });
});

test('safe loads no compiler from the site', async () => {
  const { isFailed, said } = await buildSite({
    '_config.yml': 'plugins: [jekyll-coffeescript]\nwhitelist: [jekyll-coffeescript]\nsafe: true\n',
    'node_modules/coffeescript/index.js': 'exports.compile = (text) => text;',
    'node_modules/coffeescript/package.json': '{}',
    'a.coffee': script,
  });
  expect(isFailed).toBe(true);
  expect(said).toContain('With `safe` no compiler is loaded from the site.');
});
