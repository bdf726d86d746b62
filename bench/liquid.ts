/**
 * How fast templates like a real blog's run here and in liquidjs (`renderSync`, cache on): a loop over 1,000 posts with `date`,
 * `escape`, `truncate`, `if`, `assign`, an `include` with parameters, and two layouts around it. Ours runs with dependencies
 * recorded and posts behind drops, as in a build; liquidjs gets plain objects.
 */
import { spawnSync } from 'node:child_process';
import { Liquid } from 'liquidjs';
import { createEngine } from '../src/liquid/compiling-engine.js';
import type { RenderContext } from '../src/liquid/context.js';
import { createFilters } from '../src/liquid/filters/index.js';
import { jekyllTags, liquidTags } from '../src/liquid/tags/index.js';
import { GENERATIONS } from '../src/model/generation.js';
import { wholeText } from '../src/model/output.js';
import type { Document } from '../src/model/page.js';
import { DocumentDrop } from '../src/render/drops/document-drop.js';
import type { DropScope } from '../src/render/drops/drop-scope.js';
import { Recorder } from '../src/reuse/recorder.js';
import { timeFromMilliseconds } from '../src/ruby/time/time.js';
import type { Drop, Value } from '../src/ruby/value.js';

const POSTS = 1000;
const ROUNDS = 60;

const INCLUDES: Readonly<Record<string, string>> = {
  'card.html':
    '<li class="{{ include.class }}"><a href="{{ include.url }}">{{ include.title | escape }}</a>{% if include.date %}<time>{{ include.date | date: "%Y-%m-%d" }}</time>{% endif %}</li>\n',
  'plain-card.html':
    '<li class="{{ include.class }}"><a href="{{ include.url }}">{{ include.title | escape }}</a></li>\n',
};

/** The loop of a blog's archive page. */
function archive(isDated: boolean): string {
  const date = isDated ? '<span>{{ post.date | date: "%b %-d, %Y" }}</span>' : '';
  const param = isDated ? ' date=post.date' : '';
  return `<ul>
{% for post in site.posts %}{% assign title = post.title | truncate: 40 %}
{% if post.featured and forloop.index < 900 %}<b>{{ title | escape }}</b>{% elsif post.draft %}<i>{{ title }}</i>{% else %}{{ title | escape }}{% endif %}
${date}{{ post.excerpt | escape | truncate: 80 }}
{% include ${isDated ? 'card.html' : 'plain-card.html'} title=post.title url=post.url class="card"${param} %}{% endfor %}
</ul>
`;
}

const LAYOUTS = [
  '<main>{% if page.title %}<h1>{{ page.title | escape }}</h1>{% endif %}{{ content }}</main>\n',
  '<html><head><title>{{ page.title | escape }} – {{ site.title }}</title></head><body>{{ content }}</body></html>\n',
];

interface Post {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly featured: boolean;
  readonly draft: boolean;
  readonly milliseconds: number;
}

function makePosts(): Post[] {
  return Array.from({ length: POSTS }, (_, index) => ({
    title: `Post ${index} about <templates> & "quotes", rather long`,
    url: `/2024/01/${index}/a-post.html`,
    excerpt: `The ${index}th excerpt goes on for a while & says < little > about "anything" in particular, as they do.`,
    featured: index % 3 === 0,
    draft: index % 7 === 0,
    milliseconds: 1_600_000_000_000 + index * 86_400_000,
  }));
}

/** The post as the build has it. */
function toDocument({ title, url, excerpt, featured, draft, milliseconds }: Post): Document {
  const date = timeFromMilliseconds(milliseconds);
  const data = new Map<Value, Value>(Object.entries({ title, date, featured, draft, summary: excerpt }));
  return {
    kind: 'document',
    id: `posts:${url}`,
    source: null,
    path: '_posts/a-post.md',
    data,
    body: excerpt,
    bodyLine: 1,
    name: 'a-post.md',
    extension: '.md',
    url,
    outputPath: url.slice(1),
    collection: 'posts',
    date,
    isDated: true,
    isDraft: false,
    slug: 'a-post',
    hasExcerpt: false,
    isWritten: true,
    previousId: null,
    nextId: null,
  };
}

/** Drops as a build makes them, each read recorded. */
function dropsOf(posts: readonly Post[], recorder: Recorder): Drop[] {
  const scope: DropScope = {
    generation: GENERATIONS[4],
    contentOf: (file) => wholeText(file.body),
    outputOf: () => null,
    excerptOf: (file) => wholeText(file.body),
    hasDocument: () => false,
    documentDrop: (id) => {
      throw new Error(`no neighbour ${id}`);
    },
    versionOf: () => 0,
    currentDocument: () => null,
    kramdown: () => null,
    own: () => {},
    depend: (key) => recorder.depend(key),
    readAttribute: (group, id, attribute) => recorder.readAttribute(group, id, attribute),
  };
  return posts.map((post) => new DocumentDrop(toDocument(post), scope));
}

/** Renders the page through our engine; answers a function to call again and again. */
function ours(posts: readonly Post[], body: string): () => string {
  const recorder = new Recorder(() => {});
  const engine = createEngine({
    errorMode: 'warn',
    strictFilters: false,
    strictVariables: false,
    version: 4,
    tags: [...liquidTags, ...jekyllTags],
    filters: createFilters(),
    profile: null,
  });
  const site = new Map<Value, Value>([
    ['title', 'Bench'],
    ['posts', dropsOf(posts, recorder)],
  ]);
  const page = new Map<Value, Value>([['title', 'Archive & more']]);
  const context: RenderContext = {
    config: null,
    rendering: null,
    time: timeFromMilliseconds(0),
    highlighter: null,
    globals: new Map<string, Value>([
      ['site', site],
      ['page', page],
    ]),
    methods: new Map(),
    markdownify: (text) => text,
    smartify: (text) => text,
    sassify: (text) => text,
    readInclude: (name) => ({ path: name, text: INCLUDES[name]! }),
    readRelative: (name) => ({ path: name, text: INCLUDES[name]! }),
    findLayout: () => null,
    findLink: () => null,
    findPost: () => null,
    memo: (_array, _key, compute) => compute(),
    first: (_name, compute) => compute(),
    keep: (_name, compute) => compute(),
    depend: (key) => recorder.depend(key),
    leave: (name, now) => recorder.leave(name, now),
    report: () => {},
    warn: () => {},
  };
  const templates = [body, ...LAYOUTS].map((text, index) =>
    engine.template(`template-${index}`, text, context),
  );
  const render = (): string =>
    templates.reduce((content, template) => template.render(context, new Map([['content', content]])), '');
  return () => recorder.recall(recorder.remember(render));
}

/** The same through liquidjs. */
function liquidjs(posts: readonly Post[], body: string): () => string {
  const engine = new Liquid({
    cache: true,
    jekyllInclude: true,
    dynamicPartials: false,
    templates: { ...INCLUDES },
  });
  const plain = posts.map(({ milliseconds, ...post }) => ({ ...post, date: new Date(milliseconds) }));
  const scope = { site: { title: 'Bench', posts: plain }, page: { title: 'Archive & more' } };
  const templates = [body, ...LAYOUTS].map((text) => engine.parse(text));
  return () =>
    templates.reduce((content, template) => engine.renderSync(template, { ...scope, content }) as string, '');
}

/** Milliseconds of the fastest of many calls: the one that nothing else on the machine disturbed. */
function measure(render: () => string): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    // A page is written in the end: V8 joins its pieces only when a character is asked for.
    render().charCodeAt(0);
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}

/** Two loops over the posts, for Ruby's Liquid to run as well. */
const LOOPS: Readonly<Record<string, string>> = {
  'a date each': '{% for post in site.posts %}{{ post.date | date: "%b %-d, %Y" }}{% endfor %}',
  'six filters each':
    '{% for post in site.posts %}{{ post.title | escape | truncate: 20 | upcase }}{{ post.excerpt | strip_html | truncatewords: 5 | capitalize }}{% endfor %}',
};

const RUBY = `
require 'json'
require 'liquid'
posts = Array.new(1000) do |i|
  { 'title' => %(Post #{i} about <templates> & "quotes", rather long), 'date' => Time.at(1_600_000_000 + i * 86_400),
    'excerpt' => %(The #{i}th excerpt goes on for a while & says < little > about "anything" in particular, as they do.) }
end
clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }
times = JSON.parse(ARGV[0]).map do |text|
  template = Liquid::Template.parse(text)
  Array.new(12) { start = clock.(); template.render('site' => { 'posts' => posts }); clock.() - start }.min * 1000
end
puts JSON.generate(version: Liquid::VERSION, times: times)
`;

/** The loops in Ruby's Liquid, where there is one; `RUBYLIB` chooses the version. */
function compareWithRuby(posts: readonly Post[]): void {
  const { stdout, status } = spawnSync('ruby', ['-W0', '-e', RUBY, JSON.stringify(Object.values(LOOPS))], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.log('no Liquid for Ruby here');
    return;
  }
  const { version, times } = JSON.parse(stdout) as { version: string; times: number[] };
  for (const [index, [name, loop]] of Object.entries(LOOPS).entries()) {
    const mine = measure(ours(posts, loop));
    const ratio = (times[index]! / mine).toFixed(1);
    console.log(
      `liquid, ${name}: ${mine.toFixed(2)} ms, Ruby's ${version} ${times[index]!.toFixed(2)} ms, ${ratio} times`,
    );
  }
}

/** Prints milliseconds per page of 1,000 posts and how many times faster ours is. */
export async function run(): Promise<void> {
  const posts = makePosts();
  compareWithRuby(posts);
  for (const isDated of [true, false]) {
    const body = archive(isDated);
    const mine = measure(ours(posts, body));
    const theirs = measure(liquidjs(posts, body));
    const ratio = (theirs / mine).toFixed(1);
    console.log(
      `liquid, ${POSTS} posts ${isDated ? 'with' : 'without'} date: ${mine.toFixed(2)} ms, liquidjs ${theirs.toFixed(2)} ms, ${ratio} times`,
    );
  }
}
