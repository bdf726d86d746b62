/** Tags, categories and locales of documents, each of which may be several in one text (`PaginationIndexer`, `AutoPages::Utils`). */
import type { Document } from '../../model/page.js';
import { downcase, strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';

/** What parts the keys in one text, but for white space. */
const SEPARATOR = /[;,]/;
/** The same, white space too. */
const SEPARATOR_OR_SPACE = /[;,\t\n\v\f\r ]/;

/** The keys as they are written, white space around them too. Numbers in a list, over which autopages stumble, are their digits. */
export function writtenKeys(document: Document, attribute: string): readonly string[] {
  return keysIn(document.data.get(attribute) ?? null);
}

/** The keys in a value of front matter; a text is parted at white space, too. */
export function keysIn(value: Value): readonly string[] {
  if (value === null || strip(toS(value)) === '') return [];
  const items = typeof value === 'string' ? parts(value, SEPARATOR_OR_SPACE) : listOf(value);
  return items.flatMap((item) => parts(strip(toS(item)), SEPARATOR));
}

/** The keys a listing asks for, e.g. `news, tech`, ready to be looked up. */
export function wantedKeys(value: Value): readonly string[] {
  const items = typeof value === 'string' ? parts(value, SEPARATOR) : listOf(value);
  return items.map((item) => lookupKey(toS(item)));
}

/** Labels of collections in one text or a list, ready to be looked up. */
export function wantedCollections(value: Value): readonly string[] {
  const items = typeof value === 'string' ? parts(value, SEPARATOR_OR_SPACE) : listOf(value);
  return items.map((item) => lookupKey(toS(item)));
}

/** The form in which keys are the same: without capitals and white space around. */
export function lookupKey(written: string): string {
  return strip(downcase(written));
}

function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return value instanceof Map ? [...value] : [value];
}

/** Ruby's `split`: without the empty parts at the end. */
function parts(text: string, separator: RegExp): string[] {
  const found = text.split(separator);
  while (found.length > 0 && found.at(-1) === '') found.pop();
  return found;
}
