/** Keys of front matter that are one letter from one that the build reads, and that no template asks for. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { oneLetterFrom } from '../ruby/suggest.js';
import { keyPosition } from '../ruby/yaml/key-position.js';
import { allDocuments } from '../site/site-files.js';
import type { CheckedText } from './templates.js';

/** What Jekyll reads, and the commonest of what gems and themes read. */
export const READ_KEYS: readonly string[] = [
  'author',
  'categories',
  'category',
  'date',
  'description',
  'draft',
  'excerpt',
  'excerpt_separator',
  'layout',
  'permalink',
  'published',
  'redirect_from',
  'redirect_to',
  'render_with_liquid',
  'sitemap',
  'slug',
  'tag',
  'tags',
  'title',
];

export function mistypedFrontMatter(site: Site, texts: readonly CheckedText[]): Diagnostic[] {
  const isAsked = askedIn(texts);
  const files = [...site.pages, ...allDocuments(site)];
  return files.flatMap((file) =>
    ownKeys(file).flatMap((key) => {
      const meant = READ_KEYS.includes(key) ? null : oneLetterFrom(key, READ_KEYS);
      if (meant === null || isAsked(key) || placeOfFrontMatterKey(file, meant).line !== undefined) return [];
      return [messages.frontMatterKey(key, meant, placeOfFrontMatterKey(file, key))];
    }),
  );
}

/** Whether any template asks for a key of that name, as `.key` or `["key"]`. */
export function askedIn(texts: readonly CheckedText[]): (key: string) => boolean {
  const names = new Set<string>();
  for (const { body } of texts) {
    for (const [, name] of body.matchAll(/\.([a-zA-Z_][\w-]*)/g)) names.add(name!);
    for (const [, name] of body.matchAll(/["']([a-zA-Z_][\w-]*)["']/g)) names.add(name!);
  }
  return (key) => names.has(key);
}

function ownKeys(file: Renderable): string[] {
  const keys = file.kind === 'page' ? file.frontMatter.keys() : file.data.keys();
  return [...keys].filter((key) => typeof key === 'string');
}

/** Where a key stands in the front matter of a file; the file alone where it does not. */
export function placeOfFrontMatterKey({ source, path }: Renderable, key: string): messages.Place {
  if (source === null) return { file: path };
  const text = readFileSync(source.absolutePath, 'utf8');
  const header = /^---[^\n]*\n([\s\S]*?)\n(?:---|\.\.\.)/.exec(text)?.[1] ?? '';
  const found = keyPosition(header, [key]);
  // The key of a document may come from `defaults`.
  if (found === undefined) return { file: source.path };
  return { file: source.path, line: found.line + 1, column: found.column, text };
}
