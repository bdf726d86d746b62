import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const script = '---\n---\na = 1\n';

test('without a compiler the site is told what to install, and pages stay as they are', async () => {
  const { isFailed, said, outputs } = await buildSite({
    '_config.yml': 'plugins: [jekyll-coffeescript]\n',
    'a.coffee': script,
  });
  expect(isFailed).toBe(false);
  expect(said).toContain('The gem jekyll-coffeescript needs npm packages that the site does not have.');
  expect(said).toContain('Nothing converts .coffee files: a.coffee is written as it stands.');
  expect(outputs).toEqual({ 'a.coffee': 'a = 1\n' });
});

test('on GitHub Pages, which is safe, the compiler is loaded', async () => {
  const { said, outputs } = await buildSite({
    '_config.yml': 'utterson: {github_pages: true}\nrepository: a/b\ntheme: null\n',
    'node_modules/coffeescript/index.js': 'exports.compile = (text) => text.toUpperCase();',
    'node_modules/coffeescript/package.json': '{}',
    'a.coffee': script,
  });
  expect(said).not.toContain('coffee');
  expect(outputs['a.js']).toBe('A = 1\n');
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
