/** Each setting reaches all that goes by it: a site built again after one was changed, and once more after it was changed back, equals a clean build. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { besideClean } from './beside-clean.js';

const SITE: Readonly<Record<string, string>> = {
  '_config.yml': '',
  '_layouts/default.html': '<main>{{ content }}</main>{% include foot.html %}',
  '_layouts/post.html':
    '---\nlayout: default\n---\n{{ page.date | date: "%F %T %z" }} {{ page.previous.url }} {{ page.next.title }}{{ content }}',
  'other_layouts/default.html': '<div>{{ content }}</div>',
  'other_layouts/post.html': '<article>{{ content }}</article>',
  '_includes/foot.html': '{{ site.title }} {{ site.data.nav.name }} {{ site.time | date: "%F" }}',
  'other_includes/foot.html': 'another foot',
  '_data/nav.yml': 'name: Navigation\n',
  '_data/table.csv': 'name;size\napple;3\n',
  '_data/tabs.tsv': 'name\tsize\npear\t4\n',
  'other_data/nav.yml': 'name: Another\n',
  '_posts/2024-01-01-first.md':
    '---\nlayout: post\ntitle: First\ntags: [a]\n---\nThe *first* "quoted"...\n\n<!-- more -->\n\n## A heading\n\n```ruby\nputs 1\n```\n',
  '_posts/2024-02-02-second.markdown':
    '---\nlayout: post\ntitle: Second\ncategories: [b]\n---\nThe second[^1] &amp; &copy; line\nbreak\n\n[^1]: A note.\n',
  '_posts/2024-03-03-hidden.md': '---\nlayout: post\npublished: false\n---\nHidden',
  '_posts/2099-01-01-later.md': '---\nlayout: post\ntitle: Later\n---\nLater',
  '_drafts/draft.md': '---\nlayout: post\ntitle: Draft\ndate: 2024-04-04\n---\nDraft',
  '_notes/one.md': '---\ntitle: One\nrank: 2\n---\nNote {{ page.title }} {{ page.badge }}',
  '_notes/two.md': '---\ntitle: Two\nrank: 1\n---\nNote {{ page.title }}',
  '_notes/plate.txt': 'plain',
  'elsewhere/_posts/2024-05-05-moved.md': '---\ntitle: Moved\n---\nMoved',
  'elsewhere/_notes/three.md': '---\ntitle: Three\n---\nThree',
  'index.html':
    '---\nlayout: default\n---\n{% for post in site.posts %}{{ post.url | relative_url }} {{ post.title }} {{ post.excerpt }}{% endfor %}{% for note in site.notes %}{{ note.title }}{{ note.url }}{% endfor %}{{ site.data.table[0].name }}{{ site.data.tabs[0].size }}{% if site.empty %}{{ site.empty }}{% endif %}{{ site.tags | size }}{{ site.collections | map: "label" | join }}{{ site.author.name }}',
  'about.md':
    '---\nlayout: default\ntitle: About\n---\n* toc\n{:toc}\n\n# One\n\n## Two\n\n{{ page.badge }} {{ nothing }} $$x$$ {{ "x" | absolute_url }} {{ page.excerpt }}\n\n~~~\ncode\n~~~\n',
  'page.text': '---\ntitle: A text\n---\n*text*',
  'style.scss': '---\n---\n// A comment\n@use "part";\na { b { c: d } }\n',
  '_sass/part.scss': 'p { q: r }',
  'other_sass/part.scss': 'p { q: s }',
  '.htaccess': 'deny',
  '.hidden': 'hidden',
  '_under.md': '---\n---\nunder',
  'plain.txt': 'plain',
  'vendor/left-out.txt': 'left out',
  'assets/app.js': '---\n---\nlet a = "{{ site.baseurl }}";',
  'my-theme/package.json': '{"name": "my-theme", "version": "1.0.0"}',
  'my-theme/_layouts/wide.html': 'wide',
  'my-theme/_config.yml': 'title: Of the theme\n',
  'my-theme/assets/theme.css': 'theme',
};

const BASE =
  'url: https://a.test\ntime: 2024-06-06\nexclude: [my-theme, other_layouts, other_includes, other_data, other_sass]\n';

const NOTES = 'collections: { notes: { output: true';

/** In YAML. */
const CHANGES: readonly string[] = [
  'title: Another',
  'author: { name: Somebody }',
  'empty: is a setting',
  'notes: is a setting',
  'collections_dir: elsewhere',
  'layouts_dir: other_layouts',
  'data_dir: other_data',
  'includes_dir: other_includes',
  'collections: [notes]',
  'collections: [empty]',
  'collections: [tags]',
  'collections: [posts, notes, empty]',
  'collections: { posts: { output: false } }',
  `${NOTES} } }`,
  `${NOTES}, permalink: "/n/:title" } }`,
  `${NOTES}, sort_by: rank } }`,
  `${NOTES}, order: [two.md] } }`,
  'collections: { posts: { permalink: "/p/:title" } }',
  'include: [.hidden, _under.md]',
  'exclude: [plain.txt, about.md]',
  'keep_files: [kept]',
  'encoding: iso-8859-1',
  'markdown_ext: md,text',
  'show_drafts: true',
  'limit_posts: 1',
  'future: true',
  'unpublished: true',
  'plugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag]',
  'plugins: [jekyll-paginate]\npaginate: 1',
  'plugins: [jekyll-paginate]\npaginate: 1\npaginate_path: "/seite-:num"',
  'markdown: commonmark',
  'highlighter: none',
  'excerpt_separator: "<!-- more -->"',
  'page_excerpts: true',
  'baseurl: /blog',
  'url: https://b.test',
  'permalink: pretty',
  'permalink: "/:year/:title.html"',
  'timezone: Asia/Tokyo',
  'defaults: [{ scope: { path: "" }, values: { badge: of all } }]',
  'defaults: [{ scope: { path: "", type: notes }, values: { badge: of notes } }]',
  'defaults: [{ scope: { path: "", type: posts }, values: { layout: default, permalink: "/d/:title" } }]',
  'liquid: { error_mode: lax }',
  'liquid: { strict_filters: true }',
  'kramdown: { auto_ids: false }',
  'kramdown: { toc_levels: "2..3" }',
  'kramdown: { entity_output: symbolic }',
  'kramdown: { smart_quotes: "apos,apos,quot,quot" }',
  'kramdown: { input: kramdown }',
  'kramdown: { hard_wrap: true }',
  'kramdown: { footnote_nr: 5 }',
  'kramdown: { syntax_highlighter_opts: { block: { line_numbers: true } } }',
  'time: 2025-07-07',
  'theme: ./my-theme',
  'theme: ./my-theme\nignore_theme_config: true',
  'csv_reader: { col_sep: ";" }',
  'tsv_reader: { headers: false }',
  'sass: { style: compressed }',
  'sass: { sass_dir: other_sass }',
  'sass: { sourcemap: never }',
  'utterson: { generation: 3 }',
];

describe.each([
  ['in one process', true],
  ['across processes', false],
])('%s', (_, isOneProcess) => {
  test.each(CHANGES)('%s', async (change) => {
    const directory = temporaryFolder(SITE);
    const build = besideClean(directory, isOneProcess);
    const names = change.split('\n').map((line) => `${line.split(':', 1)[0]}:`);
    const rest = BASE.split('\n').filter((line) => !names.some((name) => line.startsWith(name)));
    for (const settings of [BASE, `${rest.join('\n')}\n${change}\n`, BASE]) {
      writeFileSync(join(directory, '_config.yml'), settings);
      await build();
    }
    expect.hasAssertions();
  });
});
