/** A small Jekyll site with one file of each kind that a change can touch. */
export const siteFiles: Readonly<Record<string, string>> = {
  '_config.yml': 'title: First title\n',
  '_layouts/default.html':
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="/site.css"></head><body><p id="layout">layout 1</p>{% include part.html %}{{ content }}</body></html>\n',
  '_includes/part.html': '<p id="include">include 1</p>\n',
  '_data/facts.yml': 'number: 1\n',
  '_sass/_parts.scss': '$ink: rgb(1, 2, 3);\n',
  'site.scss': '---\n---\n@use "parts";\nbody { color: parts.$ink; }\n',
  'index.md':
    '---\nlayout: default\n---\ntext 1\n{: #text}\n\n<p id="data">{{ site.data.facts.number }}</p>\n<p id="title">{{ site.title }}</p>\n',
  'plain.txt': 'plain 1\n',
  '_posts/2024-01-01-hello.md': '---\nlayout: default\n---\nhello\n',
  '404.html': '---\n---\nnothing\n',
};
