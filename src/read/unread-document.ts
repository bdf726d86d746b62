import type { Document } from '../model/page.js';
import { timeFromMilliseconds } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';
import type { DocumentSource } from './document.js';
import type { ReadContext } from './read-context.js';

/** The document as `post_init` hooks see it: what is known before its file is read (Jekyll 4.4.1, `Document#initialize`). */
export function unreadDocument(
  { file, path, collection }: DocumentSource,
  data: RubyHash,
  isDraft: boolean,
  context: ReadContext,
): Document {
  return {
    kind: 'document',
    id: `${collection.label}:${path}`,
    source: file,
    path,
    data,
    body: '',
    bodyLine: 1,
    hasExcerpt: false,
    name: fileNameOf(path),
    extension: extensionOf(path),
    url: '',
    outputPath: '',
    collection: collection.label,
    date: isDraft ? timeFromMilliseconds(file.modifiedAt) : context.time,
    isDated: false,
    isDraft,
    slug: basenameOf(path),
    isWritten: collection.output,
    previousId: null,
    nextId: null,
  };
}
