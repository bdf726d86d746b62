/** The order of a collection's documents (Jekyll 4.4.1, `Document#<=>`, `Collection#sort_docs!`). */
import type { CollectionConfig } from '../model/config.js';
import type { Document } from '../model/page.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { compare } from '../ruby/compare.js';
import { joinPaths } from '../ruby/file-path.js';
import { mergeSort } from '../ruby/merge-sort.js';
import { compareAsRead } from '../site/document-order.js';

/** By date, then by path; documents of which one has no date go by path alone. */
export function sortDocuments(documents: readonly Document[]): Document[] {
  // Listings come so where names begin with dates; without a date here and there comparisons may contradict each other.
  const isInOrder = documents.every(
    (document, index) =>
      document.isDated && (index === 0 || compareAsRead(documents[index - 1]!, document) <= 0),
  );
  return isInOrder ? [...documents] : mergeSort(documents, compareAsRead);
}

/** In the order the collection's section asks for: `order`, else `sort_by`, else by date. */
export function orderDocuments(
  documents: readonly Document[],
  collection: CollectionConfig,
  reporter: Reporter,
): Document[] {
  if (collection.order !== null)
    return listedFirst(sortDocuments(documents), collection.order, collection.label);
  if (collection.sortBy !== null) return sortByKey(documents, collection.sortBy, reporter);
  return sortDocuments(documents);
}

/** Documents named in `order` come first, in its order. */
function listedFirst(documents: readonly Document[], order: readonly string[], label: string): Document[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const listed = new Set<Document>();
  for (const entry of order) {
    const document = byPath.get(joinPaths(`_${label}`, entry));
    if (document) listed.add(document);
  }
  return [...listed, ...documents.filter((document) => !listed.has(document))];
}

/** By a front matter key; documents without it come last, and are told of once each. */
function sortByKey(documents: readonly Document[], key: string, reporter: Reporter): Document[] {
  const keyless = new Set<Document>();
  const sorted = mergeSort(documents, (a, b) => {
    const [left, right] = [a.data.get(key) ?? null, b.data.get(key) ?? null];
    if ((left === null) !== (right === null)) {
      keyless.add(left === null ? a : b);
      return left === null ? 1 : -1;
    }
    return compare(left, right) || compareAsRead(a, b);
  });
  for (const document of keyless) reporter.report(messages.sortKeyMissing(key, document.path));
  return sorted;
}
