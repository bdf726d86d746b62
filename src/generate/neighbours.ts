import type { Site } from '../model/site.js';

/** Links each document with the one before and the one after it in its collection's order: `page.previous`, `page.next`. */
export function linkNeighbours(site: Site): void {
  for (const { documents } of site.collections.values()) {
    documents.forEach((document, index) => {
      document.previousId = documents[index - 1]?.id ?? null;
      document.nextId = documents[index + 1]?.id ?? null;
    });
  }
}
