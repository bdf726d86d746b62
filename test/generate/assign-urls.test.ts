import { describe, expect, test } from 'vitest';
import { assignUrl, assignUrls, type UrlTools } from '../../src/generate/assign-urls.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Site } from '../../src/model/site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from '../read/read-folder.js';

/** What converters make of Markdown, and what is said. */
function urlTools(): { tools: UrlTools; reported: Diagnostic[] } {
  const reported: Diagnostic[] = [];
  const outputExtension = (extension: string): string => (extension === '.md' ? '.html' : extension);
  return { tools: { outputExtension, report: (diagnostic) => reported.push(diagnostic) }, reported };
}

/** URL and output path of every file, by its path. */
function urlsOf(site: Site): Record<string, readonly [string, string]> {
  const collections = [...site.collections.values()];
  const files = [
    ...site.pages,
    ...site.staticFiles,
    ...collections.flatMap(({ documents }) => documents),
    ...collections.flatMap(({ files }) => files),
  ];
  return Object.fromEntries(files.map(({ path, url, outputPath }) => [path, [url, outputPath]]));
}

const header = (text: string): string => `---\n${text}\n---\n`;
const PAGE = header('');

const SITE = {
  '_config.yml': [
    'permalink: pretty',
    'collections:',
    '  c: {output: true, permalink: "/x/:categories/:name/:title/:slug:output_ext"}',
    '  d: {output: true}',
    '  n: {output: true, permalink: "/:collection/:path/:name/:title/:year"}',
  ].join('\n'),
  ...{ 'index.md': PAGE, 'about.md': PAGE, 'sub/index.html': PAGE, 'sub/x.html': PAGE, 'feed.xml': PAGE },
  ...{ 'main.css': PAGE, 'a b.html': PAGE, '404': PAGE },
  'p1.md': header('permalink: /:basename/x/:path/'),
  'sub/p2.md': header('permalink: /:path/q.json'),
  'p3.md': header('permalink: /dots../../x'),
  'p4.md': header('permalink: false'),
  'p5.md': header('permalink: /a#b/:basename:output_ext'),
  ...{ 'img.png': 'x', 'sub/st...txt': 'x', noext: 'x' },
  ...{ '_c/2024-02-03-dated.md': PAGE, '_c/v1.0.md': PAGE, '_c/v1.0/index': PAGE, '_c/dots...md': PAGE },
  ...{ '_c/noext': PAGE, '_c/Ünï & Co.md': PAGE, '_c/s.md': header('slug: My Slug!') },
  ...{ '_c/st.txt': 'x', '_c/sub/deep.tar.gz': 'x' },
  '_c/cats.md': header('categories: [Ab, ab, "c d", é]\npermalink: /:slugified_categories/:categories/'),
  '_c/date.md': header(
    'date: 2024-02-03 04:05:06\n' +
      'permalink: /:year/:short_year/:month/:i_month/:short_month/:long_month/:day/:i_day/:y_day/:w_year/:week/:w_day/' +
      ':short_day/:long_day/:hour/:minute/:second/',
  ),
  '_c/ext.md': header('permalink: /:title:output_ext'),
  '_c/json.md': header('permalink: /:path.json'),
  '_c/coll.md': header('permalink: /:collection/:path/'),
  '_c/empty.md': header('slug: "!!!"\npermalink: /e/:slug/x'),
  '_c/y.yml': '---\ncategories: One Two\npermalink: /y/:categories/\n',
  ...{ '_d/a.md': PAGE, '_d/b.yaml': '---\n', '_d/c.txt': 'x' },
  ...{ '_n/s.txt': 'x', '_n/dir/d.md': header('date: 2023-01-01') },
  '_posts/2024-01-01-hello.md': header('categories: [X, y z]'),
};

/** Jekyll 4.4.1 gives the same files the same places. */
describe('a site whose permalinks are pretty', () => {
  test('gives every file its URL and its place in the output', () => {
    const { site } = readFolder(temporaryFolder(SITE));
    const { tools, reported } = urlTools();
    assignUrls(site, tools);
    expect(urlsOf(site)).toEqual({
      '404': ['/404', '404'],
      'a b.html': ['/a%20b/', 'a b/index.html'],
      'about.md': ['/about/', 'about/index.html'],
      'feed.xml': ['/feed.xml', 'feed.xml'],
      'sub/index.html': ['/sub/', 'sub/index.html'],
      'index.md': ['/', 'index.html'],
      'main.css': ['/main.css', 'main.css'],
      'p1.md': ['/p1/x/', 'p1/x/index.html'],
      'sub/p2.md': ['/sub/q.json', 'sub/q.json'],
      'p3.md': ['/dots/x', 'dots/x.html'],
      'p4.md': ['/p4/', 'p4/index.html'],
      'p5.md': ['/a#b/p5.html', 'a#b/p5.html'],
      'sub/x.html': ['/sub/x/', 'sub/x/index.html'],
      '/img.png': ['/img.png', 'img.png'],
      '/noext': ['/noext', 'noext'],
      '/sub/st...txt': ['/sub/st.txt', 'sub/st.txt'],
      '_posts/2024-01-01-hello.md': ['/x/y%20z/2024/01/01/hello/', 'x/y z/2024/01/01/hello/index.html'],
      '_c/2024-02-03-dated.md': [
        '/x/2024-02-03-dated/dated/dated.html',
        'x/2024-02-03-dated/dated/dated.html',
      ],
      '_c/cats.md': ['/ab/c-d/%C3%A9/ab/c%20d/%C3%A9/', 'ab/c-d/é/ab/c d/é/index.html'],
      '_c/coll.md': ['/c/coll/', 'c/coll/index.html'],
      '_c/date.md': [
        '/2024/24/02/2/Feb/February/03/3/034/2024/05/6/Sat/Saturday/04/05/06/',
        '2024/24/02/2/Feb/February/03/3/034/2024/05/6/Sat/Saturday/04/05/06/index.html',
      ],
      '_c/dots...md': ['/x/dots/dots/dots.html', 'x/dots/dots/dots.html'],
      '_c/empty.md': ['/e/x', 'e/x.html'],
      '_c/ext.md': ['/ext.html', 'ext.html'],
      '_c/json.md': ['/json.json', 'json.json'],
      '_c/noext': ['/x/noext/noext/noext', 'x/noext/noext/noext'],
      '_c/s.md': ['/x/s/My-Slug!/my-slug.html', 'x/s/My-Slug!/my-slug.html'],
      '_c/v1.0.md': ['/x/v1-0/v1.0/v1-0.html', 'x/v1-0/v1.0/v1-0.html'],
      '_c/v1.0/index': ['/x/index/v1/v1', 'x/index/v1/v1'],
      '_c/y.yml': ['/y/one%20two/', 'y/one two/index.html'],
      '_c/Ünï & Co.md': [
        '/x/%C3%BCn%C3%AF-co/%C3%9Cn%C3%AF-&-Co/%C3%BCn%C3%AF-co.html',
        'x/ünï-co/Ünï-&-Co/ünï-co.html',
      ],
      '_c/st.txt': ['/x/:categories/st/:slug.txt', 'x/:categories/st/:slug.txt'],
      '_c/sub/deep.tar.gz': ['/x/:categories/deep.tar/:slug.gz', 'x/:categories/deep.tar/:slug.gz'],
      '_d/a.md': ['/d/a/', 'd/a/index.html'],
      '_d/b.yaml': ['/d/b/', 'd/b/index.html'],
      '_d/c.txt': ['/d/c.txt', 'd/c.txt'],
      '_n/dir/d.md': ['/n/dir/d/d/d/2023', 'n/dir/d/d/d/2023.html'],
      '_n/s.txt': ['/n/s/s/:year.txt', 'n/s/s/:year.txt'],
    });
    expect(reported.map(({ message }) => message)).toEqual(["Empty `slug` generated for '!!!'."]);
  });

  test('gives one file the same place as all of them', () => {
    const [all, single] = [0, 1].map(() => readFolder(temporaryFolder(SITE)).site) as [Site, Site];
    const { tools } = urlTools();
    assignUrls(all, tools);
    const collections = [...single.collections.values()];
    for (const file of [...single.pages, ...single.staticFiles]) assignUrl(file, single, tools);
    for (const { documents, files } of collections)
      for (const file of [...documents, ...files]) assignUrl(file, single, tools);
    expect(urlsOf(single)).toEqual(urlsOf(all));
  });
});

test.each([
  ['/:year/:nope', "The URL template doesn't have nope keys. Check your permalink template!"],
  ['/:year/:nope_', "The URL template doesn't have nope or nope keys. Check your permalink template!"],
])('a document whose permalink %s asks for what no document has keeps an empty URL', (permalink, message) => {
  const { site } = readFolder(
    temporaryFolder({ '_posts/2024-01-01-a.md': header(`permalink: ${permalink}`), 'b.md': PAGE }),
  );
  const { tools, reported } = urlTools();
  assignUrls(site, tools);
  expect(urlsOf(site)).toEqual({ '_posts/2024-01-01-a.md': ['', ''], 'b.md': ['/b.html', 'b.html'] });
  expect(reported).toMatchObject([{ message, file: '_posts/2024-01-01-a.md' }]);
});

test('a name that makes no address is told with its file, and the others get theirs', () => {
  const { site } = readFolder(
    temporaryFolder({
      'note 10:30 am.md': PAGE,
      'sub/:start.md': PAGE,
      'named 10:30.md': header('permalink: /half-past-ten'),
      '_posts/2024-01-01-a.md': header('categories: ["x y:z"]\npermalink: /:categories/:title'),
      'ok.md': PAGE,
    }),
  );
  const { tools, reported } = urlTools();
  assignUrls(site, tools);
  expect(reported.map(({ severity, file, message }) => [severity, file, message])).toEqual([
    ['error', 'sub/:start.md', "Cannot assemble URI string with ambiguous path: ':start'"],
    ['error', 'note 10:30 am.md', "Invalid scheme format: 'note 10'"],
    ['error', '_posts/2024-01-01-a.md', "Invalid scheme format: 'x y'"],
  ]);
  expect(urlsOf(site)).toMatchObject({
    'named 10:30.md': ['/half-past-ten', 'half-past-ten.html'],
    'ok.md': ['/ok.html', 'ok.html'],
  });
});

test('a name that makes no address is a warning where nothing is written', () => {
  const site = readFolder(
    temporaryFolder({
      '_config.yml': 'collections: {hidden: {output: false}}',
      '_hidden/a.md': header('permalink: /x/:basename'),
    }),
  ).site;
  const { tools, reported } = urlTools();
  assignUrls(site, tools);
  expect(reported).toMatchObject([{ severity: 'warning', file: '_hidden/a.md' }]);
  expect(urlsOf(site)).toEqual({ '_hidden/a.md': ['', ''] });
});

test('a slug of nothing is told with the file whose it is', () => {
  const { site } = readFolder(
    temporaryFolder({ '_posts/2024-01-01-a.md': header('slug: "!!!"\npermalink: /x/:slug/') }),
  );
  const { tools, reported } = urlTools();
  assignUrls(site, tools);
  expect(reported).toMatchObject([
    { severity: 'warning', file: '_posts/2024-01-01-a.md', message: "Empty `slug` generated for '!!!'." },
  ]);
});
