/** What hooks set before anything is rendered, against Jekyll 4.4.1 with plugins in Ruby that set the same. */
import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

test('settings of after_init and after_reset count for reading, front matter of post_init for addresses and pages', async () => {
  const page = '---\nlayout: a\nn: 1\n---\nx {{ page.n }}';
  const { outputs, said } = await buildSite({
    '_plugins/hooks.mjs': `
      const both = (event, run) => ['pages', 'documents'].map((owner) => ({ owner, event, priority: 'normal', run }));
      const site = (event, run) => ({ owner: 'site', event, priority: 'normal', run });
      const scoped = new Map([['scope', new Map([['path', 'q.html']])], ['values', new Map([['given', 'D']])]]);
      export default {
        hooks: [
          site('after_init', ({ config: { settings } }) => {
            settings.set('answer', 42).set('defaults', [scoped]);
            settings.get('collections').set('cats', new Map([['output', true]]));
          }),
          site('after_reset', ({ config: { settings } }) => settings.set('n', (settings.get('n') ?? 0) + 1)),
          ...both('post_init', (item) => {
            const { file, data } = item;
            data.set('permalink', \`/p/\${file.kind}\${file.name.replace(/\\.\\w+$/, '')}.html\`);
            if (file.name === 'o.html') item.content = 'new';
          }),
          ...both('pre_render', ({ data }) => void data.set('layout', 'b').set('n', 2)),
        ],
      };`,
    '_layouts/a.html': 'A {{ content }}',
    '_layouts/b.html': 'B {{ content }} {{ page.layout }} {{page.n}}',
    '_posts/2024-01-01-x.html': page,
    '_cats/a.html': '---\n---\nmeow {{ site.answer }} {{ site.n }}',
    'index.html': page,
    'o.html': '---\nn: 1\n---\nx {{ page.n }}',
    'q.html': '---\nn: 1\n---\n{{ page.given }} {{ site.answer }} {{ site.n }}',
  });
  expect(said).toBe('');
  expect(outputs).toEqual({
    'p/document2024-01-01-x.html': 'B x 2 b 2',
    'p/documenta.html': 'B meow 42 1 b 2',
    'p/pageindex.html': 'B x 1 a 1',
    'p/pageo.html': 'B new  1',
    'p/pageq.html': 'B D 42 1  1',
  });
});

test('pages of gems have their post_init as the gems’ own do, or none', async () => {
  const { outputs, said } = await buildSite({
    '_config.yml':
      'url: http://x.org\njekyll-archives: {enabled: [tags, year]}\npaginate: 1\n' +
      'plugins: [jekyll-archives, jekyll-feed, jekyll-sitemap, jekyll-redirect-from, jekyll-paginate,\n' +
      '  jekyll-optional-front-matter, jekyll-readme-index]\n' +
      "defaults: [{scope: {path: ''}, values: {kind: dflt}}]\n",
    '_plugins/hooks.mjs': `
      const postInit = (owner, run) => ({ owner, event: 'post_init', priority: 'normal', run });
      const text = (value) => value ?? '';
      export default {
        hooks: [
          postInit('pages', ({ data, file }) => {
            data.set('kind', \`hook \${text(data.get('kind'))} \${text(data.get('title'))}\`);
            data.set('seen', \`seen \${text(data.get('seen'))}\`);
            if (file.name.includes('feed')) data.set('title', 'hook');
          }),
          postInit('documents', ({ data }) => {
            data.set('categories', 'x y');
            data.set('seen', \`seen \${data.get('kind')} \${data.get('draft')}\`);
          }),
        ],
      };`,
    '_layouts/archive.html': '{{ content }}',
    '_posts/2024-01-01-a.md': '---\ntags: [t]\ncategories: a\n---\na',
    '_posts/2024-01-02-b.md': '---\n---\nb',
    'index.html':
      '---\nkind: idx\nseen: own\n---\n{% for p in site.pages %}{{ p.url }}|{{ p.seen }}|{{ p.kind }}|{{ p.title }}\n{% endfor %}' +
      '{% for p in site.posts %}{{ p.path }}|{{ p.seen }}|{{ p.categories | join: "," }}\n{% endfor %}',
    'notes/plain.md': 'Plain\n',
    'sub/README.md': 'Readme\n',
    'sub/moved.md': '---\nredirect_from: [/old]\n---\none',
  });
  expect(said).toBe('');
  expect(outputs['index.html']!.trimEnd().split('\n')).toEqual([
    '/|seen own|hook idx |',
    '/sub/moved.html|seen |hook dflt |',
    '/tag/t/||dflt|t',
    '/2024/||dflt|',
    '/old|seen |hook dflt |',
    '/redirects.json|seen |hook dflt |',
    '/notes/plain.html|seen |hook dflt |',
    '/sub/|seen |hook dflt |',
    '/feed.xml|seen |hook dflt |hook',
    '/sitemap.xml|seen |hook dflt |',
    '/robots.txt|seen |hook dflt |',
    '/page2/|seen own|hook idx |',
    '_posts/2024-01-02-b.md|seen dflt false|x y,x,y',
    '_posts/2024-01-01-a.md|seen dflt false|a',
  ]);
});
