/** What a plugin in a file throws, of every kind it can bring, in JavaScript and TypeScript: told with plugin, file, line, event and page. */
import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

/** Fails on the fourth line of the file. */
const THROW = '{\n throw new Error("oops"); }';
const AT = (path: string): string => `(${path}:4:8)`;

interface Kind {
  readonly members: string;
  /** What is said of it. */
  readonly said: (path: string) => string;
}

const hook = (owner: string, event: string): string =>
  `hooks: [{ owner: '${owner}', event: '${event}', priority: 'normal', run() ${THROW} }]`;

const SITE_EVENTS = ['after_init', 'after_reset', 'post_read', 'pre_render', 'post_render', 'post_write'];
const ITEM_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'];

const kinds: Readonly<Record<string, Kind>> = {
  'a tag': {
    members: `tags: [{ name: 'trip', isBlock: false, compile: () => () => ${THROW} }]`,
    said: (path) => `the tag trip of the plugin clumsy ${AT(path)} failed: oops`,
  },
  'a tag as it is read': {
    members: `tags: [{ name: 'trip', isBlock: false, compile() ${THROW} }]`,
    said: (path) => `the tag trip of the plugin clumsy ${AT(path)} failed: oops`,
  },
  'a filter': {
    members: `filters: [{ name: 'slip', arity: [0, 0], apply() ${THROW} }]`,
    said: (path) => `the filter slip of the plugin clumsy ${AT(path)} failed: oops`,
  },
  'a converter': {
    members:
      "converters: () => [{ name: 'Clumsy', priority: 'normal', highlighterPrefix: null, highlighterSuffix: null," +
      `matches: (extension) => extension === '.html', outputExtension: () => '.html', convert() ${THROW} }]`,
    said: (path) => `the converter Clumsy of the plugin clumsy ${AT(path)} failed: oops`,
  },
  'the making of converters': {
    members: `converters() ${THROW}`,
    said: () => 'Converter: The making of converters of the plugin clumsy failed: oops',
  },
  'a converter asked for an extension': {
    members: `converters: () => [{ name: 'Clumsy', priority: 'normal', matches() ${THROW} }]`,
    said: () => 'Converter: Clumsy of the plugin clumsy failed: oops',
  },
  'a generator': {
    members: `generators: [{ name: 'Clumsy', priority: 'normal', generate() ${THROW} }]`,
    said: () => 'Generator: Clumsy of the plugin clumsy failed: oops',
  },
  ...Object.fromEntries(
    SITE_EVENTS.map((event) => [
      `a hook of site:${event}`,
      {
        members: hook('site', event),
        said: () => `Hook: site:${event} of the plugin clumsy failed: oops`,
      },
    ]),
  ),
  ...Object.fromEntries(
    ['pages', 'documents', 'posts'].flatMap((owner) =>
      ITEM_EVENTS.map((event) => [
        `a hook of ${owner}:${event}`,
        {
          members: hook(owner, event),
          said: (path: string) => `Hook: ${owner}:${event} of the plugin clumsy ${AT(path)} failed: oops`,
        },
      ]),
    ),
  ),
  'a hook of clean:on_obsolete': {
    members: hook('clean', 'on_obsolete'),
    said: () => 'Hook: clean:on_obsolete of the plugin clumsy failed: oops',
  },
};

const runsTypeScript = 'typescript' in process.features && Boolean(process.features.typescript);

test.each(['mjs', 'ts'].flatMap((extension) => Object.keys(kinds).map((name) => [name, extension] as const)))(
  '%s, .%s',
  async (name, extension) => {
    const { members, said } = kinds[name]!;
    const path = `_plugins/clumsy.${extension}`;
    const type = extension === 'ts' ? ': string' : '';
    const {
      isFailed,
      said: told,
      diagnostics,
    } = await buildSite({
      [path]: `const name${type} = 'clumsy';\nexport default { name,\n${members} };\n`,
      'index.html': '---\n---\n{% if site.never %}{% endif %}TEXT'.replace('TEXT', textFor(name)),
      '_posts/2024-01-01-post.html': '---\n---\npost',
    });
    if (extension === 'ts' && !runsTypeScript) {
      expect(told).toContain(`${path} is written in TypeScript, which this Node does not run.`);
      return;
    }
    expect(isFailed).toBe(true);
    expect(told).toContain(said(path));
    // What belongs to a page is told at it, and names the plugin's place besides; all else at the plugin's place.
    const isOfPage = said(path).includes(AT(path));
    const place = isOfPage ? { file: pageOf(name) } : { file: path, line: 4, column: 8 };
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toContainEqual(
      expect.objectContaining(place),
    );
  },
);

function textFor(name: string): string {
  if (name.startsWith('a tag')) return '{% trip %}';
  return name === 'a filter' ? '{{ "a" | slip }}' : 'text';
}

function pageOf(name: string): string {
  return /documents|posts/.test(name) ? '_posts/2024-01-01-post.html' : 'index.html';
}
