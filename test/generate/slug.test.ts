import { describe, expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const VALUES = ['3', '1.50', 'true', '2024-02-03', '[a]', '{a: 1}'];

function site(slug: string, permalink: string): Record<string, string> {
  return {
    '_config.yml': `url: https://example.org\npermalink: ${permalink}\n`,
    '_posts/2024-01-02-my-post.md': `---\ntitle: T\nslug: ${slug}\n---\n{{ page.slug }} {{ page.id }}\n`,
  };
}

/** As Jekyll 4.4.1 does: `slug` is asked for by the placeholders that are made of it, and by nothing else. */
describe('a slug that is no text', () => {
  test.each(VALUES)('is well where the permalink does not ask for it: %s', async (slug) => {
    const { outputs, said } = await buildSite(site(slug, '/:year/:name/'));
    expect(said).toBe('');
    expect(Object.keys(outputs)).toEqual(['2024/2024-01-02-my-post/index.html']);
  });

  test('is printed as other values are, and ends the id', async () => {
    const { outputs } = await buildSite(site('1.50', '/:year/:name/'));
    expect(outputs['2024/2024-01-02-my-post/index.html']).toBe('<p>1.5 /2024/1.5</p>\n');
  });

  test.each(VALUES.flatMap((slug) => [':title', ':slug'].map((placeholder) => [slug, placeholder] as const)))(
    'stops the build where it does, with its line: %s, %s',
    async (slug, placeholder) => {
      const { isFailed, diagnostics } = await buildSite(site(slug, `/${placeholder}/`));
      expect(isFailed).toBe(true);
      expect(diagnostics).toMatchObject([
        {
          code: 'slug-not-text',
          severity: 'error',
          file: '_posts/2024-01-02-my-post.md',
          line: 3,
          column: 1,
        },
      ]);
    },
  );

  test('in the defaults is told without a line', async () => {
    const { diagnostics } = await buildSite({
      '_config.yml': 'defaults: [{values: {slug: 3}}]\n',
      '_posts/2024-01-02-my-post.md': '---\ntitle: T\n---\n',
    });
    expect(diagnostics).toMatchObject([{ code: 'slug-not-text', file: '_posts/2024-01-02-my-post.md' }]);
    expect(diagnostics[0]).not.toHaveProperty('line');
  });

  test('of a document that is not written is a warning', async () => {
    const { diagnostics } = await buildSite({
      '_config.yml': 'collections: {notes: {permalink: "/:slug/"}}\n',
      '_notes/a.md': '---\nslug: 3\n---\n',
    });
    expect(diagnostics).toMatchObject([{ code: 'slug-not-text', severity: 'warning', file: '_notes/a.md' }]);
  });
});
