import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a documentation of so many pages, each of which computes the navigation of all, as themes do that know of no data file (Just the
 * Docs 0.3): pages are chosen, sorted by number, then by title, and looked for again below each parent. Of ten pages one is a chapter,
 * five lie in it, and four of its first section.
 */
export function writeNavigation(folder: string, pages: number): void {
  for (const name of ['_layouts', '_includes', 'docs']) mkdirSync(join(folder, name), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write('_config.yml', 'title: A documentation\nurl: https://example.com\n');
  write('_includes/navigation.html', navigation);
  write('_layouts/default.html', layout);
  for (let index = 0; index < pages; index++) write(`docs/page-${index}.md`, page(index));
}

const layout = `<!DOCTYPE html>
<html>
<head><title>{{ page.title }}</title></head>
<body>
<nav>{% include navigation.html %}</nav>
<main>{{ content }}</main>
</body>
</html>
`;

/** The navigation over a list; in a page of its own, as included. */
export function navigationOver(list: string): string {
  return navigation.replace('site.html_pages', list);
}

const navigation = `{% assign shown = site.html_pages | where_exp: "entry", "entry.nav_exclude != true" | where_exp: "entry", "entry.title != nil" %}
{% assign entries = shown | where_exp: "entry", "entry.nav_order != nil" | sort: "nav_order" %}
{% assign titles = shown | where_exp: "entry", "entry.nav_order == nil" | group_by_exp: "entry", "entry.title | append: ''" | sort: "name" %}
{% for same in titles %}{% assign entries = entries | concat: same.items %}{% endfor %}
<ul>
{% for entry in entries %}{% if entry.parent == nil %}<li{% if page.url == entry.url or page.parent == entry.title %} class="active"{% endif %}><a href="{{ entry.url | absolute_url }}">{{ entry.title }}</a>
{% if entry.has_children %}{% assign children = entries | where: "parent", entry.title %}<ul>
{% for child in children %}<li{% if page.url == child.url or page.parent == child.title %} class="active"{% endif %}><a href="{{ child.url | absolute_url }}">{{ child.title }}</a>
{% if child.has_children %}{% assign grandchildren = entries | where: "parent", child.title %}<ul>
{% for grandchild in grandchildren %}<li{% if page.url == grandchild.url %} class="active"{% endif %}><a href="{{ grandchild.url | absolute_url }}">{{ grandchild.title }}</a></li>
{% endfor %}</ul>{% endif %}</li>
{% endfor %}</ul>{% endif %}</li>
{% endif %}{% endfor %}</ul>
`;

function page(index: number): string {
  const [chapter, place] = [index - (index % 10), index % 10];
  const lines = ['layout: default', `title: Page ${index}`];
  if (place > 0) lines.push(`parent: Page ${place > 5 ? chapter + 1 : chapter}`);
  if (place < 2) lines.push('has_children: true');
  if (index % 3 !== 0) lines.push(`nav_order: ${1000 - index}`);
  return `---\n${lines.join('\n')}\n---\n# Page ${index}\n\nWhat is *said* on page ${index}, in one sentence.\n`;
}
