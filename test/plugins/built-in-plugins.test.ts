import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { builtInPlugins } from '../../src/plugins/built-in-plugins.js';
import { furtherPlugins } from '../../src/plugins/further-plugins.js';
import { BUILT_IN_GEMS, IDLE_GEMS, lackingGems } from '../../src/plugins/known-gems.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

async function site(files: Record<string, string>): Promise<{ read: (path: string) => string; out: string }> {
  const root = temporaryFolder(files);
  const { reporter, out, err } = recordingReporter();
  const flags = { destination: join(root, '_site') };
  const config = loadConfig({ directory: root, flags, environment: {}, reporter });
  await build({ config, reporter });
  expect(err()).toBe('');
  const read = (path: string): string => {
    const file = join(root, '_site', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : `no ${path}`;
  };
  return { read, out: out() };
}

const post = (frontMatter: string, body = 'Text'): string => `---\n${frontMatter}\n---\n${body}`;

test('no gem stands in two tables', () => {
  const names = [...builtInPlugins.keys(), ...lackingGems.keys(), ...BUILT_IN_GEMS, ...IDLE_GEMS];
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('each gem is found under its own name', async () => {
  for (const [name, load] of builtInPlugins) {
    const plugin = await load();
    // `jekyll/scholar` is how jekyll-scholar is required.
    expect(plugin.name).toBe(name.replace('/', '-'));
  }
  expect([...furtherPlugins.keys()].filter((name) => !builtInPlugins.has(name))).toEqual([]);
});

test('posts are split into pages, newest first, hidden ones left out', async () => {
  const { read } = await site({
    '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\n',
    'index.html':
      '---\n---\n{% for p in paginator.posts %}{{ p.title }} {% endfor %}{{ paginator.previous_page_path }}→{{ paginator.next_page_path }}',
    '_posts/2024-01-01-a.md': post('title: A'),
    '_posts/2024-01-02-b.md': post('title: B'),
    '_posts/2024-01-03-c.md': post('title: C'),
    '_posts/2024-01-04-d.md': post('title: D\nhidden: true'),
  });
  expect(read('index.html')).toBe('C B →/page2');
  expect(read('page2/index.html')).toBe('A /→');
});

/** With the gem the last page overwrites the others, or all but the first are empty. */
test.each([
  ['/recent/', 'recent/index.html'],
  ['/blog/', 'blog/index.html'],
  ['/recent', 'recent.html'],
])('the permalink %s of a listing is its first page’s alone', async (permalink, first) => {
  const { read } = await site({
    '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 1\npaginate_path: "blog/p:num"\n',
    'blog/index.html': post(
      `permalink: ${permalink}`,
      '{{ paginator.page }} {{ page.url }} {{ page.permalink }}',
    ),
    '_posts/2024-01-01-a.md': post('title: A'),
    '_posts/2024-01-02-b.md': post('title: B'),
    '_posts/2024-01-03-c.md': post('title: C'),
  });
  expect(read(first)).toBe(`1 ${permalink} ${permalink}`);
  expect(read('blog/p2/index.html')).toBe('2 /blog/p2/ ');
  expect(read('blog/p3/index.html')).toBe('3 /blog/p3/ ');
});

test('a permalink of a listing that names the folder is that of all its pages', async () => {
  const { read } = await site({
    '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 1\npaginate_path: "blog/p:num"\n',
    'blog/index.html': post('permalink: /x/:path/', '{{ paginator.page }}'),
    '_posts/2024-01-01-a.md': post('title: A'),
    '_posts/2024-01-02-b.md': post('title: B'),
  });
  expect(read('x/blog/index.html')).toBe('1');
  expect(read('x/blog/p2/index.html')).toBe('2');
});

test('a page that moved leaves a page that sends visitors on, which no sitemap lists', async () => {
  const { read } = await site({
    '_config.yml': 'plugins: [jekyll-redirect-from, jekyll-sitemap]\nurl: https://e.org\n',
    'new.md': post('redirect_from: /old'),
  });
  expect(read('old.html')).toContain('<script>location="https://e.org/new.html"</script>');
  expect(read('redirects.json')).toBe('{"/old":"https://e.org/new.html"}');
  expect(read('sitemap.xml').match(/<loc>.*<\/loc>/g)).toEqual(['<loc>https://e.org/new.html</loc>']);
});

test('a feed holds rendered posts and says so', async () => {
  const { read, out } = await site({
    '_config.yml': 'plugins: [jekyll-feed]\nurl: https://e.org\nauthor: Ann\n',
    '_posts/2024-01-01-a.md': post('title: A & B', '*x*'),
    'index.html': '---\n---\n{% feed_meta %}',
  });
  expect(read('feed.xml')).toContain('<![CDATA[<p><em>x</em></p>]]>');
  expect(read('feed.xml')).toContain('<title type="html">A &amp;amp; B</title>');
  expect(read('index.html')).toBe(
    '<link type="application/atom+xml" rel="alternate" href="https://e.org/feed.xml" />',
  );
  expect(out).toContain('Jekyll Feed: Generating feed for posts');
});

test('a site named by its title describes its pages', async () => {
  const { read } = await site({
    '_config.yml': 'plugins: [jekyll-seo-tag]\nurl: https://e.org\ntitle: Site\n',
    'index.html': '---\ntitle: "*Home*"\nimage: /a b.png\n---\n{% seo %}',
  });
  expect(read('index.html')).toContain('<title>Home | Site</title>');
  expect(read('index.html')).toContain('<meta property="og:image" content="https://e.org/a%20b.png" />');
});

test('archives follow the zone of the site', async () => {
  const { read } = await site({
    '_config.yml': 'plugins: [jekyll-archives]\ntimezone: Asia/Tokyo\njekyll-archives: {enabled: [year]}\n',
    '_layouts/archive.html': '{{ page.type }} {{ page.date | date: "%Y" }}: {{ page.posts[0].title }}',
    '_posts/2023-12-31-a.md': post('title: A\ndate: 2023-12-31 20:00 UTC'),
  });
  expect(read('2024/index.html')).toBe('year 2024: A');
});
