/** Pages and documents made of records of the last build, without a look into their files. */
import type { CollectionConfig } from '../model/config.js';
import type { Document, Page } from '../model/page.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { timeFromMilliseconds } from '../ruby/time/time.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';
import { type FoundFile, KeptBody, type MadeText } from './kept-sources.js';
import { isHiddenInFuture } from './publish.js';
import type { ReadContext } from './read-context.js';

/** A file with its record. */
export interface FoundText extends Pick<FoundFile, 'file' | 'stamp'> {
  readonly made: MadeText;
}

/** The document of a record of the last build. @param path as the collection knows it */
export function documentOf(
  { file, stamp, made }: FoundText,
  path: string,
  { label, output }: CollectionConfig,
  { config, time }: ReadContext,
): Document {
  const { date: own, ...rest } = made.document!;
  const date = own ?? (rest.isDraft ? timeFromMilliseconds(file.modifiedAt) : time);
  const document: Omit<Document, 'data'> & OfRecord = {
    kind: 'document',
    id: `${label}:${path}`,
    source: file,
    path,
    body: new KeptBody(file.absolutePath, stamp, config.encoding, made.mayHoldLiquid),
    bodyLine: made.bodyLine,
    hasExcerpt: rest.hasExcerpt,
    name: fileNameOf(path),
    extension: rest.extension,
    url: '',
    outputPath: '',
    collection: label,
    date,
    isDated: rest.isDated,
    isDraft: rest.isDraft,
    slug: rest.slug,
    isWritten: output && !isHiddenInFuture(date, time, config),
    previousId: null,
    nextId: null,
    [RECORD]: made,
  };
  return Object.defineProperty(document, 'data', DATA) as typeof document & Pick<Document, 'data'>;
}

const RECORD = Symbol('record');

interface OfRecord {
  readonly [RECORD]: MadeText;
}

/** Data that are read when somebody asks: of most documents nobody does. A getter of each one's own would cost 1.5 KB apiece. */
const DATA: PropertyDescriptor & ThisType<OfRecord> = {
  enumerable: true,
  configurable: true,
  get() {
    return this[RECORD].data.value();
  },
};

/** The same of a page. */
export function pageOf({ file, stamp, made }: FoundText, { config, defaults }: ReadContext): Page {
  const { path } = file;
  const name = fileNameOf(path);
  const frontMatter = made.data.value();
  return {
    kind: 'page',
    id: `page:${path}`,
    source: file,
    path,
    data: deepMerge(defaults.valuesFor(path, 'pages'), frontMatter),
    frontMatter,
    body: new KeptBody(file.absolutePath, stamp, config.encoding, made.mayHoldLiquid),
    bodyLine: made.bodyLine,
    name,
    extension: extensionOf(name),
    url: '',
    outputPath: '',
    dir: `/${path.slice(0, path.length - name.length)}`,
    basename: basenameOf(name),
  };
}
