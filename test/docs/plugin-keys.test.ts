/** Each name that a gem looks up in configuration, front matter or templates stands on its page, and none that it does not know as if it did. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlugins } from '../../scripts/docs/tables.js';

/** Where a gem's work is done, if not in the file or folder called as it is without `jekyll-`. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'jekyll-autoprefixer': 'style-sheets/autoprefixer.ts',
  'jekyll-multiple-languages-plugin': 'multiple-languages',
  'jekyll-postcss': 'style-sheets/postcss.ts',
  'jekyll-postcss-v2': 'style-sheets/postcss-v2.ts',
  'jekyll-tailwindcss': 'style-sheets/tailwind.ts',
};

/** What the gem takes from Jekyll itself, or from what it reads; names of filters that it goes through are in `FILTERS`. */
const JEKYLLS: Readonly<Record<string, readonly string[]>> = {
  'jekyll-asciidoc': ['imagesoutdir', 'published', 'url'],
  'jekyll-feed': [
    'capitalize',
    'category',
    'collection',
    'content',
    'data',
    'date',
    'draft',
    'id',
    'jekyll',
    'time',
    'xsl',
  ],
  'jekyll-last-modified-at': ['path'],
  'jekyll-link-attributes': ['layout'],
  'jekyll-menus': ['ext'],
  'jekyll-multiple-languages-plugin': ['categories', 'documents'],
  'jekyll-paginate': ['permalink'],
  'jekyll-paginate-v2': ['strict_front_matter'],
  'jekyll-readme-index': ['permalink'],
  'jekyll-relative-links': ['excerpt'],
  // Fields of BibTeX.
  'jekyll-scholar': ['crossref', 'date', 'day', 'number', 'pdf', 'ps', 'translator'],
  'jekyll-seo-tag': ['data', 'jekyll', 'paginator', 'total_pages'],
  'jekyll-sitemap': [
    'collections',
    'docs',
    'extname',
    'html_pages',
    'modified_time',
    'output',
    'path',
    'static_files',
  ],
  // Attributes of elements.
  'jekyll-spaceship': ['title', 'type'],
  'jekyll-tabs': ['url'],
  'jekyll-titles-from-headings': ['excerpt_separator'],
  'jekyll-toc': ['content'],
};
const FILTERS = [
  'absolute_url',
  'date_to_xmlschema',
  'normalize_whitespace',
  'smartify',
  'strip_html',
  'xml_escape',
];

/** Put together of parts, or read by what the gem shares with others. */
const READ_ELSEWHERE = [
  'tag_page_layout',
  'tag_page_dir',
  'tag_page_data',
  'tag_feed_layout',
  'tag_feed_dir',
];

const READERS =
  'dig get has integerUnder isOn listOf lookup mapped mappingOf of option own pairs path seo setting social text textOf texts value words';
const CALL = new RegExp(`\\b(?:${READERS.replaceAll(' ', '|')})\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)`, 'g');

test.each(readPlugins())('$name', ({ name }) => {
  const page = readFileSync(`docs/tables/plugins/${name}.yml`, 'utf8');
  const isSaid = (key: string): boolean => new RegExp(`(?<![\\w-])${key}(?![\\w-])`).test(page);
  const unsaid = keysIn(sourceOf(name)).filter((key) => !isSaid(key) && !FILTERS.includes(key));
  expect(unsaid.toSorted()).toEqual(JEKYLLS[name] ?? []);
});

test.each(readPlugins())('$name reads the keys that its page has', ({ name, options = {} }) => {
  const source = textOf(sourceOf(name));
  const unread = Object.keys(options).filter((key) =>
    key
      .split('.')
      .filter((part) => part !== '[]' && !/^[A-Z]+$/.test(part))
      .some((part) => !source.includes(part) && !READ_ELSEWHERE.includes(part)),
  );
  expect(unread).toEqual([]);
});

test.each(readPlugins())('$name does not read what its page says is not here', ({ name, undone = {} }) => {
  const read = keysIn(sourceOf(name));
  expect(Object.keys(undone).filter((key) => read.includes(key.split('.').at(-1)!))).toEqual([]);
});

function textOf(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8');
  return readdirSync(path)
    .map((name) => textOf(join(path, name)))
    .join('\n');
}

function sourceOf(name: string): string {
  const base = name.replace(/^jekyll-/, '');
  const places = [ELSEWHERE[name] ?? base, `${base}.ts`].map((place) => join('src/plugins', place));
  return places.find((place) => existsSync(place))!;
}

function keysIn(path: string): string[] {
  if (statSync(path).isDirectory())
    return [...new Set(readdirSync(path).flatMap((name) => keysIn(join(path, name))))];
  const calls = readFileSync(path, 'utf8').matchAll(CALL);
  const keys = [...calls].flatMap(([, inside]) => [...inside!.matchAll(/'([A-Za-z_][\w-]*)'/g)]);
  return [...new Set(keys.map(([, key]) => key!))];
}
