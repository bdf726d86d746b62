import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../../src/build-site.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

async function render(files: Record<string, string>, path: string, environment = {}): Promise<string> {
  const directory = temporaryFolder(files);
  expect(await buildSite({ directory, environment })).toMatchObject({ diagnostics: [], ok: true });
  return readFileSync(join(directory, '_site', path), 'utf8');
}

// What Jekyll 4.4.1 prints.
test('an excerpt sees its document, but for its own path, id and text', async () => {
  const attributes = [
    'layout',
    'id',
    'path',
    'relative_path',
    'title',
    'color',
    'url',
    'collection',
    'name',
    'next.title',
  ];
  const text = attributes.map((name) => `{{ page.${name} }}`).join('|');
  const html = await render(
    {
      '_posts/2024-01-01-a.html': `---\nlayout: plain\ncolor: red\n---\n${text}|{{ page.content | size }}\n\nrest`,
      '_posts/2024-01-02-b.html': '---\n---\nB',
      '_layouts/plain.html': '<p>{{ content }}</p>',
      'index.html': '---\n---\n{{ site.posts[1].excerpt }}',
    },
    'index.html',
  );
  const path = '_posts/2024-01-01-a.html/#excerpt';
  expect(html).toBe(
    `plain|/2024/01/01/a#excerpt|${path}|${path}|A|red|/2024/01/01/a.html|posts|2024-01-01-a.html|B|${text.length + '|{{ page.content | size }}'.length}`,
  );
});

test('an excerpt knows neither itself nor the output of its document', async () => {
  const html = await render(
    {
      '_posts/2024-01-01-a.html': '---\n---\n[{{ page.excerpt }}{{ page.output }}]\n\nrest',
      'index.html': '---\n---\n{{ site.posts[0].excerpt }}',
    },
    'index.html',
  );
  expect(html).toBe('[]');
});

test('a theme tells what its package says of it, its folder in development alone', async () => {
  const files = {
    '_config.yml': 'theme: ./my-theme\n',
    'my-theme/_layouts/x.html': '',
    'my-theme/package.json':
      '{"name": "my-theme", "version": "1.2.3", "description": "Plain", "author": "Ann"}',
    'index.html':
      '---\n---\n{{ theme.version }}|{{ theme.description }}|{{ theme.authors }}|{{ theme.dependencies | join }}|{{ theme.metadata.size }}|{{ theme.root | split: "/" | last }}|{{ theme.missing }}',
  };
  const told = (folder: string): string => `1.2.3|Plain|Ann||0|${folder}|`;
  expect(await render(files, 'index.html')).toBe(told(''));
  expect(await render(files, 'index.html', { JEKYLL_ENV: 'development' })).toBe(told('my-theme'));
});
