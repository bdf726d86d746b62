/** Collections other than posts (Jekyll 4.4.1, `Collection#read`). */
import type { CollectionConfig } from '../model/config.js';
import type { Document, StaticFile } from '../model/page.js';
import type { Collection } from '../model/site.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { orderDocuments } from './collection-order.js';
import { makeDocument } from './document.js';
import { EMPTY_HEADER } from './front-matter.js';
import { isKept, keepingDocument, keepStatic, keptItem } from './made-text.js';
import { noteBareText, noteDocument, noteLostHeader } from './note-left-out.js';
import type { ReadContext } from './read-context.js';
import { isReadable, scan } from './scan.js';
import { makeStaticFile } from './static.js';

/** A collection of what lies in its folder: files with front matter are documents, the others static. */
export function readCollection(config: CollectionConfig, context: ReadContext): Collection {
  const collection = emptyCollection(config, context);
  const documents: Document[] = [];
  const files: StaticFile[] = [];
  for (const entry of collectionFiles(collection, context)) {
    const path = joinPaths(collection.relativeDirectory, entry);
    const item = context.failures.attempt(
      path,
      () => readItem(entry, collection, context),
      () => brokenItem(entry, collection, context),
    );
    if (item?.kind === 'document' && config.output) noteDocument(item, context);
    if (item?.kind === 'static') files.push(item);
    else if (item && isListed(item, context)) documents.push(item);
  }
  return { ...collection, documents: orderDocuments(documents, config, context.reporter), files };
}

function readItem(entry: string, collection: Collection, context: ReadContext): Document | StaticFile | null {
  const { config, directory, relativeDirectory } = collection;
  const absolutePath = joinPaths(directory, entry);
  const sourcePath = pathWithin(context.config.directories.source, absolutePath);
  const place = { path: sourcePath, absolutePath };
  const path = joinPaths(relativeDirectory, entry);
  const kept = keptItem(place, path, config, context);
  if (kept !== null) return kept;
  const { bytes, start, ...source } = context.reader.readIfHeader(sourcePath, absolutePath);
  if (bytes === null) {
    const isNoted = config.output && noteBareText(source.file, start, context);
    if (!isNoted) keepStatic(source, config, context);
    return makeStaticFile(source.file, path, config, context);
  }
  return keepingDocument({ ...source, bytes }, config, context, () => {
    const made = makeDocument({ file: source.file, bytes, path, collection: config }, context);
    return made?.isWritten ? noteLostHeader(made, context) : made;
  });
}

function brokenItem(entry: string, collection: Collection, context: ReadContext): Document | null {
  const { config, directory, relativeDirectory } = collection;
  const absolutePath = joinPaths(directory, entry);
  const sourcePath = pathWithin(context.config.directories.source, absolutePath);
  const { file } = context.reader.readIfHeader(sourcePath, absolutePath);
  const path = joinPaths(relativeDirectory, entry);
  return makeDocument({ file, bytes: EMPTY_HEADER, path, collection: config }, context);
}

function isListed(document: Document, context: ReadContext): boolean {
  const { unpublished } = context.config;
  return unpublished || isKept(document, context) || document.data.get('published') !== false;
}

/** The collection before anything is read. */
export function emptyCollection(config: CollectionConfig, context: ReadContext): Collection {
  const relativeDirectory = `_${config.label}`;
  const directory = joinPaths(context.config.directories.collections, relativeDirectory);
  return { label: config.label, config, directory, relativeDirectory, documents: [], files: [] };
}

/** Dot files are seen; the filter gets paths relative to the collection's folder. */
function collectionFiles(collection: Collection, context: ReadContext): string[] {
  if (!isReadable(collection.directory, context)) return [];
  const { filter, reporter } = context;
  const { report } = reporter;
  const entries = scan(collection.directory, { accepts: () => true, followsLinks: false, report });
  return entries
    .filter(({ isFolder }) => !isFolder)
    .map(({ path }) => path)
    .filter((path) => filter.accepts(path, collection.relativeDirectory, collection.directory));
}
