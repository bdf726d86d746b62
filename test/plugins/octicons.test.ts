import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

test('without its pictures the tag says what to install', async () => {
  const { isFailed, said } = await buildSite({
    '_config.yml': 'plugins: [jekyll-octicons]\n',
    'a.html': '---\n---\n{% octicon alert %}',
  });
  expect(isFailed).toBe(true);
  expect(said).toContain('Install them with `npm install @primer/octicons`');
});

test('a site that does not use the tag needs no pictures', async () => {
  const { outputs } = await buildSite({
    '_config.yml': 'plugins: [jekyll-octicons]\n',
    'a.html': '---\n---\na',
  });
  expect(outputs).toEqual({ 'a.html': 'a' });
});
