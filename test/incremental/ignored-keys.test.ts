/** Each kind of key and of effect has a case in which a build that ignores it is wrong. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { type BuildResult, build, type KeptEngines, loadConfig } from '../../src/build.js';
import { type DependencyKey, type DependencyKind, kindOf } from '../../src/model/dependency.js';
import { Recorder } from '../../src/reuse/recorder.js';
import { compareFolders } from '../conformance/sites.js';
import { withEngines } from '../helpers/new-engines.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

type Files = Readonly<Record<string, string>>;
type Environment = Readonly<Record<string, string>>;

/** A site, and what changes before its second build. */
interface Case {
  readonly files: Files;
  readonly edit: Files;
  readonly environment?: Environment;
  /** What chance gives in the first build, and in all others. */
  readonly chances?: readonly [number, number];
}

/** A filter that prints a file which nobody sees it read. */
const NOTE_FILTER = `import { readFileSync } from 'node:fs';
export default {
  filters: [{ name: 'note', arity: [0, 0], apply: (_, path) => readFileSync(new URL(path, import.meta.url), 'utf8') }],
};
`;

/** Milliseconds after which the time of a file tells that nobody has saved it since. */
const SETTLED = 120;

const CLOCK = { SOURCE_DATE_EPOCH: '1718000000' };
const page = (text: string): string => `---\n---\n${text}`;
const post = (title: string): string => `---\ntitle: ${title}\n---\n${title}`;

const manyPosts: Files = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`_posts/2024-01-01-${index}.md`, post(`Post ${index}`)]),
);
/** Two pages with a layout that remembers something from the one to the other. */
const layoutOf = (text: string): Case => ({
  files: { '_layouts/l.html': text, 'a.html': '---\nlayout: l\n---\na', 'b.html': '---\nlayout: l\n---\nb' },
  edit: { 'b.html': '---\nlayout: l\n---\nc' },
});
const titles = page('{% for post in site.posts %}{{ post.title }},{% endfor %}');

const KEYS: Readonly<Partial<Record<DependencyKind, Case>>> = {
  source: {
    files: { 'index.html': page('{% include_relative part.txt %}'), 'part.txt': 'a' },
    edit: { 'part.txt': 'b' },
  },
  include: {
    files: { 'index.html': page('{% include a.html %}'), '_includes/a.html': 'a' },
    edit: { '_includes/a.html': 'b' },
  },
  layout: {
    files: { 'index.html': '---\nlayout: a\n---\n', '_layouts/a.html': 'a' },
    edit: { '_layouts/a.html': 'b' },
  },
  config: {
    files: { 'index.md': page('# A'), '_config.yml': 'kramdown: {auto_ids: true}\n' },
    edit: { '_config.yml': 'kramdown: {auto_ids: false}\n' },
  },
  site: {
    files: { 'index.html': page('{{ site.title }}'), '_config.yml': 'title: a\n' },
    edit: { '_config.yml': 'title: b\n' },
  },
  data: {
    files: { 'index.html': page('{{ site.data.a.b }}'), '_data/a.yml': 'b: c\n' },
    edit: { '_data/a.yml': 'b: d\n' },
  },
  collection: {
    files: {
      'index.html': page('{{ site.things | size }}'),
      '_config.yml': 'collections: [things]\n',
      '_things/a.md': page('a'),
    },
    edit: { '_things/b.md': page('b') },
  },
  page: {
    files: { 'index.html': titles, '_posts/2024-01-01-a.md': post('a') },
    edit: { '_posts/2024-01-01-a.md': post('b') },
  },
  members: {
    files: { 'index.html': titles, ...manyPosts },
    edit: { '_posts/2024-01-01-7.md': post('other') },
  },
  time: {
    files: { 'index.html': page("{{ 'now' | date: '%s' }} {{ 'now' | date: '%Y' }}") },
    edit: {},
    environment: { SOURCE_DATE_EPOCH: '1750000000' },
  },
  env: {
    files: { 'index.html': page('<html><body>:smile:</body></html>'), '_config.yml': 'plugins: [jemoji]\n' },
    edit: {},
    environment: { ...CLOCK, ASSET_HOST_URL: 'https://b.test' },
  },
  link: {
    files: { 'index.html': page('{% link a.md %}'), 'a.md': page('a') },
    edit: { 'a.md': '---\npermalink: /b/\n---\na' },
  },
  post: {
    files: { 'index.html': page('{% post_url 2024-01-01-a %}'), '_posts/2024-01-01-a.md': post('a') },
    edit: { '_posts/2024-01-01-a.md': '---\npermalink: /b/\n---\na' },
  },
  // Of `theme` there is none, since the whole of a theme's description is part of what must be the same for anything to be taken over; and
  // of `modified`, since who asks when a page was changed has the answer in its front matter, too, where it is compared.
  sass: {
    files: { 'a.scss': page('@use "b";'), '_sass/_b.scss': 'a { b: c }' },
    edit: { '_sass/_b.scss': 'a { b: d }' },
  },
  'sass-names': {
    files: { 'css/a.scss': page('@use "b";'), '_sass/_b.scss': 'a { b: c }' },
    edit: { 'css/_b.scss': 'a { b: d }' },
  },
  random: {
    files: { 'index.html': page("{{ 'a b c d' | split: ' ' | sample }}") },
    edit: {},
    chances: [0.1, 0.9],
  },
  unseen: {
    files: {
      '_plugins/note.mjs': NOTE_FILTER,
      'note.txt': 'a',
      'index.html': page("{{ '../note.txt' | note }}"),
    },
    edit: { 'note.txt': 'b' },
  },
  carried: {
    files: { 'a.html': page('{% increment n %}'), 'b.html': page('{% increment n %}') },
    edit: { 'a.html': page('none') },
  },
};

/** In each the page that is rendered again comes after one that is taken over. */
const EFFECTS: Readonly<Record<string, Case>> = {
  counter: {
    files: { 'a.html': page('{% increment n %}'), 'b.html': page('{% increment n %}') },
    edit: { 'b.html': page('b {% increment n %}') },
  },
  payload: {
    files: {
      'b.html': '---\nlayout: l\n---\nb',
      '_layouts/l.html': '---\nx: y\n---\n{{ content }}',
      'c.html': page('{{ layout.x }}'),
    },
    edit: { 'c.html': page('c {{ layout.x }}') },
  },
  cycles: layoutOf('{% cycle "odd", "even" %}'),
  lastChanged: layoutOf('{% ifchanged %}same{% endifchanged %}'),
  offsets: layoutOf('{% for i in (1..9) limit: 1 offset: continue %}{{ i }}{% endfor %}'),
  // Of `template` there is none, since the text of a page that is taken over is noted besides (`Engine.noteText`); and of `modified`, since
  // every page that prints such a date reads when the file was changed.
  // At the turn of the first post the second is not converted yet.
  excerpt: {
    files: {
      '_posts/2024-01-01-a.md': page('{{ page.next.excerpt }}'),
      '_posts/2024-01-02-b.md': page('{{ site.posts.first.content | size }}'),
      'b.html': page('{{ site.posts.first.excerpt }}'),
    },
    edit: { 'b.html': page('b {{ site.posts.first.excerpt }}') },
  },
  told: {
    files: { 'a.html': '---\nlayout: none-such\n---\na', 'b.html': '---\nlayout: none-such\n---\nb' },
    edit: { 'b.html': '---\nlayout: none-such\n---\nc' },
  },
  kramdown: {
    files: { 'a.md': page('a'), 'b.html': page('{{ site.kramdown | jsonify }}') },
    edit: { 'b.html': page('b {{ site.kramdown | jsonify }}') },
  },
  included: {
    files: {
      '_config.yml': 'plugins: [jekyll-include-cache]\n',
      '_includes/i.html': '{% increment n %}',
      'a.html': page('{% include_cached i.html %}'),
      'b.html': page('{% include_cached i.html %}'),
    },
    edit: { 'b.html': page('b {% include_cached i.html %}') },
  },
};

afterEach(() => void vi.restoreAllMocks());

test.each(Object.entries(KEYS))('the kind of key %s', async (kind, one) => {
  expect(await differencesOf(one)).toEqual([]);
  ignoreKeys(kind as DependencyKind);
  expect(await differencesOf(one)).not.toEqual([]);
});

test.each(Object.entries(EFFECTS))('the effect %s', async (word, one) => {
  expect(await differencesOf(one)).toEqual([]);
  const { leave } = Recorder.prototype;
  vi.spyOn(Recorder.prototype, 'leave').mockImplementation(function (this: Recorder, name, now) {
    if (!name.startsWith(word)) leave.call(this, name, now);
  });
  expect(await differencesOf(one)).not.toEqual([]);
});

function ignoreKeys(kind: DependencyKind): void {
  const { depend, dependOnAll, readAttribute } = Recorder.prototype;
  const isKept = (key: DependencyKey): boolean => kindOf(key) !== kind;
  vi.spyOn(Recorder.prototype, 'depend').mockImplementation(function (this: Recorder, key) {
    if (isKept(key)) depend.call(this, key);
  });
  vi.spyOn(Recorder.prototype, 'dependOnAll').mockImplementation(function (this: Recorder, keys) {
    dependOnAll.call(this, keys.filter(isKept));
  });
  vi.spyOn(Recorder.prototype, 'readAttribute').mockImplementation(function (this: Recorder, ...read) {
    if (kind !== 'page' && kind !== 'members') readAttribute.call(this, ...read);
  });
}

/** What is another one after the second build than in a clean one: outputs, and what was told. */
async function differencesOf({ files, edit, environment = CLOCK, chances }: Case): Promise<unknown[]> {
  const folder = temporaryFolder({ '_config.yml': '', ...files });
  // Of Sass that was saved just now nobody knows which text was read: it is compiled once more, whatever is ignored.
  await setTimeout(SETTLED);
  return withEngines(async (newEngines) => {
    const engines = newEngines();
    fixChance(chances?.[0]);
    expect((await buildAt(folder, engines, CLOCK)).ok).toBe(true);
    writeFiles(folder, edit);
    fixChance(chances?.[1]);
    const second = await buildAt(folder, engines, environment);
    expect(second.ok).toBe(true);
    const kept = join(temporaryFolder(), 'kept');
    cpSync(join(folder, '_site'), kept, { recursive: true });
    rmSync(join(folder, '_site'), { recursive: true });
    rmSync(join(folder, '.jekyll-cache'), { recursive: true });
    vi.restoreAllMocks();
    fixChance(chances?.[1]);
    const clean = await buildAt(folder, newEngines(), environment);
    const isToldTheSame = isDeepStrictEqual(toldBy(second), toldBy(clean));
    return [...compareFolders(join(folder, '_site'), kept), ...(isToldTheSame ? [] : ['told otherwise'])];
  });
}

function fixChance(chance: number | undefined): void {
  if (chance !== undefined) vi.spyOn(Math, 'random').mockReturnValue(chance);
}

function toldBy({ diagnostics }: BuildResult): readonly unknown[] {
  return diagnostics.map(({ message, file, line, hint }) => [message, file, line, hint]);
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function buildAt(
  directory: string,
  engines: KeptEngines,
  environment: Environment,
): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment, reporter });
  return build({ config, reporter, engines, remembers: true });
}
