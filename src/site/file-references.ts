/** `FileReference`s in a site's data and front matter, and what templates see in their place. */

import type { Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { FileReference } from './file-reference.js';

/**
 * The site with lists and mappings of its own wherever a reference stands in them, to be filled by `resolveReferences`: the same site may be
 * rendered more than once, each time with other drops.
 */
export function detachReferences(site: Site): Site {
  if (!site.holdsReferences) return site;
  const detached = <T extends Renderable>(file: T): T =>
    holdsReference(file.data) ? { ...file, data: copyOf(file.data) as RubyHash } : file;
  return {
    ...site,
    data: copyOf(site.data) as RubyHash,
    pages: site.pages.map(detached),
    collections: new Map(
      [...site.collections].map(([label, collection]) => [
        label,
        { ...collection, documents: collection.documents.map(detached) },
      ]),
    ),
  };
}

/** Puts what templates see of files in the place of the references to them; `nil` where a file has gone. */
export function resolveReferences(site: Site, seenAs: (id: string) => Value): void {
  if (!site.holdsReferences) return;
  fill(site.data, seenAs);
  for (const { data } of site.pages) if (holdsReference(data)) fill(data, seenAs);
  for (const { documents } of site.collections.values()) {
    for (const { data } of documents) if (holdsReference(data)) fill(data, seenAs);
  }
}

function holdsReference(value: Value | undefined): boolean {
  if (value instanceof FileReference) return true;
  if (Array.isArray(value)) return value.some(holdsReference);
  return value instanceof Map && [...value.values()].some(holdsReference);
}

function copyOf(value: Value): Value {
  if (!holdsReference(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return value instanceof Map ? new Map([...value].map(([key, item]) => [key, copyOf(item)])) : value;
}

function fill(value: Value, seenAs: (id: string) => Value): void {
  const filled = (item: Value): Value => {
    if (item instanceof FileReference) return seenAs(item.id);
    fill(item, seenAs);
    return item;
  };
  if (Array.isArray(value)) value.splice(0, value.length, ...value.map(filled));
  else if (value instanceof Map && holdsReference(value))
    for (const [key, item] of value) value.set(key, filled(item));
}
