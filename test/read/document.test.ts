import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, SiteError } from '../../src/model/diagnostic.js';
import type { Document } from '../../src/model/page.js';
import { inspect } from '../../src/ruby/inspect.js';
import { inspectTime } from '../../src/ruby/time/time.js';
import type { Value } from '../../src/ruby/value.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

const PAGE = '---\n---\n';
const INVALID = Buffer.from('---\na: 1\n---\n\xff', 'latin1');

/** The documents of a collection named `c`, or of posts. */
function documents(
  files: Readonly<Record<string, string | Uint8Array>>,
  flags: Readonly<Record<string, Value>> = {},
  label = 'c',
): readonly Document[] {
  const config = { '_config.yml': 'collections: {c: {output: true}}\n' };
  return readFolder(temporaryFolder({ ...config, ...files }), flags).site.collections.get(label)!.documents;
}

/** What stops the reading. */
function problemOf(read: () => void): Diagnostic {
  try {
    read();
  } catch (error) {
    if (error instanceof SiteError) return error.diagnostic;
    throw error;
  }
  return expect.unreachable();
}

const paths = (list: readonly Document[]): string[] => list.map(({ path }) => path);

describe('a document of YAML', () => {
  test('is data through and through', () => {
    const [document] = documents({ '_c/a.yml': '---\nx: 1\n' });
    expect([inspect(document!.data), document!.body, document!.isDated]).toEqual(['{"x"=>1}', '', false]);
  });

  test('may be empty, and a list is refused', () => {
    expect(documents({ '_c/a.yaml': '---\n' })[0]!.data.size).toBe(0);
    expect(() => documents({ '_c/a.yml': '---\n- a\n' })).toThrow(
      /Invalid YAML front matter in .*_c\/a\.yml/,
    );
  });

  test('is static without front matter, and nothing among posts', () => {
    const { site } = readFolder(
      temporaryFolder({
        '_config.yml': 'collections: [c]\n',
        '_c/a.yml': 'x: 1\n',
        '_posts/2024-01-01-a.yml': 'x: 1\n',
      }),
    );
    const { documents: none, files } = site.collections.get('c')!;
    expect([none, files.map(({ path }) => path)]).toEqual([[], ['_c/a.yml']]);
    expect(site.collections.get('posts')!.documents).toEqual([]);
  });

  test.each(['_c/a.yml', '_posts/2024-01-01-a.yml'])('is shown where it is wrong: %s', (path) => {
    expect(() => documents({ [path]: '---\na: b: c\n' })).toThrow(
      /a\.yml\): mapping values are not allowed in this context at line 2 column 5/,
    );
  });
});

describe('a document that is not UTF-8', () => {
  const files = { '_posts/2024-01-01-a.md': INVALID, '_posts/2024-01-02-b.md': PAGE };

  test('is left out and told of', () => {
    const { site, err } = readFolder(temporaryFolder(files));
    expect(paths(site.collections.get('posts')!.documents)).toEqual(['_posts/2024-01-02-b.md']);
    expect(err()).toMatch(/could not read file .*2024-01-01-a\.md: invalid byte sequence in UTF-8/);
  });

  test('ends the build under strict_front_matter', () => {
    expect(() => readFolder(temporaryFolder(files), { strict_front_matter: true })).toThrow(
      'invalid byte sequence in UTF-8',
    );
  });
});

describe('a document’s date', () => {
  test('is the build’s for one without, of which posts keep it', () => {
    const [document] = documents({ '_c/a.md': PAGE });
    expect([inspectTime(document!.date), document!.isDated]).toEqual(['2024-06-10 06:13:20 +0000', false]);
    expect(document!.data.has('date')).toBe(false);
  });

  test('is its file’s for a draft', () => {
    const folder = temporaryFolder({ '_drafts/a.md': PAGE });
    utimesSync(join(folder, '_drafts/a.md'), 1_700_000_000, 1_700_000_000);
    const dates = [false, true].map((future) => {
      const { site } = readFolder(folder, { show_drafts: true, future });
      const { date, data, isDraft } = site.collections.get('posts')!.documents[0]!;
      return [isDraft, inspectTime(date), inspect(data.get('date') ?? null)];
    });
    expect(dates).toEqual([
      [true, '2023-11-14 22:13:20 +0000', '2023-11-14 22:13:20 +0000'],
      [true, '2023-11-14 22:13:20 +0000', 'nil'],
    ]);
  });

  test('in the future hides it, unless future is set', () => {
    const files = { '_c/a.md': '---\ndate: 2999-01-01\n---\n' };
    expect(documents(files).map(({ isWritten }) => isWritten)).toEqual([false]);
    expect(documents(files, { future: true }).map(({ isWritten }) => isWritten)).toEqual([true]);
  });

  test.each([
    ['_posts/2024-01-01-a.md', 'date: soon', "'soon'", 'in the YAML front matter', '2'],
    ['_posts/2024-01-01-a.md', '{date: soon}', "'soon'", 'in the YAML front matter', '2'],
    ['_posts/2024-13-30-a.md', 'x: 1', "'2024-13-30'", 'in the filename', 'no'],
  ])(
    'that is none ends the build: in %s with %s it is %s %s, on line %s',
    (path, header, date, where, line) => {
      const problem = problemOf(() => documents({ [path]: `---\n${header}\n---\n` }));
      expect(problem.message).toMatch(
        `Invalid date ${date}: Document '${path}' does not have a valid date ${where}`,
      );
      expect([problem.file, String(problem.line ?? 'no')]).toEqual([path, line]);
    },
  );
});

describe('publishing', () => {
  const files = {
    '_c/a.md': '---\npublished: false\n---\n',
    '_c/b.md': '---\npublished: "no"\n---\n',
    '_c/c.md': '---\npublished: ~\n---\n',
    '_posts/2024-01-01-a.md': '---\npublished: false\n---\n',
    'p.md': '---\npublished: false\n---\n',
    'q.md': '---\npublished: ~\n---\n',
  };

  test('leaves out what says no', () => {
    expect(documents(files).map(({ path, isWritten }) => [path, isWritten])).toEqual([
      ['_c/b.md', true],
      ['_c/c.md', false],
    ]);
    const { site } = readFolder(temporaryFolder(files));
    expect([site.pages, site.collections.get('posts')!.documents]).toEqual([[], []]);
  });

  test('takes all with --unpublished', () => {
    const { site } = readFolder(temporaryFolder(files), { unpublished: true });
    expect([site.pages.length, site.collections.get('posts')!.documents.length]).toEqual([2, 1]);
    expect(documents(files, { unpublished: true }).map(({ isWritten }) => isWritten)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('sort_by', () => {
  const sorted = (headers: Record<string, string>): { order: string; warnings: number } => {
    const files = Object.entries(headers).map(([name, header]) => [`_c/${name}.md`, `---\n${header}\n---\n`]);
    const { site, err } = readFolder(
      temporaryFolder({ '_config.yml': 'collections: {c: {sort_by: n}}\n', ...Object.fromEntries(files) }),
    );
    return {
      order: site.collections
        .get('c')!
        .documents.map(({ slug }) => slug)
        .join(' '),
      warnings: err().match(/Sort warning: 'n' not defined in _c\/[cf]\.md/g)?.length ?? 0,
    };
  };

  test('puts equal keys by path, keyless documents last, and tells of those once each', () => {
    expect(
      sorted({
        ...{ a: 'n: 2', b: 'n: 1', c: 'm: 1', d: 'n: 1\ndate: 2020-01-01', f: 'n: ~', g: 'n: 1.0' },
        h: 'n: 1\ndate: 2019-01-01',
      }),
    ).toEqual({ order: 'b d g h a c f', warnings: 2 });
  });

  test('puts by path what has no order', () => {
    expect(sorted({ a: 'n: 2', b: 'n: x', c: 'n: 1' })).toEqual({ order: 'a b c', warnings: 0 });
  });
});
