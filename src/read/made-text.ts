/** Pages and documents as records, and made of records again: see `restored-item.ts`. */
import type { CollectionConfig } from '../model/config.js';
import type { Document, Page, StaticFile } from '../model/page.js';
import type { SourceFile } from '../model/source-file.js';
import { valueText } from '../reuse/value-text.js';
import { RubyTime, timeFromMilliseconds } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import { hasLiquidBytes } from '../site/has-liquid.js';
import { extensionOf, isYaml } from '../url/extension.js';
import type { ReadSource } from './file-reader.js';
import { dataOf, type MadeText } from './kept-sources.js';
import { isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { documentOf, pageOf } from './restored-item.js';
import { makeStaticFile } from './static.js';

/** The role of files that are no document's. */
const PAGES = 'pages';

/** Where a file is: from the source folder, and on the disk. */
export type Place = Pick<SourceFile, 'path' | 'absolutePath'>;

/**
 * What a file in a collection is, if it is as it was; `null` when it must be read.
 *
 * @param path as the collection knows it
 */
export function keptItem(
  { path: sourcePath, absolutePath }: Place,
  path: string,
  collection: CollectionConfig,
  context: ReadContext,
): Document | StaticFile | null {
  const found = context.kept?.find(roleOf(collection), sourcePath, absolutePath) ?? null;
  if (found === null) return null;
  const { file, stamp, made } = found;
  if (made.kind === 'static') return makeStaticFile(file, path, collection, context);
  if (made.defaults !== defaultsText(path, collection.label, context)) return null;
  const document = documentOf({ file, stamp, made }, path, collection, context);
  context.kept!.made(document, roleOf(collection), made);
  return document;
}

/** The same of a file outside collections. */
export function keptFile({ path, absolutePath }: Place, context: ReadContext): Page | StaticFile | null {
  const found = context.kept?.find(PAGES, path, absolutePath) ?? null;
  if (found === null) return null;
  const { file, stamp, made } = found;
  if (made.kind === 'static') return makeStaticFile(file, `/${path}`, null, context);
  if (made.defaults !== defaultsText(path, PAGES, context)) return null;
  const page = pageOf({ file, stamp, made }, context);
  context.kept!.made(page, PAGES, made);
  return page;
}

/** Whether the next build may take over what was made. */
export function isKept(file: Page | Document, { kept }: ReadContext): boolean {
  return kept !== null && kept.recordOf(file) !== null;
}

/** Makes a document, and keeps what came of it where nothing had to be told, which would have to be told again. */
export function keepingDocument(
  source: ReadSource,
  collection: CollectionConfig,
  context: ReadContext,
  make: () => Document | null,
): Document | null {
  const { kept, config, time } = context;
  const [document, isQuiet] = quietly(context, make);
  if (kept === null || document === null || !isQuiet) return document;
  const { path, data } = document;
  if (isYaml(extensionOf(path)) || !isPublishable(data, config)) return document;
  const own = ownDate(document);
  // A date that is the build's moment was none; that of a draft's file is another one when the file is touched.
  const isOfFile = document.isDraft && own?.seconds === fileTime(source.file).seconds;
  if (own?.seconds === time.seconds || isOfFile) return document;
  const { extension, isDated, isDraft, slug, hasExcerpt } = document;
  const made: MadeText = {
    kind: 'document',
    data: dataOf(data),
    bodyLine: document.bodyLine,
    mayHoldLiquid: mayHoldLiquid(source.bytes, config.encoding),
    defaults: defaultsText(path, collection.label, context),
    address: null,
    document: { extension, isDated, isDraft, slug, hasExcerpt, date: own },
  };
  kept.note(roleOf(collection), source, document, made);
  return document;
}

/** The same for a page. */
export function keepingPage(source: ReadSource, context: ReadContext, make: () => Page): Page {
  const { kept, config } = context;
  const [page, isQuiet] = quietly(context, make);
  if (kept === null || !isQuiet || !isPublishable(page.frontMatter, config)) return page;
  const made: MadeText = {
    kind: 'page',
    data: dataOf(page.frontMatter),
    bodyLine: page.bodyLine,
    mayHoldLiquid: mayHoldLiquid(source.bytes, config.encoding),
    defaults: defaultsText(page.path, PAGES, context),
    address: null,
    document: null,
  };
  kept.note(PAGES, source, page, made);
  return page;
}

/** Keeps that a file has no front matter. */
export function keepStatic(
  source: Omit<ReadSource, 'bytes'>,
  collection: CollectionConfig | null,
  { kept }: ReadContext,
): void {
  const role = collection === null ? PAGES : roleOf(collection);
  kept?.noteStatic(role, source);
}

function roleOf({ label }: CollectionConfig): string {
  return `collection ${label}`;
}

/** What is made, and whether nothing had to be told or noted of it. */
function quietly<T>({ told }: ReadContext, make: () => T): readonly [T, boolean] {
  const before = told.count;
  const made = make();
  return [made, told.count === before];
}

function fileTime({ modifiedAt }: SourceFile): RubyTime {
  return timeFromMilliseconds(modifiedAt);
}

/** What the document's data say. */
function ownDate({ data, isDated }: Document): RubyTime | null {
  const date = data.get('date');
  return isDated && date instanceof RubyTime ? date : null;
}

/** Whether there may be Liquid in a file: only of encodings that have ASCII in them it can be said that there is none. */
function mayHoldLiquid(bytes: Buffer, encoding: string): boolean {
  return !/^(?:utf-8|us-ascii|iso-8859-)/i.test(encoding) || hasLiquidBytes(bytes);
}

const texts = new WeakMap<RubyHash, string>();

/** Many files have the same. */
function defaultsText(path: string, type: string, { defaults }: ReadContext): string {
  const values = defaults.valuesFor(path, type);
  let text = texts.get(values);
  if (text === undefined) texts.set(values, (text = valueText(values)));
  return text;
}
