import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { pageTemplateKey } from '../../src/render/page-template.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** Builds pages, given by path, and reads one of the outputs. */
async function outputs(files: Record<string, string>): Promise<(path: string) => string> {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { reporter } = recordingReporter();
  await build({ config: loadConfig({ directory: root, flags: {}, environment: {}, reporter }), reporter });
  return (path) => readFileSync(join(root, '_site', path), 'utf8');
}

// As Jekyll does, whose cache of templates goes by file name.
describe('a file that is both a page and included', () => {
  test('comes without front matter where the page was first, with it on the page where the include was', async () => {
    const read = await outputs({
      'a.html': '---\n---\nA{{ 1 }}',
      'b.html': '---\n---\n{% include_relative a.html %} {% include_relative c.html %}',
      'c.html': '---\n---\nC{{ 2 }}',
    });
    expect(read('b.html')).toBe('A1 ---\n---\nC2');
    expect(read('c.html')).toBe('---\n---\nC2');
  });
});

describe('pageTemplateKey', () => {
  test.each([
    ['about/lib.md', 'about/lib.md'],
    ['en/docs/library/a.md', 'docs/library/a.md'],
    ['lib/a.md', 'lib/a.md'],
    ['x/gems/jekyll-4.4.1/a.md', 'jekyll-4.4.1/a.md'],
    ['gems/a.md', 'gems/a.md'],
    ['/a.md', 'a.md'],
  ])('of %s is %s', (path, key) => {
    expect(pageTemplateKey(path)).toBe(key);
  });
});
