/** A post or another collection's file with front matter (Jekyll 4.4.1, `Document`). */
import type { CollectionConfig } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Document } from '../model/page.js';
import type { SourceFile } from '../model/source-file.js';
import * as messages from '../report/messages.js';
import { withoutByteOrderMark } from '../ruby/string.js';
import { RubyTime, timeFromMilliseconds } from '../ruby/time/time.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { loadYaml, YamlError, type YamlWarn } from '../ruby/yaml/yaml.js';
import { basenameOf, extensionOf, fileNameOf, isYaml } from '../url/extension.js';
import {
  addCategoriesAndTags,
  addTitle,
  categoriesFromPath,
  FrontMatterError,
  InvalidDateError,
  mergeData,
} from './document-data.js';
import { decodeText } from './file-reader.js';
import { parseHeader, splitFrontMatter } from './front-matter.js';
import { isHiddenInFuture, isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { reject } from './reject.js';
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
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * The document in a file; `null` for one that is not text, and for a post that is all data.
 *
 * @throws SiteError for a date that is none, and for bad YAML under `strict_front_matter`
 */
export function makeDocument(source: DocumentSource, context: ReadContext): Document | null {
  const { file, path, collection } = source;
  const liesAmongDrafts = collection.label === 'posts' && !path.includes('_posts');
  const text = isYaml(extensionOf(path))
    ? readYamlDocument(source, context)
    : readDocument(source, liesAmongDrafts, context);
  if (text === null) return null;
  const { data } = text;
  const isDraft = liesAmongDrafts || isTruthy(data.get('draft') ?? null);
  const date = settleDate(source, data, isDraft, context);
  return {
    kind: 'document',
    id: `${collection.label}:${path}`,
    source: file,
    path,
    ...text,
    name: fileNameOf(path),
    extension: extensionOf(path),
    url: '',
    outputPath: '',
    collection: collection.label,
    date,
    isDated: data.get('date') instanceof RubyTime,
    isDraft,
    slug: basenameOf(path).replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, ''),
    isWritten: collection.output && isPublished(data, date, context),
    previousId: null,
    nextId: null,
  };
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
  const text = withoutByteOrderMark(bytes.toString('utf8'));
  try {
    const value = loadYaml(text, warnOfYaml(file, text, context));
    if (collection.label === 'posts') return null;
    if (value instanceof Map) return { data: value, body: '', bodyLine: 1 };
    if (value === false || value === null) return { data: new Map(), body: '', bodyLine: 1 };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = { file: file.path, line: error.line, column: error.column, text };
    throw new SiteError(messages.badDataFile(error.message, file.absolutePath, place));
  }
  throw new SiteError(messages.frontMatterNotMapping(file.absolutePath, { file: file.path, line: 1, text }));
}

function readDocument(source: DocumentSource, isDraft: boolean, context: ReadContext): DocumentText | null {
  const { file, path, collection } = source;
  const text = decodeText(source.bytes, context.config.encoding);
  if (text === null) {
    reject(
      messages.unreadableFile('invalid byte sequence in UTF-8', file.absolutePath, { file: file.path }),
      context,
    );
    context.reporter.debug('Skipping:', `${path} is not valid UTF-8`);
    return null;
  }
  const data = initialData(path, isDraft, collection);
  const { header, body, bodyLine } = splitFrontMatter(text);
  try {
    mergeData(
      data,
      context.defaults.valuesFor(path, collection.label),
      'front matter defaults',
      context.time,
    );
    if (header !== null) mergeHeader(data, header, warnOfYaml(file, text, context), context);
    addTitle(data, path, context.time);
    addCategoriesAndTags(data);
  } catch (error) {
    reject(explain(error, source, text), context);
  }
  return { data, body, bodyLine };
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
  mergeData(data, value, 'YAML front matter', context.time);
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
    const place = { file: file.path, line: 1, text };
    return { ...messages.unreadableFile(error.message, file.absolutePath, place), severity: 'warning' };
  }
  if (error instanceof InvalidDateError) {
    const isFromName = error.origin === 'filename';
    const line = isFromName ? undefined : lineOfKey(text, 'date');
    const place = { file: file.path, line, text };
    throw new SiteError(messages.invalidDate(error.text, path, file.absolutePath, isFromName, place));
  }
  throw error;
}

/** The first line that begins with the key, 1-based. */
function lineOfKey(text: string, key: string): number | undefined {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index === -1 ? undefined : index + 1;
}
