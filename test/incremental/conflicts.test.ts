/** Of several outputs with one path the last is written; which that is may be another one at the next build. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { besideClean } from './beside-clean.js';

const page = (text: string, permalink = ''): string => `---\n${permalink}\n---\n${text}\n`;

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': 'collections: { notes: { output: true } }\n',
  '_notes/a.md': page('Note'),
  'index.html': page('HTML'),
  'about.md': page('Markdown'),
};

/** Files that come up beside those. */
const COMING: Readonly<Record<string, string>> = {
  'index.md': page('Markdown'),
  'about.html': page('HTML'),
  'later.md': page('A page', 'permalink: /about.html'),
  'earlier.md': page('A page', 'permalink: /notes/a.html'),
  '_notes/b.md': page('Another note', 'permalink: /index.html'),
};

describe.each([
  ['in one process', true],
  ['across processes', false],
])('%s', (_, isOneProcess) => {
  test.each(Object.entries(COMING))('%s', async (path, text) => {
    const directory = temporaryFolder(SITE);
    const build = besideClean(directory, isOneProcess);
    await build();
    const other = join(directory, path);
    for (const shown of [text, `${text}More\n`, `${text}More\n`]) {
      writeFileSync(other, shown);
      await build();
    }
    for (const [name, was] of Object.entries(SITE).slice(1)) {
      writeFileSync(join(directory, name), `${was}More\n`);
      await build();
    }
    rmSync(other);
    await build();
    writeFileSync(other, text);
    await build();
    rmSync(other);
    await build();
    expect.hasAssertions();
  });
});

test('a file that is copied to the place of a page', async () => {
  const directory = temporaryFolder(SITE);
  const build = besideClean(directory, false);
  await build();
  const copied = join(directory, 'about.html');
  writeFileSync(copied, 'Copied');
  await build();
  writeFileSync(copied, 'Copied again');
  await build();
  rmSync(copied);
  await build();
  expect.hasAssertions();
});
