import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a Jekyll blog whose posts and code blocks all differ: about 400 words each with headings, a list, a quote, a link and a
 * code block; nested layouts, two includes, an index over all posts and an archive by year. The same count gives the same bytes.
 */
export function writeBlog(folder: string, posts: number): void {
  for (const name of ['_posts', '_layouts', '_includes']) mkdirSync(join(folder, name), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write('_config.yml', 'title: A blog\nurl: https://example.com\nauthor: Somebody\n');
  write(
    '_includes/head.html',
    '<head><title>{{ include.title | escape }} - {{ site.title }}</title></head>\n',
  );
  write('_includes/foot.html', '<footer>{{ site.author }} {{ page.title | slugify }}</footer>\n');
  write('_layouts/default.html', defaultLayout);
  write('_layouts/post.html', postLayout);
  write('index.html', indexPage);
  write('archive.html', archivePage);
  const random = randomNumbers(42);
  for (let index = 0; index < posts; index++) {
    const day = new Date(Date.UTC(2001, 0, 1) + index * 20 * 3600 * 1000).toISOString().slice(0, 10);
    write(`_posts/${day}-post-${index}.md`, post(index, random));
  }
}

/** The Markdown of so many posts, without front matter. */
export function postBodies(count: number): string[] {
  const random = randomNumbers(42);
  return Array.from({ length: count }, (_, index) =>
    post(index, random).replace(/^---\n[\s\S]*?\n---\n/, ''),
  );
}

const defaultLayout = `<!DOCTYPE html>
<html>
{% include head.html title=page.title %}
<body>
{{ content }}
{% include foot.html %}
</body>
</html>
`;

const postLayout = `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
<time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%-d %B %Y" }}</time>
{% for tag in page.tags %}<a href="/tags/{{ tag | slugify }}">{{ tag }}</a> {% endfor %}
{{ content }}
{% if page.previous %}<a href="{{ page.previous.url | relative_url }}">{{ page.previous.title }}</a>{% endif %}
{% if page.next %}<a href="{{ page.next.url | relative_url }}">{{ page.next.title }}</a>{% endif %}
</article>
`;

const indexPage = `---
layout: default
title: Home
---
<ul>
{% for post in site.posts %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a> {{ post.date | date: "%F" }} {{ post.excerpt | strip_html | truncatewords: 20 }}</li>
{% endfor %}</ul>
`;

const archivePage = `---
layout: default
title: Archive
---
{% assign years = site.posts | group_by_exp: "post", "post.date | date: '%Y'" %}
{% for year in years %}<h2>{{ year.name }} ({{ year.size }})</h2>
<ul>{% for post in year.items %}<li>{{ post.date | date: "%b %d" }} {{ post.title }}</li>{% endfor %}</ul>
{% endfor %}
`;

function post(index: number, random: () => number): string {
  const words = wordsOf(random);
  const sentence = (count: number): string =>
    `${words(count).replace(/^./, (letter) => letter.toUpperCase())}.`;
  return `---
layout: post
title: "${sentence(5).slice(0, -1)} ${index}"
tags: [${pick(vocabulary, random)}, ${pick(vocabulary, random)}]
---
${sentence(14)} ${sentence(22)} *${words(3)}* and **${words(2)}** ${words(20)}.

## ${sentence(4).slice(0, -1)}

${sentence(18)} See [${words(2)}](https://example.com/${index}/${pick(vocabulary, random)}) "${words(12)}" -- ${words(30)}.

- ${words(9)}
- ${words(11)} \`${pick(vocabulary, random)}_${index}\`
- ${words(7)}

> ${sentence(25)}

\`\`\`ruby
def ${pick(vocabulary, random)}_${index}(${pick(vocabulary, random)}, count = ${index})
  items = count.times.map { |i| "${words(3)} #{i}" } # ${words(4)}
  items.select { |item| item.size > ${Math.floor(random() * 40)} }.join(", ")
end
\`\`\`

### ${sentence(3).slice(0, -1)}

${sentence(40)} ${sentence(35)} ${sentence(30)}

1. ${words(8)}
2. ${words(10)}

${sentence(45)} ${sentence(25)}
`;
}

/** Makes texts of so many words. */
export function wordsOf(random: () => number): (count: number) => string {
  return (count) => Array.from({ length: count }, () => pick(vocabulary, random)).join(' ');
}

const vocabulary =
  'apple river stone quiet window letter garden signal morning paper bridge copper thread harbour winter engine silver meadow lantern pocket journey marble feather orchard timber velvet compass island thunder kettle pepper saddle ribbon canvas pebble branch candle ladder mirror needle'.split(
    ' ',
  );

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Numbers in [0, 1) that are the same for the same seed (Marsaglia's xorshift). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
