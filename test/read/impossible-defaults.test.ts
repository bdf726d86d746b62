import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

/** Jekyll 4.4.1 fails before it opens the file. */
test('defaults that cannot be laid under a document leave a post out, and others without their text', async () => {
  const { outputs, said, isFailed } = await buildSite({
    '_config.yml': 'collections: {docs: {output: true}}\ndefaults: [{values: {categories: 3}}]\n',
    '_posts/2024-01-02-a.md': '---\ntitle: A\n---\nx\n',
    '_docs/b.md': '---\ntitle: B\n---\nx\n',
    'index.html':
      '---\n---\n{{ site.posts.size }} {% for p in site.docs %}{{ p.title | inspect }} {{ p.content | strip }}{% endfor %}',
  });
  expect(isFailed).toBe(false);
  expect(said).toContain(
    'could not read file _posts/2024-01-02-a.md: no implicit conversion of Integer into Array',
  );
  expect(outputs).toEqual({ 'docs/b.html': '\n', 'index.html': '0 nil ' });
});
