import { copyAsItIs, copyTexts, type Program, type Writer, writerFor } from './peer.js';

/**
 * By its documentation (getzola.org/documentation) alone: there was no Zola to try this with. A post has its date from the name of its
 * file. Which keys switch the highlighter on depends on the version; both forms stand in `config.toml`, each unknown to the other.
 */
export const zola: Program = {
  name: 'zola',
  command: 'zola',
  shapes: {
    blog: writeBlog,
    static: (site, folder) => {
      copyAsItIs(site, 'files', folder, 'static/files');
      writeSite(folder)('templates/index.html', '{{ config.title }}\n');
    },
  },
  args: (folder, output) => ['--root', folder, 'build', '--output-dir', output, '--force'],
};

function writeSite(folder: string): Writer {
  const write = writerFor(folder);
  write(
    'config.toml',
    `title = "A blog"
base_url = "https://example.com"
generate_sitemap = false
generate_robots_txt = false
[markdown]
highlight_code = true
highlight_theme = "css"
smart_punctuation = true
[markdown.highlighting]
style = "class"
theme = "github-dark"
[extra]
author = "Somebody"
`,
  );
  return write;
}

function writeBlog(site: string, folder: string): void {
  copyTexts(site, '_posts', folder, 'content/posts', (text) =>
    text.replace(/^layout:.*\n/m, '').replace(/^tags: (.*)$/m, 'taxonomies: { tags: $1 }'),
  );
  const write = writeSite(folder);
  write('content/posts/_index.md', '---\nsort_by: date\nrender: false\n---\n');
  write(
    'templates/base.html',
    `<!DOCTYPE html>
<html>
{% block head %}{% endblock %}
<body>
{% block main %}{% endblock %}
{% block foot %}{% endblock %}
</body>
</html>
`,
  );
  write('templates/macros.html', macros);
  write('templates/page.html', pageTemplate);
  write('templates/index.html', indexTemplate);
}

const macros = `{% macro head(title) %}<head><title>{{ title }} - {{ config.title }}</title></head>{% endmacro head %}
{% macro foot(title) %}<footer>{{ config.extra.author }} {{ title | slugify }}</footer>{% endmacro foot %}
`;

const pageTemplate = `{% extends "base.html" %}
{% import "macros.html" as macros %}
{% block head %}{{ macros::head(title=page.title) }}{% endblock %}
{% block main %}<article>
<h1>{{ page.title }}</h1>
<time datetime="{{ page.date | date(format="%+") }}">{{ page.date | date(format="%-d %B %Y") }}</time>
{% for tag in page.taxonomies.tags %}<a href="/tags/{{ tag | slugify }}">{{ tag }}</a> {% endfor %}
{{ page.content | safe }}
{% if page.lower %}<a href="{{ page.lower.permalink }}">{{ page.lower.title }}</a>{% endif %}
{% if page.higher %}<a href="{{ page.higher.permalink }}">{{ page.higher.title }}</a>{% endif %}
</article>{% endblock %}
{% block foot %}{{ macros::foot(title=page.title) }}{% endblock %}
`;

const indexTemplate = `{% extends "base.html" %}
{% import "macros.html" as macros %}
{% block head %}{{ macros::head(title="Home") }}{% endblock %}
{% block main %}{% set posts = get_section(path="posts/_index.md") %}
<ul>
{% for post in posts.pages %}<li><a href="{{ post.permalink }}">{{ post.title }}</a> {{ post.date | date(format="%F") }} {{ post.content | striptags | truncate(length=120) }}</li>
{% endfor %}</ul>
{% for year, items in posts.pages | group_by(attribute="year") %}<h2>{{ year }} ({{ items | length }})</h2>
<ul>{% for post in items %}<li>{{ post.date | date(format="%b %d") }} {{ post.title }}</li>{% endfor %}</ul>
{% endfor %}{% endblock %}
{% block foot %}{{ macros::foot(title="Home") }}{% endblock %}
`;
