/** A post or another collection's file with front matter (Jekyll 4.4.1, `Document`). */
import type { CollectionConfig } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import type { Document } from '../model/page.js';
import type { SourceFile } from '../model/source-file.js';
import { withBadByte } from '../report/bad-byte.js';
import * as messages from '../report/messages.js';
import { decodeText, readAs } from '../ruby/encoding.js';
import { firstKeptByte } from '../ruby/kept-bytes.js';
import { RubyTime, timeFromMilliseconds } from '../ruby/time/time.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { keyPosition } from '../ruby/yaml/key-position.js';
import { decodeYaml, loadYaml, YamlError, type YamlWarn } from '../ruby/yaml/yaml.js';
import { basenameOf, extensionOf, fileNameOf, isYaml } from '../url/extension.js';
import { checkValues } from './check-values.js';
import {
  addCategoriesAndTags,
  addTitle,
  categoriesFromPath,
  FrontMatterError,
  InvalidDateError,
  mergeData,
} from './document-data.js';
import { parseHeader, splitAndHold } from './front-matter.js';
import { isHiddenInFuture, isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { reject } from './reject.js';
import { unreadDocument } from './unread-document.js';
import { warnOfYaml } from './warn-of-yaml.js';

/** A document's file before it is understood. */
export interface DocumentSource {
  readonly file: SourceFile;
  readonly bytes: Buffer;
  /** Relative to the folder of the collections, e.g. `es/_posts/2024-01-01-hello.md`. */
  readonly path: string;
  readonly collection: CollectionConfig;
}

/** What was read of a document, as far as it could be. */
interface DocumentText {
  readonly data: RubyHash;
  /** The data before file name and folders had their say, and before lists were made of categories and tags. */
  readonly written: RubyHash;
  readonly body: string | HeldText;
  readonly bodyLine: number;
  readonly hasExcerpt: boolean;
}

/**
 * The document in a file; `null` for one that is not text, and for a post that is all data.
 *
 * @throws SiteError for a date that is none, and for bad YAML under `strict_front_matter`
 */
export function makeDocument(source: DocumentSource, context: ReadContext): Document | null {
  const { file, path, collection } = source;
  const liesAmongDrafts = collection.label === 'posts' && !path.includes('_posts');
  const initial = initialData(path, liesAmongDrafts, collection);
  context.postInit?.unreadDocument(
    unreadDocument(source, initial, liesAmongDrafts, context),
    context.defaults.valuesFor(path, collection.label),
  );
  const read = isYaml(extensionOf(path))
    ? readYamlDocument(source, context)
    : readDocument(source, initial, context);
  if (read === null) return null;
  const { data, written, body, bodyLine, hasExcerpt } = read;
  const isDraft = liesAmongDrafts || isTruthy(data.get('draft') ?? null);
  const date = settleDate(source, data, isDraft, context);
  const isWritten = collection.output && isPublished(data, date, context);
  if (isWritten) checkDocument(source, written, context);
  return {
    kind: 'document',
    id: `${collection.label}:${path}`,
    source: file,
    path,
    data,
    body,
    bodyLine,
    hasExcerpt,
    name: fileNameOf(path),
    extension: sameText(data.get('ext'), extensionOf(path)),
    url: '',
    outputPath: '',
    collection: collection.label,
    date,
    isDated: data.get('date') instanceof RubyTime,
    isDraft,
    slug: sameText(data.get('slug'), basenameOf(path).replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '')),
    isWritten,
    previousId: null,
    nextId: null,
  };
}

/** The text, as the object that stands for it already when there is one: there may be many documents. */
function sameText(known: Value | undefined, text: string): string {
  return known === text ? known : text;
}

/** Only of what is written: nothing else needs an address. */
function checkDocument(
  { file, bytes, collection }: DocumentSource,
  written: RubyHash,
  context: ReadContext,
): void {
  const owner = collection.label === 'posts' ? 'post' : 'document';
  checkValues(written, { owner, file: file.path, text: () => bytes.toString('utf8') }, context);
}

/**
 * The date, which for a draft without one is that of its file, for other documents the build's. Jekyll asks posts for it while it
 * reads them, unless future ones are welcome anyway, and so gives them one.
 */
function settleDate(
  source: DocumentSource,
  data: RubyHash,
  isDraft: boolean,
  context: ReadContext,
): RubyTime {
  const own = data.get('date');
  if (own instanceof RubyTime) return own;
  const date = isDraft ? timeFromMilliseconds(source.file.modifiedAt) : context.time;
  if (source.collection.label === 'posts' && !context.config.future) data.set('date', date);
  return date;
}

function isPublished(data: RubyHash, date: RubyTime, { config, time }: ReadContext): boolean {
  return isPublishable(data, config) && !isHiddenInFuture(date, time, config);
}

/** A YAML file is data through and through; among posts it has no content and is left out. */
function readYamlDocument(
  { file, bytes, collection }: DocumentSource,
  context: ReadContext,
): DocumentText | null {
  const text = decodeYaml(bytes);
  try {
    const value = loadYaml(text, warnOfYaml(file, text, context));
    if (collection.label === 'posts') return null;
    if (value instanceof Map) {
      return { data: value, written: value, body: '', bodyLine: 1, hasExcerpt: false };
    }
    if (value === false || value === null) {
      return { data: new Map(), written: new Map(), body: '', bodyLine: 1, hasExcerpt: false };
    }
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = { file: file.path, line: error.line, column: error.column, text };
    const diagnostic = messages.badDataFile(error.message, file.absolutePath, place);
    throw new SiteError(withBadByte(diagnostic, text, { encoding: 'UTF-8', setting: null }));
  }
  throw new SiteError(messages.frontMatterNotMapping(file.absolutePath, { file: file.path, line: 1, text }));
}

/** @param data what is known before the file is read; what is read is laid over it */
function readDocument(source: DocumentSource, data: RubyHash, context: ReadContext): DocumentText | null {
  const { path, collection } = source;
  const text = decodeText(source.bytes, context.config.encoding);
  const isText = firstKeptByte(text) === null;
  if (!isText) reject(describeBytes(source, text, context), context);
  if (!isText && collection.label === 'posts') {
    context.reporter.debug('Skipping:', `${path} is not valid UTF-8`);
    return null;
  }
  // Bytes that are no text fail Jekyll before it looks for front matter: all of them is the document's text.
  const { header, body, bodyLine } = isText
    ? splitAndHold(text, context.storage)
    : { header: null, body: text, bodyLine: 1 };
  let isRead = isText;
  let written: RubyHash = new Map();
  try {
    mergeData(data, context.defaults.valuesFor(path, collection.label), 'front matter defaults', context.now);
    if (header !== null) mergeHeader(data, header, warnOfYaml(source.file, text, context), context);
    written = new Map(data);
    if (isText) {
      addTitle(data, path, context);
      addCategoriesAndTags(data);
    }
  } catch (error) {
    isRead = false;
    reject(explain(error, source, text), context);
  }
  return { data, written, body, bodyLine, hasExcerpt: isRead };
}

/** Jekyll logs an error and builds the rest: a warning here. */
function describeBytes({ file }: DocumentSource, text: string, { config }: ReadContext): Diagnostic {
  const encoding = readAs(config.encoding);
  const reason = `invalid byte sequence in ${encoding}`;
  const diagnostic = messages.unreadableFile(reason, file.absolutePath, { file: file.path });
  return withBadByte({ ...diagnostic, severity: 'warning' }, text, { encoding, setting: 'encoding' });
}

/** Keys come in the order in which Jekyll comes to know them: whether it is a draft, and its folders, before anything else. */
function initialData(path: string, isDraft: boolean, collection: CollectionConfig): RubyHash {
  const folder = isDraft ? '_drafts' : `_${collection.label}`;
  return new Map<Value, Value>([
    ['draft', isDraft],
    ['categories', categoriesFromPath(path, folder)],
  ]);
}

function mergeHeader(data: RubyHash, header: string, warn: YamlWarn, context: ReadContext): void {
  const value = parseHeader(header, warn);
  if (value === null || value === false) return;
  if (!(value instanceof Map)) throw new FrontMatterError('Invalid YAML front matter');
  mergeData(data, value, 'YAML front matter', context.now);
}

/** What went wrong, for the user; a fault of ours is thrown on. */
function explain(error: unknown, { file, path }: DocumentSource, text: string): Diagnostic {
  if (error instanceof YamlError) {
    const place = { file: file.path, line: error.line, column: error.column, text };
    const diagnostic = messages.frontMatterInDocument(
      `(<unknown>): ${error.message}`,
      file.absolutePath,
      place,
    );
    if (error.isLimit) throw new SiteError({ ...diagnostic, severity: 'error' });
    return diagnostic;
  }
  if (error instanceof FrontMatterError) {
    const position = error.key === null ? { line: 1 } : keyPosition(text, [error.key]);
    const place = { file: file.path, ...position, text };
    return { ...messages.unreadableFile(error.message, file.absolutePath, place), severity: 'warning' };
  }
  if (error instanceof InvalidDateError) {
    const isFromName = error.origin === 'filename';
    const position = isFromName ? undefined : keyPosition(text, ['date']);
    const place = { file: file.path, ...position, text };
    throw new SiteError(messages.invalidDate(error.text, path, file.absolutePath, isFromName, place));
  }
  throw error;
}
