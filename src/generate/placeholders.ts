/** What a permalink's placeholders stand for (Jekyll 4.4.1, `Drops::UrlDrop`, `StaticFile#placeholders`). */
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document, StaticFile } from '../model/page.js';
import type { Collection } from '../model/site.js';
import * as messages from '../report/messages.js';
import { downcase } from '../ruby/string.js';
import { strftime } from '../ruby/time/strftime.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';
import { placeInMessages } from '../site/site-files.js';
import { basenameOf, withoutTrailingDots } from '../url/extension.js';
import { slugify } from '../url/slugify.js';

/** Placeholders that are the document's date in a format. */
const DATE_FORMATS: ReadonlyMap<string, string> = new Map([
  ['year', '%Y'],
  ['short_year', '%y'],
  ['month', '%m'],
  ['i_month', '%-m'],
  ['short_month', '%b'],
  ['long_month', '%B'],
  ['day', '%d'],
  ['i_day', '%-d'],
  ['y_day', '%j'],
  ['w_year', '%G'],
  ['week', '%V'],
  ['w_day', '%u'],
  ['short_day', '%a'],
  ['long_day', '%A'],
  ['hour', '%H'],
  ['minute', '%M'],
  ['second', '%S'],
]);

/** A `slug` that is no text, where an address is made of it: Jekyll stops there, and nowhere else. */
export class SlugNotTextError extends Error {
  constructor(readonly value: Value) {
    super('The slug is no text.');
  }
}

/**
 * The text of a document's placeholder; `undefined` for a name that is none.
 *
 * @throws SlugNotTextError
 */
export function documentPlaceholder(
  name: string,
  document: Document,
  collection: Collection,
  outputExtension: string,
  report: (diagnostic: Diagnostic) => void,
): string | undefined {
  const format = DATE_FORMATS.get(name);
  if (format !== undefined) return strftime(document.date, format);
  const slug = (text: string, mode: 'default' | 'pretty', keepsCase = false): string => {
    const made = slugify(text, mode, keepsCase);
    if (made === '') report(messages.emptySlug(text, { file: placeInMessages(document) }));
    return made;
  };
  switch (name) {
    case 'output_ext':
      return outputExtension;
    case 'collection':
      return collection.label;
    case 'path':
      return pathInCollection(document.path, document.extension, collection);
    case 'name':
      return slug(basenameWithoutExtension(document), 'default');
    case 'title':
      return slug(ownSlug(document), 'pretty', true);
    case 'slug':
      return slug(ownSlug(document), 'default');
    case 'categories':
      return [...new Set(categoriesOf(document).map(downcase))].join('/');
    case 'slugified_categories':
      return [...new Set(categoriesOf(document).map((category) => slug(category, 'default')))].join('/');
    default:
      return undefined;
  }
}

/** The placeholders of a static file in the order in which Jekyll replaces them. */
export function staticPlaceholders(
  file: StaticFile,
  collection: Collection | undefined,
): readonly (readonly [string, string])[] {
  return [
    ['collection', collection?.label ?? ''],
    ['path', pathInCollection(file.path, file.extension, collection)],
    ['output_ext', ''],
    ['name', basenameOf(file.name)],
    ['title', ''],
  ];
}

/** The path without its extension and dots at its end, e.g. `/plates/leek` of `/plates/leek.jpg`. */
export function barePath(path: string, extension: string): string {
  return withoutTrailingDots(extension === '' ? path : path.slice(0, -extension.length));
}

/** The same without the collection's folder, e.g. `/soups/leek` of `_recipes/soups/leek.md`. */
function pathInCollection(path: string, extension: string, collection: Collection | undefined): string {
  if (collection === undefined) return barePath(path, extension);
  const bare = extension === '' ? path : path.slice(0, -extension.length);
  return withoutTrailingDots(bare.replace(collection.relativeDirectory, ''));
}

function ownSlug(document: Document): string {
  const slug = document.data.get('slug') ?? null;
  if (slug === null) return basenameWithoutExtension(document);
  if (typeof slug !== 'string') throw new SlugNotTextError(slug);
  return slug;
}

function basenameWithoutExtension(document: Document): string {
  return document.extension === '' ? document.name : document.name.slice(0, -document.extension.length);
}

function categoriesOf(document: Document): string[] {
  const categories: Value = document.data.get('categories') ?? null;
  if (categories === null) return [];
  return (Array.isArray(categories) ? categories : [categories]).map(toS);
}
