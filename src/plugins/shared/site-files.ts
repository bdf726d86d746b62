import type { Document } from '../../model/page.js';
import type { Site } from '../../model/site.js';

/** Documents of all collections that become files (Jekyll 4.4.1, `Site#docs_to_write`). */
export function writtenDocuments(site: Site): readonly Document[] {
  return [...site.collections.values()].flatMap(({ documents }) =>
    documents.filter(({ isWritten }) => isWritten),
  );
}
