import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/model/diagnostic.js';
import { lookup } from '../../src/model/page.js';
import type { Site } from '../../src/model/site.js';
import { inspect } from '../../src/ruby/inspect.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder as read } from './read-folder.js';

const PAGE = '---\ntitle: T\n---\nbody\n';

const pagePaths = ({ site }: { site: Site }): string[] => site.pages.map(({ path }) => path);
const postPaths = (site: Site): string[] => site.collections.get('posts')!.documents.map(({ path }) => path);
const staticPaths = (site: Site): string[] => site.staticFiles.map(({ path }) => path);

describe('entries', () => {
  test('leaves out special names unless they are included by name', () => {
    const folder = temporaryFolder({
      '_config.yml': 'include: [_pages, .well-known]\n',
      '_pages/a.md': PAGE,
      '.well-known/x': '',
      '_other/b.md': PAGE,
      '.dot': '',
      'x~': '',
      '#x': '',
      'sub/_c.md': PAGE,
    });
    const { site } = read(folder);
    expect(pagePaths({ site })).toEqual(['_pages/a.md']);
    expect(staticPaths(site)).toEqual(['/.well-known/x']);
  });

  test('takes an excluded name as a prefix and lets stars cross slashes', () => {
    const folder = temporaryFolder({
      '_config.yml': 'exclude: [secret, "*.tmp", docs/private/]\n',
      'secret/a': '',
      'secrets.txt': '',
      'sub/secret/a': '',
      'sub/b.tmp': '',
      'docs/private/a': '',
      'docs/private-not/a': '',
    });
    expect(staticPaths(read(folder).site)).toEqual(['/docs/private-not/a', '/sub/secret/a']);
  });

  test('follows links to folders, and not in circles', () => {
    const folder = temporaryFolder({ 'real/a.md': PAGE });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    symlinkSync(folder, join(folder, 'real/loop'));
    expect(pagePaths(read(folder))).toEqual(['link/a.md', 'real/a.md']);
  });

  test('follows no link out of the source under safe', () => {
    const outside = temporaryFolder({ 'a.md': PAGE });
    const folder = temporaryFolder({ 'index.md': PAGE });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
    expect(pagePaths(read(folder, { safe: true }))).toEqual(['index.md']);
  });

  test('takes a byte order mark before front matter for no front matter', () => {
    const { site } = read(temporaryFolder({ 'a.md': `\uFEFF${PAGE}` }));
    expect(staticPaths(site)).toEqual(['/a.md']);
  });

  test('reads the subfolders of a folder before its own files, which decides between equal names', () => {
    const { site } = read(temporaryFolder({ 'index.md': PAGE, 'b/index.md': PAGE, 'a/index.md': PAGE }));
    expect(pagePaths({ site })).toEqual(['a/index.md', 'b/index.md', 'index.md']);
  });

  test('copies public/ of our own shape untouched and out of templates’ sight', () => {
    const { site } = read(
      temporaryFolder({
        'content/a.md': PAGE,
        'layouts/x.html': '',
        'public/.dot': '',
        'public/a/b.md': PAGE,
      }),
    );
    expect(site.publicFiles.map(({ outputPath }) => outputPath)).toEqual(['.dot', 'a/b.md']);
    expect(site.staticFiles).toEqual([]);
  });
});

describe('posts', () => {
  test('finds posts and drafts in any folder, whose names become categories', () => {
    const folder = temporaryFolder({
      '_posts/x/2024-01-01-a.md': PAGE,
      'es/mx/_posts/2024-01-02-b.md': PAGE,
      '_drafts/c.md': PAGE,
    });
    const posts = read(folder, { show_drafts: true, future: true }).site.collections.get('posts')!.documents;
    expect(posts.map(({ data }) => inspect(data.get('categories') ?? null))).toEqual([
      '[]',
      '[]',
      '["es", "mx"]',
    ]);
  });

  test('leaves out posts with a future date, and says so', () => {
    const { site, err } = read(
      temporaryFolder({ '_posts/2024-01-01-a.md': PAGE, '_posts/2999-01-01-b.md': PAGE }),
    );
    expect(postPaths(site)).toEqual(['_posts/2024-01-01-a.md']);
    expect(err()).toContain('Skipping: _posts/2999-01-01-b.md has a future date');
  });

  test('keeps the newest posts under limit_posts', () => {
    const folder = temporaryFolder({
      '_posts/2024-01-01-a.md': PAGE,
      '_posts/2024-01-03-c.md': PAGE,
      '_posts/2024-01-02-b.md': PAGE,
    });
    expect(postPaths(read(folder, { limit_posts: 2 }).site)).toEqual([
      '_posts/2024-01-02-b.md',
      '_posts/2024-01-03-c.md',
    ]);
  });

  test('builds data in Jekyll’s order of keys', () => {
    const folder = temporaryFolder({
      '_posts/2024-01-05-my-POST.md': '---\nx: 1\ncategories: a b\ncategory: c\ntags: t u\n---\n',
    });
    expect(inspect(read(folder).site.collections.get('posts')!.documents[0]!.data)).toBe(
      '{"draft"=>false, "categories"=>["a", "b", "c"], "x"=>1, "category"=>"c", "tags"=>["t", "u"], ' +
        '"date"=>2024-01-05 00:00:00 +0000, "title"=>"My Post", "slug"=>"my-POST", "ext"=>".md"}',
    );
  });

  test('goes on after bad front matter with what is left of the post', () => {
    const { site, err } = read(temporaryFolder({ '_posts/2024-01-01-a.md': '---\na: b: c\n---\nbody' }));
    expect(site.collections.get('posts')!.documents[0]!.body).toBe('body');
    expect(err()).toMatch(
      /YAML Exception reading .*a\.md: \(<unknown>\): mapping values are not allowed in this context at line 2 column 5/,
    );
  });

  test.each([
    ['in the name', { '_posts/2024-13-01-a.md': PAGE }, /Invalid date '2024-13-01'.*in the filename/],
    [
      'in front matter',
      { '_posts/2024-01-01-a.md': '---\ndate: soon\n---\n' },
      /Invalid date 'soon'.*in the YAML front matter/,
    ],
  ])('stops at a date that is none %s', (_, files, message) => {
    expect(() => read(temporaryFolder(files))).toThrow(message);
  });
});

describe('defaults', () => {
  const config = [
    'defaults:',
    '- {scope: {path: ""}, values: {layout: all, nest: {a: 1}}}',
    '- {scope: {path: docs, type: pages}, values: {layout: typed, nest: {b: 2}}}',
    '- {scope: {path: docs}, values: {layout: plain}}',
    '- {scope: {path: "docs/*/x.md"}, values: {glob: true}}',
  ].join('\n');

  test('merges sets by the length of their path, a type winning among equals', () => {
    const { site } = read(temporaryFolder({ '_config.yml': config, 'docs/a.md': PAGE, 'docs/b/x.md': PAGE }));
    expect(site.pages.map(({ data }) => inspect(data))).toEqual([
      '{"layout"=>"typed", "nest"=>{"a"=>1, "b"=>2}, "title"=>"T"}',
      '{"layout"=>"typed", "nest"=>{"a"=>1, "b"=>2}, "glob"=>true, "title"=>"T"}',
    ]);
  });

  test('lets a page hide a default from the build with null, but not from templates', () => {
    const { site } = read(temporaryFolder({ '_config.yml': config, 'a.md': '---\nlayout:\n---\n' }));
    const page = site.pages[0]!;
    expect([page.data.get('layout'), lookup(page, 'layout')]).toEqual(['all', null]);
  });

  test('tells of a set in the wrong shape', () => {
    const { err } = read(temporaryFolder({ '_config.yml': 'defaults: [{values: x}]\n' }));
    expect(err()).toMatch(/An invalid front-matter default set was found:\s+\{"values"=>"x"\}/);
  });
});

describe('collections', () => {
  const files = {
    '_c/a.md': '---\nn: 2\n---\n',
    '_c/b.md': '---\nn: 1\n---\n',
    '_c/d.md': PAGE,
    '_c/sub/e.md': PAGE,
    '_c/i.png': '',
  };
  const order = (section: string): string[] => {
    const { site } = read(temporaryFolder({ ...files, '_config.yml': `collections:\n  c: ${section}\n` }));
    return site.collections.get('c')!.documents.map(({ slug }) => slug);
  };

  test('go by path when nothing is dated, by sort_by with keyless ones last, or as listed', () => {
    expect(order('{}')).toEqual(['a', 'b', 'd', 'e']);
    expect(order('{sort_by: n}')).toEqual(['b', 'a', 'd', 'e']);
    expect(order('{order: [sub/e.md, nope.md, b.md]}')).toEqual(['e', 'b', 'a', 'd']);
  });

  test('hold files without front matter as static files', () => {
    const { site } = read(temporaryFolder({ ...files, '_config.yml': 'collections: {c: {output: true}}\n' }));
    expect(site.collections.get('c')!.files.map(({ path, isWritten }) => [path, isWritten])).toEqual([
      ['_c/i.png', true],
    ]);
  });
});

describe('data', () => {
  test('reads all types, nests folders and cleans names', () => {
    const folder = temporaryFolder({
      '_data/my file.yml': 'a: 1.0',
      '_data/n/x.json': '{"k": [1, null]}',
      '_data/dots.in.it.yml': '2',
      '_data/t.csv': 'a,b\n1,"x ""y"""\n"",\n',
    });
    expect(inspect(read(folder).site.data)).toBe(
      '{"dotsinit"=>2, "my_file"=>{"a"=>1.0}, "t"=>[{"a"=>"1", "b"=>"x \\"y\\""}, {"a"=>"", "b"=>nil}], "n"=>{"x"=>{"k"=>[1, nil]}}}',
    );
  });

  test('stops at a file that cannot be read, with its place', () => {
    const folder = temporaryFolder({ '_data/x.yml': 'a: [1\nb: 2\n' });
    try {
      read(folder);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SiteError);
      expect((error as SiteError).diagnostic).toMatchObject({ file: '_data/x.yml', line: 1, column: 4 });
    }
  });
});

describe('themes', () => {
  test('are folders whose files count where the site has none', () => {
    const folder = temporaryFolder({
      '_config.yml': 'theme: ./theme\n',
      '_layouts/a.html': 'site',
      'theme/_layouts/a.html': 'theme',
      'theme/_layouts/b.html': 'theme',
      'assets/x.css': 'site',
      'theme/assets/x.css': '',
      'theme/assets/y.css': '',
      'theme/assets/z.scss': PAGE,
      'theme/_data/d.yml': 'a: 1\nb: 1',
      '_data/d.yml': 'b: 2',
      'theme/_config.yml': 'minima: 1\npermalink: pretty\n',
    });
    const { site } = read(folder, { exclude: ['theme'] });
    expect([...site.layouts].map(([name, { body }]) => `${name} ${body}`)).toEqual(['a site', 'b theme']);
    expect(staticPaths(site)).toEqual(['/assets/x.css', '/assets/y.css']);
    expect(pagePaths({ site })).toEqual(['assets/z.scss']);
    expect(inspect(site.data)).toBe('{"d"=>{"a"=>1, "b"=>2}}');
    expect([site.config.settings.get('minima'), site.config.permalink]).toEqual([1, 'date']);
  });
});
