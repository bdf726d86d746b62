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

  test('knows patterns as prefixes, folders and globs, and names by how they begin and end', () => {
    const folder = temporaryFolder({
      '_config.yml': 'exclude: [b/, c.md, "d?"]\ninclude: [e~]\n',
      ...{
        'b/x': '',
        'b2/x': '',
        'c.md': '',
        'c.md.bak': '',
        d1: '',
        'e~': '',
        'f~': '',
        'g.': '',
        '~i': '',
      },
    });
    expect(staticPaths(read(folder).site)).toEqual(['/b2/x', '/e~']);
  });

  test('reads files that are included by a path, inside the source only', () => {
    const folder = temporaryFolder({
      'site/_config.yml': 'include: [_x.md, "../out.md", _d, nope, .h/a.md]\n',
      ...{ 'site/_x.md': PAGE, 'site/.h/a.md': PAGE, 'site/_d/z.md': PAGE, 'out.md': PAGE },
    });
    expect(pagePaths(read(join(folder, 'site')))).toEqual(['_x.md', '.h/a.md', '_d/z.md']);
  });

  test('finds no posts when there is a folder of collections elsewhere', () => {
    const folder = temporaryFolder({
      '_config.yml': 'collections_dir: col\n',
      '_posts/2024-01-01-a.md': PAGE,
      'col/_posts/2024-01-02-b.md': PAGE,
      'col/x/_posts/2024-01-03-c.md': PAGE,
    });
    expect(postPaths(read(folder).site)).toEqual(['_posts/2024-01-02-b.md', 'x/_posts/2024-01-03-c.md']);
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

  test('counts the future from the time of the configuration', () => {
    const folder = temporaryFolder({ '_posts/2024-05-04-a.md': PAGE, '_posts/2024-05-06-b.md': PAGE });
    expect(postPaths(read(folder, { time: '2024-05-05' }).site)).toEqual(['_posts/2024-05-04-a.md']);
    expect(() => read(folder, { time: 'soon' })).toThrow("Invalid date 'soon': Invalid time in _config.yml.");
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
    expect(err()).toMatch(/An invalid front-matter default set was found: \(U1011\)\s+\{"values"=>"x"\}/);
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

  test('see neither dot files nor links out of the source under safe, and none is read for data', () => {
    const outside = temporaryFolder({ 'o.md': PAGE });
    const folder = temporaryFolder({
      '_config.yml': 'collections: [c, d, data, nothing]\n',
      ...{ '_c/.dot.md': PAGE, '_c/_u.md': PAGE, '_c/x~': PAGE, '_c/a.md': PAGE, '_data/a.yml': PAGE },
    });
    symlinkSync(outside, join(folder, '_d'));
    const labels = (flags: { safe?: boolean }): string[] =>
      [...read(folder, flags).site.collections].map(
        ([label, { documents }]) => `${label} ${documents.map(({ slug }) => slug).join()}`,
      );
    expect(labels({})).toEqual(['posts ', 'c a', 'd o', 'data ', 'nothing ']);
    expect(labels({ safe: true })).toEqual(['posts ', 'c a', 'd ', 'data ', 'nothing ']);
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

  test('takes folders by whole names, empty files as false, and types in lower case only', () => {
    const folder = temporaryFolder({
      ...{ '_data/x.yml/a.yml': 'a: 1', '_data/y.csv/z.yml': '2', '_data/x/b.yml': '3', '_data/x.json': '8' },
      ...{ '_data/.hid.yml': '4', '_data/UP.YML': '5', '_data/n.txt': '6', '_data/e.yml': '' },
      ...{ '_data/a b.c d.yml': '7', '_data/j.json': '{"a": [1.0, null]}' },
    });
    expect(inspect(read(folder).site.data)).toBe(
      '{"a_bc_d"=>7, "e"=>false, "xyml"=>{"a"=>{"a"=>1}}, "j"=>{"a"=>[1.0, nil]}, "x"=>{"b"=>3}, "ycsv"=>{"z"=>2}}',
    );
  });

  test('follows no link out of the source under safe', () => {
    const outside = temporaryFolder({ 'a.yml': '1' });
    const folder = temporaryFolder({ '_data/own.yml': '2' });
    symlinkSync(join(outside, 'a.yml'), join(folder, '_data/a.yml'));
    symlinkSync(outside, join(folder, '_data/f'));
    expect([...read(folder, { safe: true }).site.data.keys()]).toEqual(['own']);
    expect([...read(folder).site.data.keys()]).toEqual(['a', 'own', 'f']);
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
  test('give their assets, links aside, and a page where the site has none', () => {
    const folder = temporaryFolder({
      '_config.yml': 'theme: ./theme\nexclude: [theme]\n',
      'assets/p.md': PAGE,
      ...{ 'theme/assets/p.md': PAGE, 'theme/assets/q.md': PAGE, 'theme/assets/sub/i.png': 'x' },
    });
    symlinkSync(join(folder, 'assets/p.md'), join(folder, 'theme/assets/link.md'));
    const { site, err } = read(folder);
    expect(pagePaths({ site })).toEqual(['assets/p.md', 'assets/q.md']);
    expect(staticPaths(site)).toEqual(['/assets/sub/i.png']);
    expect(err()).toContain(join(folder, 'theme/assets/link.md'));
  });

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
