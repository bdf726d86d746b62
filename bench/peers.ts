import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Another generator that may be on the machine. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  /** What it says of itself, e.g. `4.4.1`. */
  readonly version: string;
  /** Writes the blog in the generator's own shape, with templates that do the same. */
  readonly prepare: (blog: string, folder: string) => void;
  readonly args: (folder: string, output: string) => readonly string[];
}

type Program = Omit<Peer, 'version'>;

const jekyll: Program = {
  name: 'jekyll',
  command: process.env['BENCH_JEKYLL'] ?? 'jekyll',
  prepare: (blog, folder) =>
    copyPosts(blog, folder, '_posts', (text) => text, [
      '_config.yml',
      '_layouts',
      '_includes',
      'index.html',
      'archive.html',
    ]),
  args: (folder, output) => ['build', '--source', folder, '--destination', output, '--disable-disk-cache'],
};

const hugo: Program = {
  name: 'hugo',
  command: 'hugo',
  prepare(blog, folder) {
    copyPosts(blog, folder, 'content/posts', (text, date) =>
      text.replace('---\n', `---\ndate: ${date}\n`).replace(/^layout:.*\n/m, ''),
    );
    const write = writerFor(folder);
    write(
      'config.yaml',
      'title: A blog\nbaseURL: https://example.com/\nparams: { author: Somebody }\nmarkup: { highlight: { noClasses: false } }\n',
    );
    write('layouts/partials/head.html', '<head><title>{{ .Title }} - {{ site.Title }}</title></head>\n');
    write('layouts/partials/foot.html', '<footer>{{ site.Params.author }} {{ urlize .Title }}</footer>\n');
    write(
      'layouts/_default/baseof.html',
      '<!DOCTYPE html>\n<html>\n{{ partial "head.html" . }}\n<body>\n{{ block "main" . }}{{ end }}\n{{ partial "foot.html" . }}\n</body>\n</html>\n',
    );
    write(
      'layouts/_default/single.html',
      `{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ range .Params.tags }}<a href="/tags/{{ urlize . }}">{{ . }}</a> {{ end }}
{{ .Content }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</article>{{ end }}
`,
    );
    const list = `<ul>
{{ range where site.RegularPages "Section" "posts" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }} {{ truncate 120 .Summary }}</li>
{{ end }}</ul>
{{ range (where site.RegularPages "Section" "posts").GroupByDate "2006" }}<h2>{{ .Key }}</h2><ul>{{ range .Pages }}<li>{{ .Date.Format "Jan 02" }} {{ .Title }}</li>{{ end }}</ul>{{ end }}
`;
    write('layouts/index.html', `{{ define "main" }}${list}{{ end }}\n`);
  },
  args: (folder, output) => [
    '--source',
    folder,
    '--destination',
    output,
    '--disableKinds',
    'taxonomy,term,RSS,sitemap,section',
    '--quiet',
  ],
};

const eleventy: Program = {
  name: 'eleventy',
  command: 'eleventy',
  prepare(blog, folder) {
    copyPosts(blog, folder, 'posts', (text, date) => text.replace('---\n', `---\ndate: ${date}\n`), [
      '_layouts',
      '_includes',
    ]);
    const write = writerFor(folder);
    write('posts/posts.json', '{ "tags": "post" }\n');
    write('_data/site.json', '{ "title": "A blog", "author": "Somebody" }\n');
    const list = `{% for post in collections.post %}<li><a href="{{ post.url }}">{{ post.data.title | escape }}</a> {{ post.date | date: "%F" }} {{ post.content | strip_html | truncatewords: 20 }}</li>\n{% endfor %}`;
    write('index.html', `---\nlayout: default\ntitle: Home\n---\n<ul>\n${list}</ul>\n`);
    write(
      'eleventy.config.cjs',
      `module.exports = (config) => {
  config.setLiquidOptions({ jekyllInclude: true, dynamicPartials: false });
  for (const name of ['relative_url', 'date_to_xmlschema']) config.addFilter(name, (value) => String(value));
  return { dir: { includes: '_includes', layouts: '_layouts' }, markdownTemplateEngine: false };
};
`,
    );
  },
  args: (folder, output) => [
    '--input',
    folder,
    '--output',
    output,
    '--config',
    join(folder, 'eleventy.config.cjs'),
    '--quiet',
  ],
};

/** Those that say their version here. `BENCH_JEKYLL` names another Jekyll than the one on the path. */
export function findPeers(): Peer[] {
  return [jekyll, hugo, eleventy].flatMap((peer) => {
    const version = versionOf(peer.command);
    return version === null ? [] : [{ ...peer, version }];
  });
}

function versionOf(command: string): string | null {
  for (const argument of ['--version', 'version']) {
    const { status, stdout } = spawnSync(command, [argument], { encoding: 'utf8' });
    if (status === 0) return /\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim();
  }
  return null;
}

function copyPosts(
  blog: string,
  folder: string,
  into: string,
  change: (text: string, date: string) => string,
  others: readonly string[] = [],
): void {
  const write = writerFor(folder);
  for (const name of readdirSync(join(blog, '_posts'))) {
    write(join(into, name), change(readFileSync(join(blog, '_posts', name), 'utf8'), name.slice(0, 10)));
  }
  for (const name of others) copyInto(blog, name, write);
}

function copyInto(blog: string, name: string, write: (path: string, text: string) => void): void {
  if (name.includes('.')) write(name, readFileSync(join(blog, name), 'utf8'));
  else for (const file of readdirSync(join(blog, name))) copyInto(blog, `${name}/${file}`, write);
}

function writerFor(folder: string): (path: string, text: string) => void {
  return (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
}
