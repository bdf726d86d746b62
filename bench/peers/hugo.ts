import { copyAsItIs, copyTexts, dated, type Program, type Writer, writerFor } from './peer.js';

/** With its own highlighter. Its lists of terms, feed and map of the site are switched off: Jekyll makes none. */
export const hugo: Program = {
  name: 'hugo',
  command: 'hugo',
  shapes: {
    blog: writeBlog,
    yaml: (site, folder) => writeData(site, folder, 'yml', 'data/big.yaml', 'site.Data.big'),
    json: (site, folder) => writeData(site, folder, 'json', 'data/big.json', 'site.Data.big'),
    // Not among `data`, which takes no tables.
    csv: (site, folder) =>
      writeData(site, folder, 'csv', 'assets/big.csv', 'resources.Get "big.csv" | transform.Unmarshal'),
    'front-matter': writeFrontMatter,
    static: (site, folder) => {
      copyAsItIs(site, 'files', folder, 'static/files');
      writeSite(folder)('layouts/index.html', '{{ site.Title }}\n');
    },
    navigation: writeNavigation,
  },
  args: (folder, output) => [
    ...['--source', folder, '--destination', output, '--buildFuture', '--quiet'],
    ...['--disableKinds', 'taxonomy,term,RSS,sitemap,section'],
  ],
};

function writeSite(folder: string): Writer {
  const write = writerFor(folder);
  write(
    'config.yaml',
    'title: A blog\nbaseURL: https://example.com/\nparams: { author: Somebody }\nmarkup: { highlight: { noClasses: false } }\n',
  );
  return write;
}

function writeBlog(site: string, folder: string): void {
  copyTexts(site, '_posts', folder, 'content/posts', (text, name) =>
    dated(text, name).replace(/^layout:.*\n/m, ''),
  );
  const write = writeSite(folder);
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
}

function writeData(site: string, folder: string, extension: string, to: string, value: string): void {
  copyAsItIs(site, `_data/big.${extension}`, folder, to);
  writeSite(folder)(
    'layouts/index.html',
    `{{ $big := ${value} }}{{ len $big }} {{ index $big 7 | jsonify }}\n`,
  );
}

function writeFrontMatter(site: string, folder: string): void {
  copyAsItIs(site, 'big.md', folder, 'content/big.md');
  const write = writeSite(folder);
  write('layouts/index.html', '{{ site.Title }}\n');
  write('layouts/_default/single.html', '{{ len .Params.big }}\n{{ .Content }}\n');
}

function writeNavigation(site: string, folder: string): void {
  copyTexts(site, 'docs', folder, 'content/docs', (text) => text.replace(/^layout:.*\n/m, ''));
  const write = writeSite(folder);
  write('layouts/index.html', '{{ partial "navigation.html" . }}\n');
  write('layouts/_default/single.html', '{{ partial "navigation.html" . }}\n<main>{{ .Content }}</main>\n');
  const item = (inner: string): string =>
    `<li{{ if eq $page . }} class="active"{{ end }}><a href="{{ .Permalink }}">{{ .Title }}</a>${inner}</li>`;
  const below = (inner: string): string =>
    `{{ if .Params.has_children }}<ul>{{ range where $entries "Params.parent" .Title }}${inner}{{ end }}</ul>{{ end }}`;
  write(
    'layouts/partials/navigation.html',
    `{{ $page := . }}
{{ $shown := where site.RegularPages "Params.nav_exclude" "!=" true }}
{{ $numbered := sort (where $shown "Params.nav_order" "!=" nil) "Params.nav_order" }}
{{ $entries := $numbered | append (sort (where $shown "Params.nav_order" nil) "Title") }}
<ul>{{ range $entries }}{{ if not .Params.parent }}${item(below(item(below(item('')))))}{{ end }}{{ end }}</ul>
`,
  );
}
