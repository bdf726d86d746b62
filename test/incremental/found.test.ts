/** What random sites came out wrong in, each as small as it got. */
import { expect, test } from 'vitest';
import { buildAgain } from './build-again.js';
import type { Edit, Files } from './random-site.js';

interface Found {
  readonly site: Readonly<Record<string, string>>;
  /** Files with their new texts, one build after the other. */
  readonly edits: readonly Readonly<Record<string, string>>[];
}

const page = (body: string): string => `---\ntitle: T\n---\n${body}\n`;

const FOUND: Readonly<Record<string, Found>> = {
  'a post that goes through pages renders their excerpts for all that come later': {
    site: {
      '_config.yml': 'page_excerpts: true\n',
      '_posts/2024-01-01-first.md': page('{% for page in site.pages %}{{ page.url }}{% endfor %}'),
      'deep/index.md': page('before'),
      'last.html': `---\nexcerpt: none\n---\n{{ site.pages | map: "excerpt" | join: "," }}\n`,
    },
    edits: [{ 'deep/index.md': page('after') }],
  },
};

test.each(Object.entries(FOUND))('%s', async (_, { site, edits }) => {
  for (const isOneProcess of [true, false]) {
    const { failed } = await buildAgain(filesOf(site), edits.map(editOf), isOneProcess);
    expect(failed).toBe(0);
  }
});

function filesOf(files: Found['site']): Files {
  return new Map(Object.entries(files));
}

function editOf(texts: Readonly<Record<string, string>>): Edit {
  return { about: 'texts', apply: (files) => new Map([...files, ...Object.entries(texts)]) };
}
