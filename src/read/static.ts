/** Files copied as they are (Jekyll 4.4.1, `StaticFile`). */
import type { CollectionConfig } from '../model/config.js';
import type { StaticFile } from '../model/page.js';
import type { SourceFile } from '../model/source-file.js';
import { isTruthy } from '../ruby/value.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';
import type { ReadContext } from './read-context.js';

/**
 * The record of a file without front matter.
 *
 * @param path as templates see it: `/assets/logo.png`, in a collection `_recipes/plate.jpg`
 */
export function makeStaticFile(
  file: SourceFile,
  path: string,
  collection: CollectionConfig | null,
  context: ReadContext,
): StaticFile {
  const name = fileNameOf(path);
  const data = context.defaults.valuesFor(path, collection?.label ?? null);
  const { collectionFilesNeedOutput } = context.config.generation;
  const published = data.get('published') ?? true;
  return {
    kind: 'static',
    id: `static:${file.path}`,
    source: file,
    path,
    collection: collection?.label ?? null,
    data,
    name,
    basename: basenameOf(name),
    extension: extensionOf(name),
    isWritten:
      isTruthy(published) && (collection === null || collection.output || !collectionFilesNeedOutput),
    url: '',
    outputPath: '',
  };
}
