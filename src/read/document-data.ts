/**
 * How a document's data grow: layers merged one by one, then what the file name and the folders say (`Document#merge_data!`,
 * `#read_post_data`).
 */
import { conversionName } from '../ruby/compare.js';
import { deepMergeInto } from '../ruby/deep-merge.js';
import { capitalize, splitWords } from '../ruby/string.js';
import { RubyTime } from '../ruby/time/time.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { basenameOf, fileNameOf, withoutTrailingDots } from '../url/extension.js';
import { parseDateValue } from './date.js';

/** Where a date came from, in Jekyll's words. */
export type DateOrigin = 'front matter defaults' | 'YAML front matter' | 'filename';

/** A date Ruby cannot read. */
export class InvalidDateError extends Error {
  constructor(
    readonly text: string,
    readonly origin: DateOrigin,
  ) {
    super(`Invalid date '${text}'`);
  }
}

/** Front matter of which no document can be made, in Ruby's words where it has some. */
export class FrontMatterError extends Error {
  /** @param key whose value it is, `null` when it is all of it */
  constructor(
    message: string,
    readonly key: string | null = null,
  ) {
    super(message);
  }
}

/** Lays values over the data, in place: categories are added to those there are, a date becomes local time. */
export function mergeData(data: RubyHash, layer: RubyHash, origin: DateOrigin, now: RubyTime): void {
  const categories = unitedCategories(data.get('categories') ?? null, layer.get('categories') ?? null);
  deepMergeInto(data, layer);
  if (categories !== null) data.set('categories', categories);
  const date = data.get('date');
  if (date !== undefined && !isLocalSecond(date)) data.set('date', localDate(date, origin, now));
}

function unitedCategories(own: Value, layer: Value): Value {
  const added = typeof layer === 'string' ? splitWords(layer) : layer;
  if (!Array.isArray(own) || added === null) return added;
  if (!Array.isArray(added))
    throw new FrontMatterError(`no implicit conversion of ${conversionName(added)} into Array`, 'categories');
  return unique([...own, ...added]);
}

/** Whether the value is what parsing it again would give. */
function isLocalSecond(date: Value): boolean {
  return date instanceof RubyTime && date.zone === 'local' && date.nanoseconds === 0;
}

function localDate(value: Value, origin: DateOrigin, now: RubyTime): RubyTime {
  const time = parseDateValue(value, now);
  if (time === null) throw new InvalidDateError(toS(value), origin);
  return time;
}

/** Names of the folders above the special one: `es/_posts/a.md` is in category `es`, `_posts/es/a.md` in none. */
export function categoriesFromPath(path: string, folder: string): string[] {
  if (path.startsWith(folder)) return [];
  const name = fileNameOf(path);
  const special = path.indexOf(folder);
  const above = special === -1 ? path : path.slice(0, special);
  return above.split('/').filter((part) => part !== '' && part !== folder && part !== name);
}

/** What a file's name says. */
export interface NameParts {
  /** As written, e.g. `2024-1-5`. */
  readonly date: string | null;
  readonly slug: string;
  readonly extension: string | null;
}

const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

/** The date, slug and extension in a file's name; `null` for a name without a date or an extension. */
export function datedName(path: string): NameParts | null {
  const match = DATED_NAME.exec(fileNameOf(path));
  return match && { date: match[1]!, slug: match[2]!, extension: match[3]! };
}

/** Without a date the extension is looked for in the whole path: `v1.0/index` has the slug `v1` and the extension `.0/index`. */
function nameParts(path: string): NameParts {
  const dated = datedName(path);
  if (dated) return dated;
  const dot = path.lastIndexOf('.');
  if (dot === -1 || dot === path.length - 1) return { date: null, slug: basenameOf(path), extension: null };
  return { date: null, slug: path.slice(path.lastIndexOf('/', dot) + 1, dot), extension: path.slice(dot) };
}

/** The build's moment, which stands for no date, and the present one. */
interface Clocks {
  readonly time: RubyTime;
  readonly now: RubyTime;
}

/** Date, title, slug and extension from the file's name, where front matter gives none. */
export function addTitle(data: RubyHash, path: string, clocks: Clocks): void {
  const { date, slug, extension } = nameParts(path);
  if (date !== null && isUndated(data, clocks.time)) {
    mergeData(data, new Map<Value, Value>([['date', date]]), 'filename', clocks.now);
  }
  const clean = withoutTrailingDots(slug);
  setIfAbsent(data, 'title', titleFrom(clean));
  setIfAbsent(data, 'slug', clean);
  setIfAbsent(data, 'ext', extension);
}

function isUndated(data: RubyHash, time: RubyTime): boolean {
  const date = data.get('date');
  return !(date instanceof RubyTime) || date.seconds === time.seconds;
}

function setIfAbsent(data: RubyHash, key: string, value: Value): void {
  if (!isTruthy(data.get(key) ?? null)) data.set(key, value);
}

/** `my-first-POST` becomes `My First Post` (`Utils.titleize_slug`). */
function titleFrom(slug: string): string {
  return slug.replace(/-+$/, '').split('-').map(capitalize).join(' ');
}

/** `category`, `categories`, `tag` and `tags` brought to two lists; categories are added once more as text. */
export function addCategoriesAndTags(data: RubyHash): void {
  // A list since the document's folders were read, but for what a hook wrote.
  const known = data.get('categories') ?? [];
  const own = Array.isArray(known) ? known : [known];
  const all = [...own, ...pluralized(data, 'category', 'categories')].map(toS);
  // Copies: lists that have grown keep room to grow on, and there may be many posts.
  data.set('categories', unique([...own, ...all]).slice());
  data.set('tags', pluralized(data, 'tag', 'tags').slice());
}

/** The singular key's value as it is, else the plural's, a text there cut at white space (`Utils.pluralized_array_from_hash`). */
function pluralized(data: RubyHash, singular: string, plural: string): Value[] {
  const one = data.get(singular) ?? null;
  if (isTruthy(one)) return flat(one).filter((item) => item !== null);
  const value = data.get(plural) ?? null;
  if (typeof value === 'string') return splitWords(value);
  return Array.isArray(value) ? flat(value).filter((item) => item !== null) : [];
}

function flat(value: Value): Value[] {
  if (!Array.isArray(value)) return [value];
  return value.some(Array.isArray) ? value.flatMap(flat) : value;
}

function unique<T extends Value>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
