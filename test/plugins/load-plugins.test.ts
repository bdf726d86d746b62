import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const INDEX = { 'index.html': '---\n---\n{{ site.posts.size }}' };

test('gems whose work every build does, or that have none, are passed over', async () => {
  const config = 'plugins: [jekyll-sass-converter, kramdown-parser-gfm, rouge, html-proofer, webrick]\n';
  const { outputs, said } = await buildSite({ '_config.yml': config, ...INDEX });
  expect(said).toBe('');
  expect(outputs).toEqual({ 'index.html': '0' });
});

test('pages of less than one post are refused', async () => {
  const config = 'plugins: [jekyll-paginate]\npaginate: 0\n';
  const { isFailed, said } = await buildSite({ '_config.yml': config, ...INDEX });
  expect(isFailed).toBe(true);
  expect(said).toContain('`paginate` must be a number from 1, but is 0.');
});

test('a section of jekyll-archives that is no mapping leaves the archives out', async () => {
  const config = 'plugins: [jekyll-archives]\njekyll-archives: [year]\n';
  const { outputs, said } = await buildSite({ '_config.yml': config, ...INDEX });
  expect(said).toContain('Archives: Expected a hash but got ["year"]');
  expect(outputs).toEqual({ 'index.html': '0' });
});

test('tags and categories in Latin letters make the addresses of archives', async () => {
  const config = 'plugins: [jekyll-archives]\njekyll-archives: {enabled: [tags], slug_mode: latin}\n';
  const { outputs } = await buildSite({
    '_config.yml': config,
    '_layouts/archive.html': '{{ page.title }}',
    '_posts/2024-01-01-a.md': '---\ntags: [Über uns]\npermalink: a.html\n---\n',
  });
  expect(outputs['tag/uber-uns/index.html']).toBe('Über uns');
});

test('a gist whose text may be asked for is embedded without it, which is said', async () => {
  const config = 'plugins: [jekyll-gist]\n';
  const { outputs, said } = await buildSite({
    '_config.yml': config,
    'index.html': '---\n---\n{% gist a/1 %}',
  });
  expect(outputs['index.html']).toBe('<script src="https://gist.github.com/a/1.js"> </script>');
  expect(said).toMatch(/^Warning: The <noscript> tag for your gist a\/1/);
});

test('what GitHub Pages switches on works, and what of it is not there yet keeps nothing from being built', async () => {
  const { outputs, said, isFailed } = await buildSite({
    '_config.yml': 'plugins: [jekyll-toc]\nutterson: {github_pages: true}\n',
    'README.md': '# Read me\n\nFirst.',
    'other.md': '---\n---\n[back](README.md)',
    CNAME: 'example.org\n',
    '_plugins/a.rb': 'x',
  });
  expect(isFailed).toBe(false);
  expect(said).toBe(
    'Plugin: GitHub Pages would not load jekyll-toc Plugin: GitHub Pages runs no plugins of the site: what _plugins/a.rb would do is missing from the output.',
  );
  expect(outputs).toEqual({
    'README.md': '# Read me\n\nFirst.',
    'index.html': '<h1 id="read-me">Read me</h1>\n\n<p>First.</p>\n',
    'other.html': '<p><a href="/">back</a></p>\n',
  });
});
