import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { navigationOver } from './navigation.js';

const EMPTY = '{% assign list = "" | split: "" %}';

/** What a page does with all posts, by name. */
export const LISTS: Readonly<Record<string, string>> = {
  loop: inLoop('{{ post.title }}'),
  where: 'where: "kind", "b"',
  where_exp: `where_exp: "post", "post.kind == 'b'"`,
  "where_exp, the page's": 'where_exp: "post", "post.kind == page.kind"',
  group_by: 'group_by: "kind"',
  group_by_exp: `group_by_exp: "post", "post.date | date: '%Y'"`,
  sort: 'sort: "title"',
  'sort, reverse': 'sort: "title" | reverse',
  'where, sort': 'where: "draft", nil | sort: "title"',
  'groups, each sorted': `{% assign groups = site.posts | group_by: "parent" %}{% for group in groups %}
{% assign list = group.items | sort: "title" %}{{ list.first.title }}{% endfor %}`,
  'map, uniq': 'map: "kind" | uniq',
  'data, sorted': '{% assign list = site.data.entries | sort: "title" %}{{ list.first.title }}',
  size: 'size',
  'append in a loop': `{% assign text = "" %}${inLoop('{% assign text = text | append: post.title %}')}{{ text | size }}`,
  'assign in a loop': inLoop('{% assign title = post.title %}{% assign last = title %}'),
  'push in a loop': EMPTY + inLoop('{% assign list = list | push: post.title %}'),
  'push, if new':
    EMPTY + inLoop('{% if list.last != post.kind %}{% assign list = list | push: post.kind %}{% endif %}'),
  'push, unless contained':
    EMPTY +
    inLoop('{% unless list contains post.title %}{% assign list = list | push: post.title %}{% endunless %}'),
  'unshift in a loop': EMPTY + inLoop('{% assign list = list | unshift: post.title %}'),
  'concat in a loop': EMPTY + inLoop('{% assign list = list | concat: post.tags %}'),
  'shift in a loop': `{% assign list = site.posts %}${inLoop('{{ list.first.title }}{% assign list = list | shift %}')}`,
  'offset: continue': inLoop(
    '{% for next in site.posts limit: 1 offset: continue %}{{ next.title }}{% endfor %}',
  ),
  'tags, their posts':
    '{% for tag in site.tags %}{{ tag[0] }}: {% for post in tag[1] %}{{ post.title }}{% endfor %}{% endfor %}',
  'categories, sorted': `{% assign list = site.categories | sort %}{% for category in list %}{% assign name = category[0] %}
{% for post in site.categories[name] %}{{ post.title }}{% endfor %}{% endfor %}`,
  navigation: navigationOver('site.posts'),
  'navigation, nested': '{% include parents.html %}',
};

function inLoop(body: string): string {
  return `{% for post in site.posts %}${body}{% endfor %}`;
}

/**
 * Writes a site of so many short posts, and pages in rounds, each of one page a name in the order of the names. Of ten posts one is a chapter,
 * five lie in it, and four of its first section, as in the documentation that `writeNavigation` writes.
 */
export function writeLists(folder: string, posts: number, rounds: number): void {
  for (const name of ['_posts', '_data', '_includes', 'pages']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write('_config.yml', 'title: Lists\nurl: https://example.com\n');
  for (const [name, text] of Object.entries(INCLUDES)) write(`_includes/${name}`, text);
  const titles = Array.from({ length: posts }, (_, index) => `{"title": "Entry ${(index * 7919) % posts}"}`);
  write('_data/entries.json', `[${titles.join(',\n')}]\n`);
  for (let index = 0; index < posts; index++) {
    const day = new Date(Date.UTC(1970, 0, 1) + index * 20 * 3600 * 1000).toISOString().slice(0, 10);
    write(`_posts/${day}-post-${index}.md`, post(index));
  }
  for (const [index, text] of Object.values(LISTS).entries()) {
    const body = text.includes('{') ? text : `{% assign list = site.posts | ${text} %}{{ list.size }}`;
    for (let round = 0; round < rounds; round++) {
      const front = `title: Lists\nkind: ${'abcd'[round % 4]}`;
      write(`pages/${100 + round}-${100 + index}.html`, `---\n${front}\n---\n${body}\n`);
    }
  }
}

function post(index: number): string {
  const [chapter, place] = [index - (index % 10), index % 10];
  const lines = [`title: Page ${index}`, `kind: ${'abcd'[index % 4]}`, `tags: [tag-${index % 50}, all]`];
  lines.push(`categories: [category-${index % 20}]`);
  if (place > 0) lines.push(`parent: Page ${place > 5 ? chapter + 1 : chapter}`);
  if (place < 2) lines.push('has_children: true');
  if (index % 3 !== 0) lines.push(`nav_order: ${1_000_000 - index}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/** A navigation whose levels include each other, each list in an order of its own, as Just the Docs 0.10 has it. */
const INCLUDES: Readonly<Record<string, string>> = {
  'parents.html': `{% assign parents = site.posts | where_exp: "one", "one.title != nil" | group_by: "parent" %}
{% assign top = parents | where_exp: "one", "one.name == ''" | map: "items" | first %}
{% include ordered.html pages=top %}{% include level.html pages=ordered %}
`,
  'level.html': `<ul>{% for entry in include.pages %}<li><a href="{{ entry.url }}">{{ entry.title }}</a>
{% assign children = "" | split: "" %}{% assign candidates = parents | where: "name", entry.title | map: "items" | first %}
{% for child in candidates %}{% unless child.nav_exclude %}{% assign children = children | push: child %}{% endunless %}{% endfor %}
{% if children.size > 0 %}{% include ordered.html pages=children %}{% include level.html pages=ordered %}{% endif %}</li>{% endfor %}</ul>
`,
  'ordered.html': `{% assign quote = '"' %}{% assign numbered = include.pages | where_exp: "one", "one.nav_order != nil" %}
{% assign kinds = numbered | group_by_exp: "one", "one.nav_order | jsonify | slice: 0 | remove: quote | size" %}
{% assign ordered = "" | split: "" %}{% for kind in kinds %}{% assign same = kind.items | sort: "nav_order" %}{% assign ordered = ordered | concat: same %}{% endfor %}
{% assign titled = include.pages | where_exp: "one", "one.nav_order == nil" | sort: "title" %}{% assign ordered = ordered | concat: titled %}
`,
};
