/** The site in which a plugin shows what it does. */
import type { Names } from './names.js';

/** What a file registers, as `note-first.rb` tells it. */
export interface Registered {
  /** Whether it has a body, by name. */
  readonly tags: Readonly<Record<string, boolean>>;
  /** The fewest and most arguments besides the input. */
  readonly filters: Readonly<Record<string, readonly [number, number]>>;
  readonly hooks: readonly string[];
  readonly generator: readonly string[];
  readonly converter: readonly string[];
}

type Files = Record<string, string>;

const MARKUPS = [
  '',
  'word',
  '"quoted text"',
  'one two three',
  'key="value" width=10',
  'https://example.com/watch?v=abc_123',
  'assets/photo.png A caption',
  '12',
  'page.title',
  'page',
];
const INPUTS = [
  '"Some Text, <b>bold</b> & [[A note]]"',
  '12.5',
  'page',
  'site.posts',
  'site.data.people',
  'page.when',
  'nothing',
  '"2024-01-02"',
];
const ARGUMENTS = ['"name"', '2', 'site.data.people', 'page'];

const BODY = `Some text with a [link](https://example.com/a?b=c), ![a picture](/assets/photo.png), a [[A note]] and \`code\`.

## A heading

> A quote

\`\`\`ruby
puts "code"
\`\`\`

* one
* two

:smile: @somebody #topic <a href="/about/">about</a>
`;

const LAYOUT = `<!doctype html>
<html><head><title>{{ page.title }}</title></head><body>
{{ content }}
{% for pair in page %}{% if pair[0] != "content" and pair[0] != "output" and pair[0] != "next" and pair[0] != "previous" and pair[0] != "excerpt" and pair[0] != "posts" %}{{ pair[0] }}: {{ pair[1] | inspect | truncate: 200 }}
{% endif %}{% endfor %}</body></html>
`;

const LISTS = `---
---
{% for one in site.pages %}{{ one.url }} {{ one.title }} {{ one.layout }} {{ one.path }}
{% endfor %}{% for one in site.documents %}{{ one.url }} {{ one.title }} {{ one.date }} {{ one.tags | join: "," }} {{ one.categories | join: "," }} {{ one.collection }}
{% endfor %}{% for one in site.static_files %}{{ one.path }}
{% endfor %}{% for one in site.tags %}{{ one[0] }} {{ one[1].size }}
{% endfor %}{{ site.data | jsonify }}
`;

/** Pages and files without anything of a plugin's. @param isRich whether settings that are named have values */
export function siteFiles(names: Names, isRich: boolean): Files {
  const attributes = names.attributes.map((name) => `${name}: text of ${name}\n`).join('');
  const collections = ['notes', ...names.collections.filter((name) => name !== 'notes')];
  const files: Files = {
    '_config.yml': [
      'title: A site\nurl: https://example.com\ndescription: Of words\nplugins: []\n',
      `collections:\n${collections.map((name) => `  ${name}: {output: true}\n`).join('')}`,
      'defaults:\n  - {scope: {path: ""}, values: {layout: default}}\n',
      isRich ? names.settings.map((name) => `${name}: ${name}-value\n`).join('') : '',
    ].join(''),
    '_layouts/default.html': LAYOUT,
    'index.md': `---\ntitle: Home\n---\n${BODY}`,
    'about/index.html': `---\ntitle: About\npermalink: /about/\n${attributes}---\n<p>About <img src="/assets/photo.png"> {{ page.title }}</p>\n`,
    'lists.txt': LISTS.replace('---\n---', '---\nlayout: null\n---'),
    'assets/photo.png': 'no picture',
    'assets/script.js': 'var a = 1;\n',
    'assets/style.css': 'a { color: red }\n',
    '_data/people.yml': '- {name: Ada, age: 36, key: a}\n- {name: Grace, age: 45, key: b}\n',
    '_posts/2023-05-06-first.md': post('First', 'one two', 'news', attributes),
    '_posts/2023-07-08-second.md': post('Second', 'two', 'news old', ''),
    '_posts/2023-12-31-third.md': post('Third: "last"', 'Three', '', 'author: Ada\n'),
  };
  for (const name of collections) {
    files[`_${name}/a-note.md`] = `---\ntitle: A note\n${attributes}---\n${BODY}`;
    files[`_${name}/second-note.md`] =
      `---\ntitle: Second note\n---\nTo [[A note]] and [first](/2023/05/06/first.html).\n`;
  }
  for (const name of names.dataFiles) files[`_data/${name}.yml`] ??= files['_data/people.yml']!;
  for (const name of names.templates) {
    files[`_layouts/${name}.html`] ??= LAYOUT.replace('<body>', `<body class="${name}">`);
    files[`_includes/${name}.html`] ??= `<i>${name} {{ include.a }}</i>\n`;
  }
  for (const extension of names.extensions) {
    files[`converted/page.${extension}`] ??= `---\ntitle: Of ${extension}\n---\n${BODY}`;
  }
  return files;
}

function post(title: string, tags: string, categories: string, more: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\ntags: ${tags}\ncategories: ${categories}\n${more}---\n${BODY}`;
}

/** Pages that use each tag and filter, one use a page. */
export function caseFiles({ tags, filters }: Registered): Files {
  const files: Files = {};
  const add = (name: string, number: number, text: string): void => {
    const attributes = `title: Case ${name} ${number}\nwhen: 2024-01-01 10:00:00\nsize: 3\n`;
    files[`cases/${name.replace(/\W/g, '-')}-${number}.md`] = `---\n${attributes}---\n${text}\n`;
  };
  for (const [name, isBlock] of Object.entries(tags)) {
    MARKUPS.forEach((markup, number) => {
      const end = isBlock ? `\nText **bold** {{ page.title }}\n{% end${name} %}` : '';
      add(name, number, `Before {% ${name} ${markup} %}${end} after`);
    });
  }
  for (const [name, [fewest, most]] of Object.entries(filters)) {
    let number = 0;
    for (const input of INPUTS) {
      for (const counts of new Set([Math.max(fewest, 0), Math.min(Math.max(most, 0), 4)])) {
        for (const argument of counts === 0 ? [''] : ARGUMENTS) {
          const list = counts === 0 ? '' : `: ${Array(counts).fill(argument).join(', ')}`;
          add(name, number++, `{{ ${input} | ${name}${list} }}`);
        }
      }
    }
  }
  return files;
}
