import type { Document } from '../../model/page.js';
import { compareInTemplates } from '../../site/document-order.js';

/** Documents by their keys, in order of appearance, each group newest first: the last in the order comes first. */
export function grouped<T>(
  documents: readonly Document[],
  keysOf: (document: Document) => readonly T[],
  order: (a: Document, b: Document) => number = compareInTemplates,
): Map<T, Document[]> {
  const groups = new Map<T, Document[]>();
  for (const document of documents) {
    for (const key of keysOf(document)) {
      const group = groups.get(key);
      if (group) group.push(document);
      else groups.set(key, [document]);
    }
  }
  for (const group of groups.values()) group.sort((a, b) => order(b, a));
  return groups;
}
