import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

/** Jekyll 4.4.1, `Page#path`: front matter comes first, defaults do not count. */
test('a page is where its front matter says, for templates and for what is included beside it', async () => {
  const { outputs, said } = await buildSite({
    '_config.yml': 'defaults: [{scope: {path: c.html}, values: {path: nowhere}}]\n',
    'sub/a.html': '---\npath: other/x.md\n---\n{% include_relative in.txt %} {{ page.path }}',
    'sub/in.txt': 'sub',
    'other/in.txt': 'other',
    'b.html': '---\npath: 3\n---\n{{ page.path | inspect }}',
    'c.html': '---\n---\n{{ page.path }}',
    'index.html': '---\n---\n{% for p in site.pages %}{{ p.path }} {% endfor %}',
  });
  expect(said).toBe('');
  expect(outputs).toMatchObject({
    'sub/a.html': 'other other/x.md',
    'b.html': '3',
    'c.html': 'c.html',
    'index.html': 'other/x.md 3 c.html index.html ',
  });
});

test('a document whose name is `false` has that of its file', async () => {
  const { outputs } = await buildSite({
    '_posts/2024-01-02-a.md': '---\nname: false\npermalink: /a.html\n---\n{{ page.name }}',
  });
  expect(outputs['a.html']).toBe('<p>2024-01-02-a.md</p>\n');
});
