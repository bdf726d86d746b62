import { expect, test } from 'vitest';
import { buildSite } from './helpers/build-site.js';

/** Where the generations differ, in one site; expected is what Jekyll 3.10.0 and 4.4.1 print for it. */
const SITE = {
  '_wiki/one.md': '---\ntitle: One\n---\nText[^n] and again[^n].\n\n[^n]: The note.\n',
  '_wiki/a b/two.md': '---\ntitle: Two\ndate: 2020-05-06\n---\ntwo\n',
  '_wiki/a b/plan.pdf': 'x\n',
  '_notes/raw.txt': 'y\n',
  '_posts/2020-01-02-p.md': '---\n---\npost\n\nmore\n',
  '_data/d.yml': '- {n: "10"}\n- {n: "9"}\n- {n: "010"}\n',
  'index.html': [
    '---\n---',
    'sort:{% assign s = site.data.d | sort: "n" %}{% for x in s %} {{ x.n }}{% endfor %}',
    'group:{% assign s = site.data.d | group_by: "n" %}{% for x in s %} {{ x.name }}={{ x.size }}{% endfor %}',
    'where: {{ site.data.d | where: "n", "10" | size }} {{ site.wiki | where: "date", nil | size }}',
    'documents:{% for d in site.wiki %} {{ d.title }}|{{ d.name }}|{% if d.date %}dated{% endif %}{% endfor %}',
    'files:{% for f in site.static_files %} {{ f.path }}{% endfor %}',
    'links: {% link _wiki/one.md %} {% post_url 2020-01-02-p %}',
    'excerpt: {{ site.posts[0].excerpt | jsonify }}',
  ].join('\n'),
};

function configured(more = ''): Record<string, string> {
  const collections = [
    'collections:',
    '  wiki: {output: true, permalink: "/:collection/:path.html"}',
    '  notes: {output: false}',
  ];
  return { '_config.yml': `baseurl: /b\n${collections.join('\n')}\n${more}`, ...SITE };
}

test('a site of Jekyll 3 finds what its templates expect', async () => {
  const { outputs, said } = await buildSite(configured('utterson: {generation: 3}\n'));
  expect(said).toBe('');
  expect(Object.keys(outputs).sort()).toEqual([
    '2020/01/02/p.html',
    'index.html',
    'notes/raw.txt',
    'wiki/a b/two.html',
    'wiki/a%20b/plan.pdf',
    'wiki/one.html',
  ]);
  expect(outputs['index.html']!.split('\n')).toEqual([
    'sort: 010 10 9',
    'group: 10=1 9=1 010=1',
    'where: 1 2',
    'documents: Two||dated One||',
    'files:',
    'links: /wiki/one.html /2020/01/02/p.html',
    'excerpt: "<p>post</p>\\n\\n"',
  ]);
  expect(outputs['wiki/one.html']).toContain(
    '<sup id="fnref:n" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup> and again' +
      '<sup id="fnref:n:1" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup>',
  );
  expect(outputs['wiki/one.html']).toContain('<li id="fn:n" role="doc-endnote">\n');
});

test('all others find what Jekyll 4 gives them', async () => {
  const { outputs, said } = await buildSite(configured());
  expect(said).toBe('');
  expect(Object.keys(outputs).sort()).toEqual([
    '2020/01/02/p.html',
    'index.html',
    'wiki/a b/plan.html.pdf',
    'wiki/a b/two.html',
    'wiki/one.html',
  ]);
  expect(outputs['index.html']!.split('\n')).toEqual([
    'sort: 9 10 010',
    'group: 10=2 9=1',
    'where: 2 0',
    'documents: Two|two.md|dated One|one.md|dated',
    'files: _wiki/a b/plan.pdf _notes/raw.txt',
    'links: /b/wiki/one.html /b/2020/01/02/p.html',
    'excerpt: "<p>post</p>\\n"',
  ]);
  expect(outputs['wiki/one.html']).toContain(
    '<sup id="fnref:n"><a href="#fn:n" class="footnote" rel="footnote" role="doc-noteref">1</a></sup>',
  );
  expect(outputs['wiki/one.html']).toContain('<li id="fn:n">\n');
});

test('with Jekyll 3 documents without a date stand in the order of their paths, and have no date in a sitemap', async () => {
  const { outputs } = await buildSite({
    ...configured('utterson: {generation: 3}\nurl: https://x.org\nplugins: [jekyll-sitemap]\n'),
    'index.html': '---\n---\n{% assign s = site.wiki | sort %}{% for d in s %}{{ d.title }} {% endfor %}',
  });
  expect(outputs['index.html']).toBe('Two One ');
  expect(outputs['sitemap.xml']!.match(/<loc>[^<]*<\/loc>\n<lastmod>/g)).toEqual([
    '<loc>https://x.org/b/2020/01/02/p.html</loc>\n<lastmod>',
    '<loc>https://x.org/b/wiki/a%20b/two.html</loc>\n<lastmod>',
  ]);
});

test.each([
  ['nothing looks', '', '---\n---\n[b](b.md)', 'OneTwo+'],
  ['jekyll-relative-links follows a link', 'jekyll-relative-links', '---\n---\n[b](b.md)', 'One+Two+'],
  ['jekyll-relative-links finds no link', 'jekyll-relative-links', '---\n---\n[b](#b)', 'OneTwo+'],
  ['jekyll-redirect-from runs', 'jekyll-redirect-from', '---\n---\nb', 'One+Two+'],
])(
  'with Jekyll 3 documents get a date once someone asks which are written: %s',
  async (_, gem, page, dates) => {
    const { outputs } = await buildSite({
      '_config.yml': `collections: {wiki: {output: true}}\nutterson: {generation: 3}\nplugins: [${gem}]\n`,
      '_wiki/one.md': '---\ntitle: One\n---\n',
      '_wiki/two.md': '---\ntitle: Two\ndate: 2020-05-06\n---\n',
      'a.md': page,
      'index.html': '---\n---\n{% for d in site.wiki %}{{ d.title }}{% if d.date %}+{% endif %}{% endfor %}',
    });
    expect(outputs['index.html']).toBe(dates);
  },
);

test.each([
  [3, '/i.html /sitemap.xml /robots.txt '],
  [4, '/i.html /a/z/ /sitemap.xml /robots.txt '],
])(
  'plugins find static files of collections in the list that templates see: none with Jekyll %i, or all',
  async (generation, urls) => {
    const { outputs } = await buildSite({
      '_config.yml': `collections: {a: {output: true}}\nutterson: {generation: ${generation}}\nplugins: [jekyll-readme-index, jekyll-optional-front-matter, jekyll-sitemap]\n`,
      '_a/z/index.html': '---\npermalink: /z/\n---\nx',
      '_a/z/README.md': '# R',
      'i.html': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
    });
    expect(outputs['i.html']).toBe(urls);
  },
);

/** As in themes of GitHub Pages', whose Sass looks into the load paths alone. */
const NAMESAKES = {
  'assets/theme.scss': '---\n---\n@import "theme.scss";\n',
  '_sass/theme.scss': '@import "parts/colours";\na { color: $accent }\n',
  '_sass/parts/_colours.scss': '$accent: #123;\n',
};

test('a style sheet of Jekyll 3 may import a namesake from the load paths, which brings others beside it', async () => {
  const config = (number: number): string =>
    `sass: { sourcemap: never }\nutterson: { generation: ${number} }\n`;
  const { outputs, isFailed } = await buildSite({ ...NAMESAKES, '_config.yml': config(3) });
  expect(isFailed).toBe(false);
  expect(outputs['assets/theme.css']).toBe('a {\n  color: #123;\n}');
  const { said } = await buildSite({ ...NAMESAKES, '_config.yml': config(4) });
  expect(said).toContain('expected "{"');
});
