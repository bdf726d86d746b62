import { expect, test } from 'vitest';
import { buildSite } from '../../src/build-site.js';
import { idsOfChance } from '../../src/site/chance.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const page = (body: string): string => `---\n---\n${body}\n`;
const SAMPLE = '{{ "a,b,c" | split: "," | sample }}';

async function idsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { rendered, ok } = await buildSite({ directory: temporaryFolder(files) });
  expect(ok).toBe(true);
  return [...idsOfChance(rendered[0]!.turns)].sort();
}

test('a site without chance has none', async () => {
  const files = { 'a.html': page('{{ "now" | date: "%N" }}'), 'b.html': page('{{ site.time }}') };
  expect(await idsIn(files)).toEqual([]);
});

test('what asks for chance is found, and what reads its text, however far', async () => {
  expect(
    await idsIn({
      '_posts/2024-01-01-a.md': page(SAMPLE),
      'b.html': page('{% for post in site.posts %}{{ post.content }}{% endfor %}'),
      'c.html': page('{{ site.pages | where: "name", "b.html" | map: "content" }}'),
      'd.html': page('{{ site.posts.first.excerpt }}'),
      'e.html': page('{% for post in site.posts %}{{ post.title }}{% endfor %}'),
    }),
  ).toEqual(['page:b.html', 'page:c.html', 'page:d.html', 'posts:_posts/2024-01-01-a.md']);
});

test('what reads state that chance left is found', async () => {
  const files = {
    '_includes/x.html': SAMPLE,
    'a.html': page('{% include_cached x.html %}'),
    'b.html': page('{% include_cached x.html %}'),
    'c.html': page('no'),
    '_config.yml': 'plugins: [jekyll-include-cache]\n',
  };
  expect(await idsIn(files)).toEqual(['page:a.html', 'page:b.html']);
});
