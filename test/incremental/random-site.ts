import { existsSync, rmSync, type Stats, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import fastGlob from 'fast-glob';

/** The files of a site by path, and edits of them: what the rebuild test draws. */
export type Files = ReadonlyMap<string, string>;

/** One thing a person does between two builds. */
export interface Edit {
  readonly about: string;
  apply(files: Files): Files;
  /** What is looked at before the files are written, */
  look?(folder: string): void;
  /** and done to the folder after that. */
  act?(folder: string): void;
}

const word = fc.constantFrom('apple', 'river', 'stone', 'quiet', 'window', 'letter', 'garden', 'signal');
const layout = fc.constantFrom('default', 'post', 'missing', 'null');
const tag = fc.constantFrom('one', 'two', 'three');

/** What a body may read from elsewhere: each kind of dependency a template can have. */
const fragment = fc.oneof(
  word.map((text) => `A *paragraph* about ${text}.`),
  word.map((text) => `## ${text}`),
  fc.constantFrom(
    '{% include note.html text="here" %}',
    '{{ site.title }}',
    '{{ site.data.people.first.name }}',
    '{% for post in site.posts %}{{ post.title }} {{ post.url }};{% endfor %}',
    '{% for post in site.posts limit: 1 %}{{ post.content | strip_html | size }}{% endfor %}',
    '{% for page in site.pages %}{{ page.url }},{% endfor %}',
    '{% for entry in site.tags %}{{ entry[0] }}={{ entry[1].size }} {% endfor %}',
    '{{ page.next.title }}{{ page.previous.title }}',
    '{% for file in site.static_files %}{{ file.path }} {% endfor %}',
    '{% assign found = site.posts | where: "tag", "one" %}{{ found.size }}',
    '{% assign found = site.posts | where_exp: "post", "post.title == page.title" %}{{ found.size }}',
    '{% assign found = site.posts | where_exp: "post", "post.title != page.title" | sort: "url" %}{{ found | map: "url" | join: "," }}',
    '{% assign all = site.posts | concat: site.pages %}{% for one in all %}{% assign all = all | push: one.url %}{% endfor %}{{ all | size }}',
    '{% assign groups = site.posts | group_by: "title" %}{% for group in groups %}{{ group.items | sort: "url" | map: "url" | first }}{% endfor %}',
    '{{ site.data.people | where: "name", page.title | size }}',
    '{% increment counter %}',
    '{{ site.posts.first.excerpt }}',
    '{{ page.excerpt }}',
    '{% include_relative note.txt %}',
    '{% include_cached note.html text="kept" %}',
    '{% cycle "odd", "even" %}',
    '{% ifchanged %}{{ page.layout }}{% endifchanged %}',
    '{% for post in site.posts limit: 1 offset: continue %}{{ post.title }}{% endfor %}',
    '{{ layout.shade }}',
    '{{ content | size }}',
    '{{ site.time | date: "%Y" }} {{ "now" | date: "%Y-%m" }}',
    '{{ jekyll.environment }}',
    '{{ site.kramdown.auto_ids }}',
    '{% link about.md %}',
    '{% post_url 2024-01-01-first %}',
    '{{ site.pages | map: "title" | compact | sort | join: "," }}',
    '{{ site.data | jsonify }}',
    '{% for category in site.categories %}{{ category[0] }}{% endfor %}',
    '{% seo title=false %}{% feed_meta %}',
    '{% decrement counter %}',
    '{{ site.notes.first.output | size }}{{ site.notes.last.content | size }}',
    '{% for post in site.posts %}{{ post.date | date: "%j" }}{{ post.excerpt | strip_html }}{% endfor %}',
    '{{ site.posts | jsonify | size }}',
    '{{ site.posts.last.previous.title }}{{ site.posts.first.next.url }}',
    '{{ site.related_posts.first.title }}',
    '{{ page.date }}{{ page.path }}{{ page.id }}',
    '{% for file in site.static_files %}{{ file.modified_time | date: "%Y" }}{% endfor %}',
    '{{ site.pages | where: "layout", "post" | map: "url" | join: "," }}',
    '{{ "a" | relative_url }}{{ "b" | absolute_url }}',
    '```ruby\nputs 1\n```',
    '{{ site.documents.size }}{{ site.html_pages | size }}',
    '{{ "**x**" | markdownify }}',
    '[next](about.md)',
    '# A\n{:toc}\n',
  ),
);
const body = fc.array(fragment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('\n\n')}\n`);

const page = fc
  .tuple(word, layout, body)
  .map(([title, name, text]) => `---\ntitle: ${title}\nlayout: ${name}\n---\n${text}`);
const post = fc
  .tuple(word, layout, tag, body)
  .map(
    ([title, name, label, text]) => `---\ntitle: ${title}\nlayout: ${name}\ntags: [${label}]\n---\n${text}`,
  );
const layoutText = fc
  .tuple(word, body)
  .map(([text, extra]) => `<html><i>${text}</i>{{ page.title }}{{ content }}${extra}</html>\n`);

/** What a site's configuration may ask for besides its title. */
const settings = fc.constantFrom(
  '',
  'plugins: [jekyll-feed, jekyll-seo-tag, jekyll-sitemap, jekyll-include-cache]\n',
  'plugins: [jekyll-paginate, jekyll-include-cache, jekyll-seo-tag]\npaginate: 1\n',
  'plugins: [jekyll-archives, jekyll-relative-links, jekyll-include-cache]\njekyll-archives: {enabled: all, layout: default}\n',
  'plugins: [jekyll-titles-from-headings, jekyll-optional-front-matter, jekyll-readme-index, jekyll-include-cache]\n',
  'plugins: [jekyll-redirect-from, jekyll-toc, jekyll-mentions, jemoji, jekyll-include-cache]\n',
  'collections: {notes: {output: true}}\ndefaults: [{scope: {path: ""}, values: {layout: default}}]\n',
  'page_excerpts: true\nexcerpt_separator: "apple"\n',
  'baseurl: /sub\nurl: https://example.org\nkramdown: {auto_ids: false}\n',
);

/** For each path a site may hold, what may stand there. */
const contents: Readonly<Record<string, fc.Arbitrary<string>>> = {
  '_config.yml': fc
    .tuple(word, fc.constantFrom('date', 'pretty'), settings)
    .map(([title, style, more]) => `title: ${title}\npermalink: ${style}\n${more}`),
  '_layouts/default.html': fc
    .tuple(layoutText, fc.constantFrom('', '---\nshade: dark\n---\n', '---\nshade: light\n---\n'))
    .map(([text, header]) => header + text),
  '_layouts/post.html': layoutText.map((text) => `---\nlayout: default\n---\n${text}`),
  '_includes/note.html': body
    .filter((text) => !text.includes('include'))
    .map((text) => `<b>{{ include.text }} ${text}</b>`),
  'note.txt': word,
  'deep/er/note.txt': word,
  '_posts/note.txt': word,
  '_notes/a.md': page,
  '_notes/c.md': page,
  '_posts/2024-12-31-last.md': post,
  'deep/index.md': page,
  '404.html': page,
  '_notes/b.txt': word,
  '_drafts/draft.md': page,
  'README.md': word.map((text) => `# ${text}\n`),
  '@environment': fc.constantFrom(
    '{"SOURCE_DATE_EPOCH": "1718000000"}',
    '{"SOURCE_DATE_EPOCH": "1718000000", "JEKYLL_ENV": "production"}',
    '{"SOURCE_DATE_EPOCH": "1751000000"}',
    '{"SOURCE_DATE_EPOCH": "1707000000"}',
  ),
  '_data/people.yml': word.map((name) => `first:\n  name: ${name}\n`),
  'index.html': page,
  'about.md': page,
  'deep/er/page.md': page,
  '_posts/2024-01-01-first.md': post,
  '_posts/2024-02-02-second.md': post,
  '_posts/2024-03-03-third.md': post,
  'assets/site.scss': word.map((name) => `---\n---\n@use "parts";\n.${name} { color: parts.$ink; }\n`),
  '_sass/_parts.scss': fc.constantFrom('red', 'blue').map((ink) => `$ink: ${ink};\n`),
  'assets/plain.txt': word,
};
const needed = ['_includes/note.html', '_sass/_parts.scss'];

/** A small site with most of the paths above. */
export const randomSite: fc.Arbitrary<Files> = fc
  .record(
    Object.fromEntries(
      Object.entries(contents).map(([path, text]) => [path, fc.option(text, { freq: 5, nil: '' })]),
    ),
  )
  .chain((drawn) =>
    fc.record({ files: fc.constant(drawn), needed: fc.tuple(...needed.map((path) => contents[path]!)) }),
  )
  .map(({ files, needed: texts }) => {
    const present = Object.entries(files).filter(([, text]) => text !== '') as [string, string][];
    return new Map([...present, ...needed.map((path, index) => [path, texts[index]!] as const)]);
  });

const path = fc.constantFrom(...Object.keys(contents));

/** Another time stamp, the same bytes. */
function touched(name: string): Edit {
  return {
    ...edit(`touch ${name}`, () => {}),
    act(folder) {
      const path = join(folder, name);
      if (existsSync(path)) utimesSync(path, 1_700_000_000, 1_700_000_000);
    },
  };
}

/** Other bytes, the same size and time stamp. */
function rewritten(name: string): Edit {
  const swap = (text: string): string =>
    text.replaceAll('river', '\0').replaceAll('stone', 'river').replaceAll('\0', 'stone');
  let before: Stats | undefined;
  return {
    about: `other bytes of one size and time in ${name}`,
    apply(files) {
      const text = files.get(name);
      return text === undefined ? files : new Map(files).set(name, swap(text));
    },
    look(folder) {
      before = statSync(join(folder, name), { throwIfNoEntry: false });
    },
    act(folder) {
      if (before !== undefined && existsSync(join(folder, name)))
        utimesSync(join(folder, name), before.atimeMs / 1000, before.mtimeMs / 1000);
    },
  };
}

function outputsIn(folder: string): string[] {
  const destination = join(folder, '_site');
  return fastGlob.sync('**/*.{html,txt,css,xml,map}', { cwd: destination, absolute: true }).sort();
}

const removedOutput: Edit = {
  ...edit('remove an output', () => {}),
  act(folder) {
    const [first] = outputsIn(folder);
    if (first !== undefined) rmSync(first);
  },
};

const editedOutput: Edit = {
  ...edit('edit an output by hand, with its size and time', () => {}),
  act(folder) {
    const last = outputsIn(folder).at(-1);
    if (last === undefined) return;
    const { atimeMs, mtimeMs, size } = statSync(last);
    writeFileSync(last, 'x'.repeat(size));
    utimesSync(last, atimeMs / 1000, mtimeMs / 1000);
  },
};

const addedOutput: Edit = {
  ...edit('put a file into the destination', () => {}),
  act(folder) {
    const [first] = outputsIn(folder);
    if (first !== undefined) writeFileSync(join(dirname(first), 'foreign.txt'), 'foreign');
  },
};

/** Writing a file of the source (new or changed), removing one, or renaming one. */
export const randomSourceEdit: fc.Arbitrary<Edit> = fc.oneof(
  path.chain((name) =>
    contents[name]!.map((text) =>
      edit(`write ${name}: ${JSON.stringify(text)}`, (files) => files.set(name, text)),
    ),
  ),
  path
    .filter((name) => !needed.includes(name))
    .map((name) => edit(`remove ${name}`, (files) => void files.delete(name))),
  fc.tuple(path, word).map(([name, text]) =>
    edit(`add to ${name}`, (files) => {
      const before = files.get(name);
      if (before?.startsWith('---\n') && name.endsWith('.md')) files.set(name, `${before}\n${text}\n`);
    }),
  ),
  fc.tuple(path, word, word).map(([name, from, to]) =>
    edit(`put ${to} for ${from} in ${name}`, (files) => {
      const before = files.get(name);
      if (before !== undefined && !name.startsWith('@')) files.set(name, before.replaceAll(from, to));
    }),
  ),
  path.filter((name) => !name.startsWith('@')).map(touched),
  path.filter((name) => !name.startsWith('@')).map(rewritten),
  fc.constantFrom('about.md', 'assets/plain.txt', '_posts/2024-02-02-second.md').map((name) =>
    edit(`rename ${name}`, (files) => {
      const text = files.get(name);
      if (text === undefined) return;
      files.delete(name);
      files.set(name.replace(/(\w+)(\.\w+)$/, '$1-renamed$2'), text);
    }),
  ),
);

/** The same, or somebody meddles with the outputs. */
export const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 7, arbitrary: randomSourceEdit },
  { weight: 1, arbitrary: fc.constantFrom(removedOutput, editedOutput, addedOutput) },
);

function edit(about: string, change: (files: Map<string, string>) => void): Edit {
  return {
    about,
    apply: (files) => {
      const copy = new Map(files);
      change(copy);
      return copy;
    },
  };
}
