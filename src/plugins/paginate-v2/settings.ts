import { SiteError } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { numeric } from '../../ruby/compare.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import { inspect } from '../../ruby/inspect.js';
import { leadingInteger } from '../../ruby/integer.js';
import type { RubyHash, Value } from '../../ruby/value.js';

/** What stands for `pagination:` where neither the site nor the page says otherwise. */
const PAGINATION: RubyHash = new Map<Value, Value>([
  ['enabled', false],
  // One, a list, or several in one text.
  ['collection', 'posts'],
  // So many are left out at the end of the sorted list, before it is turned round.
  ['offset', 0],
  // From 1.
  ['per_page', 10],
  // Behind the first page's address; `:num` and `:max` are filled in.
  ['permalink', '/page:num/'],
  // Of the pages after the first; `:title`, `:num` and `:max` are filled in.
  ['title', ':title - page :num'],
  ['page_num', 1],
  ['sort_reverse', false],
  // Keys of mappings inside each other are parted by colons.
  ['sort_field', 'date'],
  // Most pages of one listing; 0 for any number.
  ['limit', 0],
  // Neighbours that a page's list of pages shows before and after it.
  [
    'trail',
    new Map<Value, Value>([
      ['before', 0],
      ['after', 0],
    ]),
  ],
  ['indexpage', null],
  ['extension', 'html'],
  ['debug', false],
  ['legacy', false],
]);

/** What stands for `autopages:` where the site does not say otherwise. */
const AUTOPAGES: RubyHash = new Map<Value, Value>([
  ['enabled', false],
  ['tags', autopages('autopage_tags.html', 'Posts tagged with :tag', '/tag/:tag')],
  ['categories', autopages('autopage_category.html', 'Posts in category :cat', '/category/:cat')],
  ['collections', autopages('autopage_collection.html', 'Posts in collection :coll', '/collection/:coll')],
]);

function autopages(layout: string, title: string, permalink: string): RubyHash {
  return new Map<Value, Value>([
    // Files in the site's folder of layouts: each makes a page.
    ['layouts', [layout]],
    ['title', title],
    ['permalink', permalink],
    ['enabled', true],
    [
      'slugify',
      new Map<Value, Value>([
        // A mode of `slugify`; `none` only lowers the letters.
        ['mode', 'none'],
        ['cased', false],
      ]),
    ],
  ]);
}

/** `pagination:` of the site over what the gem has for it. */
export function paginationSettings(site: RubyHash): RubyHash {
  return deepMerge(PAGINATION, mappingOf(site.get('pagination'), 'pagination'));
}

/** `autopages:` of the site over what the gem has for it. */
export function autopageSettings(site: RubyHash): RubyHash {
  return deepMerge(AUTOPAGES, mappingOf(site.get('autopages'), 'autopages'));
}

/** A mapping; an empty one for nothing. */
export function mappingOf(value: Value | undefined, key: string): RubyHash {
  if (value === undefined || value === null || value === false) return new Map();
  return value instanceof Map ? value : wrong(key, 'a mapping', value);
}

/** The text under a key. */
export function textOf(settings: RubyHash, key: string): string {
  const value = settings.get(key) ?? null;
  return typeof value === 'string' ? value : wrong(key, 'a text', value);
}

/** The whole number under a key, as `to_i` makes it of a number, a text or nothing. */
export function integerUnder(settings: RubyHash, key: string): number {
  const value = settings.get(key) ?? null;
  if (value === null) return 0;
  if (typeof value === 'string') return Number(leadingInteger(value));
  const number = numeric(value);
  return number === null ? wrong(key, 'a whole number', value) : Math.trunc(Number(number));
}

/** Ends the build over a value with which the gem ends in an error of Ruby's. */
export function wrong(key: string, expected: string, value: Value): never {
  throw new SiteError(messages.paginationSetting(key, expected, inspect(value)));
}
