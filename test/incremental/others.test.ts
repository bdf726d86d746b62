/** Pages that read attributes of others: which of them are rendered again, and why, once something about the others has changed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuildResult, build, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { withEngines } from '../helpers/new-engines.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const post = (title: string, more = ''): string =>
  `---\nlayout: post\ntitle: ${title}\n${more}---\nText of ${title}\n\nMore\n`;

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Site\n',
  '_layouts/post.html':
    '{{ content }}{{ page.previous.title }}<{{ page.previous.url }} {{ page.next.title }}>{{ page.next.url }}',
  'archive.html': '---\n---\n{% for post in site.posts %}{{ post.title }} {{ post.date }},{% endfor %}',
  'home.html': '---\n---\n{% for post in site.posts %}{{ post.title }} {{ post.excerpt }}{% endfor %}',
  'title.html': '---\ntitle: Title\n---\n{{ site.title }}',
  ...Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((name, index) => [`_posts/2024-01-0${index + 1}-${name}.md`, post(name)]),
  ),
};

const C = '_posts/2024-01-03-c.md';
const id = (name: string, day: number): string => `posts:_posts/2024-01-0${day}-${name}.md`;
const [A_POST, B_POST, C_POST, D_POST] = [id('a', 1), id('b', 2), id('c', 3), id('d', 4)];
const [ARCHIVE, HOME] = ['page:archive.html', 'page:home.html'];

/** What changes before the second build (`null` for a file that goes), and whom that reaches. */
const CASES: Readonly<Record<string, readonly [Readonly<Record<string, string | null>>, readonly string[]]>> =
  {
    'the end of a text': [{ [C]: post('c').replace('More', 'Less') }, [C_POST]],
    'the beginning of a text': [{ [C]: post('c').replace('Text', 'Words') }, [C_POST, HOME]],
    'a title': [{ [C]: post('z') }, [B_POST, C_POST, D_POST, ARCHIVE, HOME]],
    'front matter that nobody else reads': [{ [C]: post('c', 'other: 1\n') }, [C_POST]],
    'an address': [{ [C]: post('c', 'permalink: /c/\n') }, [B_POST, C_POST, D_POST]],
    'a post in between that is gone': [{ [C]: null }, [B_POST, D_POST, ARCHIVE, HOME]],
    'a first post': [
      { '_posts/2023-01-01-x.md': post('x') },
      ['posts:_posts/2023-01-01-x.md', A_POST, ARCHIVE, HOME],
    ],
    'the configuration': [{ '_config.yml': 'title: Other\n' }, ['page:title.html']],
    'the configuration and a title': [
      { '_config.yml': 'title: Other\n', [C]: post('z') },
      [B_POST, C_POST, D_POST, ARCHIVE, HOME, 'page:title.html'],
    ],
  };

test.each(Object.entries(CASES))('%s reaches whoever read it', async (_name, [edit, reached]) => {
  const folder = temporaryFolder(SITE);
  await buildAt(folder);
  for (const [path, text] of Object.entries(edit)) {
    if (text === null) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  const { rendered } = await buildAt(folder);
  const files = Object.entries({ ...SITE, ...edit }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const clean = temporaryFolder(Object.fromEntries(files));
  await buildAt(clean);
  expect(compareFolders(join(clean, '_site'), join(folder, '_site'))).toEqual([]);
  expect([...rendered[0]!.reuse!.reasons.keys()].sort()).toEqual([...reached].sort());
});

/** As a process of its own does. */
async function buildAt(directory: string): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const config = loadConfig({
    directory,
    flags: {},
    environment: { SOURCE_DATE_EPOCH: '1718000000' },
    reporter,
  });
  const result = await withEngines((newEngines) => build({ config, reporter, engines: newEngines() }));
  expect(result.ok).toBe(true);
  return result;
}
