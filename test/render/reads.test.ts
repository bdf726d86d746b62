/**
 * What an output read is among its keys: that of the first reader as of the second, whatever is kept between them. Two pages hold the same
 * text; both must have the keys of its row.
 */
import { describe, expect, test } from 'vitest';
import { type BuildResult, build, loadConfig } from '../../src/build.js';
import { printKey } from '../../src/model/dependency.js';
import type { Plugin } from '../../src/model/plugin.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': [
    'title: Site',
    'url: https://example.com',
    'baseurl: /blog',
    'collections: { notes: { output: true, color: red } }',
    'author: { name: Ann }',
    'plugins: [jekyll-include-cache, jekyll-gist, jekyll-feed, jekyll-seo-tag, jekyll-last-modified-at, jekyll-avatar]',
    'gist: { noscript: false }',
    '',
  ].join('\n'),
  '_posts/2024-01-01-a.md':
    '---\ncolor: red\ntags: [x]\n---\nFirst {{ site.data.deep.a }} {% include part.html %}\n\nrest',
  '_posts/2024-01-02-b.md': '---\ncolor: blue\n---\nSecond',
  '_posts/2024-01-03-c.md': '---\ncolor: red\n---\nThird',
  '_notes/n.md': '---\ncolor: green\n---\nNote',
  '_data/nav.yml': 'a: 1',
  '_data/deep.yml': 'a: 1',
  '_includes/part.html': 'part {{ site.data.nav.a }}',
  '_layouts/plain.html': '---\nshade: dark\n---\n{{ content }}',
  'assets/logo.txt': 'logo',
  'other.html': '---\ntitle: Other\n---\nother',
};

const POST = 'posts:_posts/2024-01-03-c.md';
const OLDEST = 'posts:_posts/2024-01-01-a.md';

async function buildSite(
  files: Readonly<Record<string, string>>,
  plugins: readonly Plugin[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<BuildResult> {
  const { reporter, err } = recordingReporter();
  const config = loadConfig({ directory: temporaryFolder(files), flags: {}, environment, reporter });
  const result = await build({ config, reporter, plugins });
  expect(result.rendered[0]?.isComplete, err()).toBe(true);
  return result;
}

/** The keys of an output, as printed. */
function keysOf({ rendered }: BuildResult, id: string): readonly string[] {
  return rendered[0]!.turns.get(id)!.keys.all().map(printKey);
}

/** Builds the site with two pages of the text; the keys of both. */
async function readersOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<(readonly string[])[]> {
  const page = `---\nlayout: null\n---\n${text}`;
  const result = await buildSite({ ...SITE, 'first.html': page, 'second.html': page, ...files });
  return ['page:first.html', 'page:second.html'].map((id) => keysOf(result, id));
}

async function expectReads(
  text: string,
  keys: readonly string[],
  files?: Record<string, string>,
): Promise<void> {
  for (const read of await readersOf(text, files)) expect(read).toEqual(expect.arrayContaining([...keys]));
}

describe('an attribute of a document', () => {
  const attributes = [
    'output',
    'id',
    'relative_path',
    'url',
    'title',
    'excerpt',
    'tags',
    'name',
    'categories',
    'collection',
    'content',
    'previous',
    'next',
    'path',
    'date',
    'color',
    'missing',
  ];
  test.each(attributes)('%s', (name) =>
    expectReads(`{{ site.posts[0].${name} }}`, ['collection:posts', `page:${POST}.${name}`]),
  );

  test('of a neighbour', () =>
    expectReads('{{ site.posts[0].previous.color }}', [
      `page:${POST}.previous`,
      'page:posts:_posts/2024-01-02-b.md.color',
    ]));
});

describe('an attribute of another page', () => {
  test.each(['title', 'content', 'dir', 'name', 'path', 'url', 'excerpt', 'missing'])('%s', (name) =>
    expectReads(`{% for p in site.pages %}{{ p.${name} }}{% endfor %}`, [
      'site:pages',
      `page:page:other.html.${name}`,
    ]),
  );
});

describe('an attribute of a static file', () => {
  test.each(['name', 'collection', 'basename', 'extname', 'path', 'modified_time', 'missing'])('%s', (name) =>
    expectReads(`{{ site.static_files[0].${name} }}`, [
      'site:static_files',
      `page:static:assets/logo.txt.${name}`,
    ]),
  );
});

describe('a property of the site', () => {
  test.each<[string, readonly string[]]>([
    ['{{ site.time }}', ['time']],
    ['{{ site.time | date: "%Y" }}', ['time:%Y']],
    ['{{ site.time | date_to_xmlschema }}', ['time:%Y-%m-%dT%H:%M:%S%:z']],
    ['{{ "now" | date: "%m" }}', ['time:%m']],
    ['{% if site.time == site.posts[0].date %}{% endif %}', ['time', `page:${POST}.date`]],
    ['{{ site.posts.size }}', ['collection:posts']],
    ['{{ site.notes.size }}', ['collection:notes']],
    ['{{ site.tags.x.size }}', ['collection:posts', 'members:collection posts.tags']],
    ['{{ site.categories.size }}', ['collection:posts', 'members:collection posts.categories']],
    ['{{ site.pages.size }}', ['site:pages']],
    ['{{ site.html_pages.size }}', ['site:html_pages']],
    ['{{ site.static_files.size }}', ['site:static_files']],
    ['{{ site.documents.size }}', ['site:documents']],
    ['{{ site.collections.size }}', ['site:collections']],
    ['{{ site.collections[0].color }}', ['site:collections']],
    ['{{ site.collections[0].docs.size }}', ['site:collections', 'collection:notes']],
    ['{{ site.collections[0].files.size }}', ['site:static_files']],
    ['{{ site.collections[0] }}', ['collection:notes', 'page:notes:_notes/n.md.path']],
    ['{{ site.data.nav.a }}', ['data:nav']],
    ['{{ site.data.missing }}', ['data:missing']],
    ['{{ site.data.size }}', ['data:*']],
    ['{% for entry in site.data %}{% endfor %}', ['data:*']],
    ['{% if site.data contains "nav" %}{% endif %}', ['data:nav']],
    ['{{ site.data | jsonify }}', ['data:*']],
    ['{{ site.author.name }}', ['site:author']],
    ['{{ site.missing }}', ['site:missing']],
    ['{{ site.kramdown.input }}', ['site:kramdown', 'carried:kramdown']],
    ['{{ site | jsonify | size }}', ['site:*', 'site:title', 'site:pages', 'data:*']],
    ['{{ site | inspect | size }}', ['site:*', 'site:title']],
    ['{{ site.keys.size }}', ['site:*']],
    ['{{ jekyll.environment }}', ['env:JEKYLL_ENV']],
    ['{{ jekyll | jsonify }}', ['env:JEKYLL_ENV']],
  ])('%s', (text, keys) => expectReads(text, keys));
});

describe('an operation on documents', () => {
  test.each<[string, readonly string[]]>([
    ['{{ site.posts | sort | size }}', [`page:${POST}.date`, `page:${POST}.path`]],
    ['{{ site.posts | sort: "color" | size }}', [`page:${POST}.color`]],
    ['{{ site.posts | where: "color", "red" | size }}', [`page:${POST}.color`]],
    ['{{ site.posts | where_exp: "p", "p.color == \'red\'" | size }}', [`page:${POST}.color`]],
    ['{{ site.posts | where: "content", "x" | size }}', [`page:${POST}.content`]],
    ['{{ site.posts | find: "color", "red" }}', [`page:${POST}.color`, `page:${POST}.output`]],
    ['{{ site.posts | group_by: "color" | size }}', [`page:${POST}.color`]],
    ['{{ site.posts | map: "color" }}', [`page:${POST}.color`]],
    ['{{ site.posts | uniq | size }}', ['collection:posts']],
    ['{% for pair in site.posts[0] %}{{ pair }}{% endfor %}', ['collection:posts']],
    ['{{ site.posts[0].size }}', [`page:${POST}.size`]],
    ['{% if site.posts[0] contains "x" %}{% endif %}', ['collection:posts']],
    ['{{ site.posts[0] | jsonify | size }}', [`page:${POST}.*`, `page:${POST}.color`, `page:${POST}.next`]],
    ['{{ site.posts[0] | inspect | size }}', [`page:${POST}.*`, `page:${POST}.color`]],
    ['{{ site.posts | inspect }}', [`page:${POST}.path`]],
    ['{{ site.posts }}', [`page:${POST}.output`]],
    ['{{ site.posts[0] }}', [`page:${POST}.output`]],
    ['{{ site.pages | inspect }}', ['page:page:other.html.path']],
    ['{{ site.static_files | inspect }}', ['page:static:assets/logo.txt.path']],
    ['{{ site.posts[0] | sort_natural | size }}', [`page:${POST}.*`]],
  ])('%s', (text, keys) => expectReads(text, keys));
});

describe('a filter or tag that looks outside its arguments', () => {
  test.each<[string, readonly string[]]>([
    ['{{ "/a" | relative_url }}', ['config:baseurl']],
    ['{{ "/a" | absolute_url }}', ['config:url', 'config:baseurl']],
    [
      '{{ "*a*" | markdownify }}',
      ['config:kramdown', 'config:markdown', 'config:markdown_it', 'config:highlighter'],
    ],
    ['{{ "a -- b" | smartify }}', ['config:kramdown']],
    ['{% capture css %}a { b: c }{% endcapture %}{{ css | scssify }}', ['config:sass', 'env:JEKYLL_ENV']],
    ['{{ site.posts | sample | size }}', ['random']],
    ['{% link other.html %}', ['link:other.html', 'config:baseurl']],
    ['{% post_url 2024-01-01-a %}', ['post:2024-01-01-a', 'config:baseurl']],
    ['{% include part.html %}', ['include:part.html', 'data:nav']],
    ['{% include_relative other.html %}', ['source:other.html']],
    [
      '{% include_cached part.html %}',
      ['include:part.html', 'data:nav', 'carried:included _includes/part.html.'],
    ],
    ['{% highlight ruby %}nil{% endhighlight %}', ['config:highlighter']],
    ['{% gist a/1 %}', ['config:gist']],
    ['{% feed_meta %}', ['config:feed', 'config:title', 'config:url', 'config:baseurl']],
    ['{% seo %}', ['site:title', 'site:author', 'config:url', 'site:lang', 'config:kramdown']],
    ['{% avatar someone %}', ['config:liquid']],
    ['{% last_modified_at %}', ['config:last-modified-at']],
    ['{{ nothing }}', ['carried:counter nothing']],
    ['{% increment n %}', ['carried:counter n']],
  ])('%s', (text, keys) => expectReads(text, keys));

  test('the date of a file is read by the page it is of', async () => {
    const [first, second] = await readersOf('{% last_modified_at %}');
    expect(first).toEqual(expect.arrayContaining(['modified:first.html', 'carried:modified first.html']));
    expect(second).toEqual(expect.arrayContaining(['modified:second.html', 'carried:modified second.html']));
  });
});

describe('what an output is itself', () => {
  const linking = (text: string) => ({
    '_posts/2024-01-01-a.html': `---\n---\n${text}`,
    '_posts/2024-01-02-b.html': `---\n---\n${text}`,
    '_posts/2024-01-03-c.html': `---\n---\n${text}`,
  });

  test.each(['previous', 'next'])('%s, at both ends and between', async (name) => {
    const result = await buildSite(linking(`{{ page.${name}.url }}`));
    for (const slug of ['01-a', '02-b', '03-c']) {
      const id = `posts:_posts/2024-01-${slug}.html`;
      expect(keysOf(result, id)).toEqual(expect.arrayContaining([`page:${id}`, `page:${id}.${name}`]));
    }
    const other = name === 'next' ? '03-c' : '01-a';
    expect(keysOf(result, 'posts:_posts/2024-01-02-b.html')).toContain(
      `page:posts:_posts/2024-01-${other}.html.url`,
    );
  });

  test('its own front matter, without keys of its own', async () => {
    const result = await buildSite({ 'a.html': '---\ntitle: A\n---\n{{ page.title }}{{ page.url }}' });
    expect(keysOf(result, 'page:a.html')).toEqual([
      'page:page:a.html',
      'config:liquid',
      'config:markdown_ext',
    ]);
  });

  test('its excerpt', async () => {
    const result = await buildSite(linking('a {{ page.excerpt }} b'));
    const id = 'posts:_posts/2024-01-01-a.html';
    expect(
      keysOf(await buildSite({ '_posts/2024-01-01-a.html': '---\n---\na\n\n{{ page.excerpt }}' }), id),
    ).toEqual(
      expect.arrayContaining([`page:${id}.excerpt`, 'config:excerpt_separator', `carried:excerpt ${id}`]),
    );
    expect(result.ok).toBe(true);
  });

  test('its part of a listing', async () => {
    const posts = Object.fromEntries([1, 2, 3].map((day) => [`_posts/2024-01-0${day}-p.md`, '---\n---\nx']));
    const result = await buildSite({
      ...posts,
      '_config.yml': 'paginate: 1\nplugins: [jekyll-paginate]\n',
      'index.html':
        '---\n---\n{% for post in paginator.posts %}{{ post.url }}{% endfor %}{% cycle "a", "b" %}',
    });
    const listings = [...result.rendered[0]!.turns.keys()].filter((id) => id.startsWith('page:'));
    expect(listings).toHaveLength(3);
    for (const id of listings) expect(keysOf(result, id)).toContain(`page:${id}.paginator`);
  });

  test('the posts of an archive', async () => {
    const result = await buildSite({
      '_config.yml': 'plugins: [jekyll-archives]\njekyll-archives: { enabled: [tags] }\n',
      '_posts/2024-01-01-a.md': '---\ntags: [x]\n---\na',
      '_layouts/archive.html': '{{ page.posts.size }}',
    });
    const [archive] = [...result.rendered[0]!.turns.keys()].filter((id) => id.startsWith('page:'));
    expect(keysOf(result, archive!)).toContain(`page:${archive}.posts`);
  });
});

describe('what is kept between outputs', () => {
  test('an excerpt: who asks second has read what it was made of', () =>
    expectReads('{{ site.posts[2].excerpt }}', [
      `page:${OLDEST}.excerpt`,
      `carried:excerpt ${OLDEST}`,
      'data:deep',
      'include:part.html',
      'data:nav',
      'config:excerpt_separator',
      'config:kramdown',
    ]));

  test('a list made of a list', () =>
    expectReads('{% assign red = site.posts | where: "color", "red" | sort: "title" %}{{ red.size }}', [
      `page:${POST}.color`,
      `page:${POST}.title`,
    ]));

  test('a text that came first under the key of two pages', async () => {
    const page = '---\nlayout: null\n---\n{{ 1 }}';
    const result = await buildSite({ 'en/x/lib/a.html': page, 'fr/x/lib/a.html': page });
    expect(keysOf(result, 'page:fr/x/lib/a.html')).toContain('carried:template x/lib/a.html');
  });

  test('a page that is included, and the include that came first', async () => {
    const result = await buildSite({
      'a.html': '---\n---\n{% include_relative b.html %}',
      'b.html': '---\n---\n{{ 1 }}',
    });
    expect(keysOf(result, 'page:a.html')).toContain('carried:template b.html');
    expect(keysOf(result, 'page:b.html')).toContain('carried:template b.html');
    expect(result.rendered[0]!.turns.get('page:a.html')!.effects.carried.has('template b.html')).toBe(true);
  });

  test('equal style sheets have both read what they load, and warn both', async () => {
    const sheet = '---\n---\n@import "part"; a { b: c }';
    const result = await buildSite({
      'a.scss': sheet,
      'b.scss': sheet,
      '_sass/_part.scss': '@warn "careful"; $x: 1',
    });
    const turns = ['page:a.scss', 'page:b.scss'].map((id) => result.rendered[0]!.turns.get(id)!);
    for (const { keys, diagnostics } of turns) {
      expect(keys.all()).toEqual(
        expect.arrayContaining(['sass:_sass/_part.scss', 'sass-names:_sass', 'config:sass']),
      );
      expect(diagnostics.map(({ message }) => message)).toEqual(expect.arrayContaining(['careful']));
    }
  });

  test.each(['random(10)', 'unique-id()'])(
    'a style sheet that calls %s is never the same again',
    async (call) => {
      const result = await buildSite({
        'a.scss': `---\n---\na { b: ${call} }`,
        'c.scss': '---\n---\na { b: c }',
      });
      expect(keysOf(result, 'page:a.scss')).toContain('random');
      expect(keysOf(result, 'page:c.scss')).not.toContain('random');
    },
  );
});

describe('a text that is not rendered yet', () => {
  test('a document that prints a later one reads its source', async () => {
    const result = await buildSite({
      '_posts/2024-01-01-a.html': '---\n---\n{{ page.next }}',
      '_posts/2024-01-02-b.html': '---\n---\nb',
    });
    expect(keysOf(result, 'posts:_posts/2024-01-01-a.html')).toEqual(
      expect.arrayContaining([
        'page:posts:_posts/2024-01-02-b.html.output',
        'page:posts:_posts/2024-01-02-b.html.content',
      ]),
    );
  });

  test('an excerpt that prints itself', async () => {
    const id = 'posts:_posts/2024-01-01-a.html';
    const result = await buildSite({
      '_posts/2024-01-01-a.html': '---\n---\n{{ page | size }}{{ page }}\n\nrest',
      'b.html': '---\n---\n{{ site.posts[0].excerpt }}',
    });
    expect(keysOf(result, 'page:b.html')).toContain(`page:${id}.content`);
  });
});

describe('what the page before left', () => {
  test.each<[string, string, string]>([
    ['an excerpt', '{{ site.posts[0].excerpt }}', `excerpt ${POST}`],
    ['include_cached', '{% include_cached part.html %}', 'included _includes/part.html\0'],
  ])('%s, as it was rendered first', async (_name, text, name) => {
    const page = `---\nlayout: null\n---\n${text}`;
    const result = await buildSite({ ...SITE, 'first.html': page, 'second.html': page });
    const [first, second] = ['page:first.html', 'page:second.html'].map(
      (id) => result.rendered[0]!.turns.get(id)!.effects.carried,
    );
    expect([...first!.keys()]).toContain(name);
    expect([...second!.keys()]).not.toContain(name);
  });

  test('the front matter of its layout, and its text', async () => {
    const result = await buildSite({
      ...SITE,
      'a.html': '---\nlayout: plain\n---\nA',
      'b.html': '---\nlayout: null\n---\n{{ layout.shade }}',
      'c.html': '---\nlayout: plain\n---\n{{ layout.shade }}',
      'd.html': '---\nlayout: null\n---\n{{ content }}',
      'e.html': '---\nlayout: plain\n---\n{{ page.title }}',
    });
    expect(keysOf(result, 'page:b.html')).toContain('carried:payload layout');
    expect(keysOf(result, 'page:c.html')).toEqual(
      expect.arrayContaining(['carried:payload layout', 'layout:plain']),
    );
    expect(keysOf(result, 'page:d.html')).toContain('carried:payload content');
    expect(keysOf(result, 'page:e.html').filter((key) => key.startsWith('carried:payload'))).toEqual([]);
    const { carried } = result.rendered[0]!.turns.get('page:a.html')!.effects;
    expect(carried.get('payload layout')).toEqual(new Map([['shade', 'dark']]));
  });

  test.each<[string, string, string]>([
    ['{% cycle "a", "b" %}', 'cycles _layouts/l.html', 'cycle'],
    ['{% ifchanged %}{{ page.url }}{% endifchanged %}', 'lastChanged _layouts/l.html', 'ifchanged'],
    ['{% for i in (1..3) limit: 1 offset: continue %}{% endfor %}', 'offsets _layouts/l.html', 'for'],
  ])('%s in a layout', async (layout, name) => {
    const page = '---\nlayout: l\n---\n';
    const result = await buildSite({ '_layouts/l.html': layout, 'a.html': page, 'b.html': page });
    for (const id of ['page:a.html', 'page:b.html']) {
      expect(keysOf(result, id)).toContain(`carried:${name}`);
      expect([...result.rendered[0]!.turns.get(id)!.effects.carried.keys()]).toContain(name);
    }
  });

  test('counters and the completed kramdown section', async () => {
    const result = await buildSite({ 'a.md': '---\n---\n{% increment n %}', 'b.html': '---\n---\n{{ n }}' });
    const { carried } = result.rendered[0]!.turns.get('page:a.md')!.effects;
    expect(carried.get('counter n')).toBe(1);
    expect(carried.get('kramdown')).toBe(true);
    expect(keysOf(result, 'page:b.html')).toContain('carried:counter n');
  });

  test('an excerpt has counters of its own', async () => {
    const text = '---\n---\n{% increment n %}\n\nrest';
    const result = await buildSite({
      '_posts/2024-01-01-a.html': text,
      'b.html': '---\n---\n{{ site.posts[0].excerpt }}',
    });
    expect(keysOf(result, 'page:b.html')).not.toContain('carried:counter n');
    expect(result.rendered[0]!.turns.get('page:b.html')!.effects.carried.has('counter n')).toBe(false);
  });

  test('pages that came up', async () => {
    const result = await buildSite({ 'a.scss': '---\n---\na { b: c }' });
    const { pages } = result.rendered[0]!.turns.get('page:a.scss')!.effects;
    expect(pages.map(({ path }) => path)).toEqual(['a.css.map']);
  });
});

describe('what conversions go by', () => {
  test.each<[string, readonly string[]]>([
    ['a.md', ['config:markdown_ext', 'config:markdown', 'config:kramdown', 'config:highlighter']],
    ['a.scss', ['config:markdown_ext', 'config:sass', 'sass-names:.', 'sass-names:_sass']],
    ['a.html', ['config:markdown_ext']],
  ])('%s', async (name, keys) => {
    const result = await buildSite({ [name]: '---\n---\nx { y: z }', '_sass/_p.scss': '' });
    expect(keysOf(result, `page:${name}`)).toEqual(expect.arrayContaining([...keys]));
  });

  test("a plugin's converter tells the keys it goes by", async () => {
    const shout: Plugin = {
      name: 'shout',
      converters: () => [
        {
          name: 'Shout',
          priority: 'normal',
          highlighterPrefix: null,
          highlighterSuffix: null,
          settings: ['shout'],
          matches: (extension) => extension === '.shout',
          outputExtension: () => '.txt',
          convert: (text) => text.toUpperCase(),
        },
      ],
    };
    const result = await buildSite({ 'a.shout': '---\n---\nx' }, [shout]);
    expect(keysOf(result, 'page:a.shout')).toContain('config:shout');
  });

  test('Liquid has its options, a text without Liquid none', async () => {
    const result = await buildSite({ 'a.html': '---\n---\n{{ 1 }}', 'b.html': '---\n---\n1' });
    expect(keysOf(result, 'page:a.html')).toContain('config:liquid');
    expect(keysOf(result, 'page:b.html')).not.toContain('config:liquid');
  });

  test('the highlighter prefix of an extension', () =>
    expectReads('{{ highlighter_prefix }}', ['config:markdown_ext']));
});

test('the theme, attribute by attribute', async () => {
  const result = await buildSite(
    {
      '_config.yml': 'theme: ./my-theme\n',
      'my-theme/_layouts/x.html': '',
      'my-theme/package.json': '{"name": "my-theme", "version": "1.0.0"}',
      'a.html': '---\n---\n{{ theme.version }}',
      'b.html': '---\n---\n{{ theme | jsonify }}',
    },
    [],
    { JEKYLL_ENV: 'development' },
  );
  expect(keysOf(result, 'page:a.html')).toContain('theme:version');
  expect(keysOf(result, 'page:b.html')).toEqual(expect.arrayContaining(['theme:*', 'theme:version']));
});

test('a thousand posts in a list are a handful of keys', async () => {
  const posts = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`_posts/2024-01-01-p${index}.md`, '---\n---\nx']),
  );
  const result = await buildSite({
    ...posts,
    'a.html': '---\n---\n{% for post in site.posts %}{{ post.title }}{{ post.url }}{% endfor %}',
  });
  expect(keysOf(result, 'page:a.html')).toEqual(
    expect.arrayContaining(['members:collection posts.title', 'members:collection posts.url']),
  );
  expect(keysOf(result, 'page:a.html').length).toBeLessThan(10);
});

test('what generators read through their tools', async () => {
  const generator: Plugin = {
    name: 'test',
    generators: [
      {
        name: 'links',
        priority: 'normal',
        generate: (site, tools) => ({
          site: new Map([['where', tools.absoluteUrl('/a')]]),
          pages: [{ ...site.pages[0]!, id: 'page:new.html', name: 'new.html', basename: 'new', url: '' }],
        }),
      },
    ],
  };
  const result = await buildSite(
    { '_config.yml': 'url: https://e.com\n', 'a.html': '---\n---\n{{ site.where }}' },
    [generator],
  );
  expect(result.rendered[0]!.site.generatedFrom).toEqual(
    expect.arrayContaining(['config:url', 'config:baseurl']),
  );
});
