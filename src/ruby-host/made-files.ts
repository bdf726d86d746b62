/** Pages, documents and files that plugins made in Ruby, as the site has them. */
import { readFileSync, statSync } from 'node:fs';
import type { Document, Page, StaticFile } from '../model/page.js';
import type { Layout, Site } from '../model/site.js';
import type { SourceFile } from '../model/source-file.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { pathWithin } from '../ruby/file-path.js';
import { RubyTime } from '../ruby/time/time.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';

/** As the shim writes it of a file. */
export type FileRecord = RubyHash;

/** Front matter defaults, as generators are given them. */
export type DefaultsFor = (path: string, type?: string) => RubyHash;

/** The page behind a record. */
export function pageFrom(record: FileRecord, defaultsFor: DefaultsFor): Page {
  const text = textsOf(record);
  const name = text('name');
  const path = text('path');
  const frontMatter = record.get('data') as RubyHash;
  const url = record.get('url');
  const defaults = defaultsFor(path);
  const nulls = [...defaults.keys()].map((key): [Value, Value] => [key, null]);
  const folder = text('dir').replace(/^\/+|\/+$/g, '');
  return {
    kind: 'page',
    id: text('id'),
    source: null,
    path,
    data: deepMerge(defaults, frontMatter),
    // Classes that do without Jekyll's own beginning of a page have defaults in templates only.
    frontMatter: record.get('has_defaults') === true ? frontMatter : new Map([...nulls, ...frontMatter]),
    body: text('content'),
    bodyLine: 1,
    name,
    extension: text('ext'),
    url: '',
    outputPath: '',
    dir: folder === '' ? '/' : `/${folder}/`,
    basename: text('basename'),
    isInitialized: true,
    madeFor: text('class'),
    ...(typeof url === 'string' && { givenUrl: url }),
  };
}

/** The document behind a record. */
export function documentFrom(record: FileRecord, site: Site): Document {
  const text = textsOf(record);
  const [label, path, body] = [text('collection'), text('relative_path'), text('content')];
  const collection = site.collections.get(label);
  if (collection === undefined) throw new Error(`the collection ${label} is not in the configuration`);
  const data = record.get('data') as RubyHash;
  const date = data.get('date');
  const url = record.get('url');
  const name = fileNameOf(path);
  return {
    kind: 'document',
    id: text('id'),
    source: sourceOf(text('path'), path),
    path,
    data,
    body,
    bodyLine: 1,
    name,
    extension: extensionOf(name),
    url: '',
    outputPath: '',
    collection: label,
    date: date instanceof RubyTime ? date : site.time,
    isDated: date instanceof RubyTime,
    isDraft: isTruthy(data.get('draft') ?? null),
    slug: basenameOf(name).replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, ''),
    hasExcerpt: true,
    isWritten: collection.config.output && data.get('published') !== false,
    previousId: null,
    nextId: null,
    ...(typeof url === 'string' && { givenUrl: url }),
  };
}

/** The static file behind a record. */
export function staticFrom(record: FileRecord): StaticFile {
  const text = textsOf(record);
  const path = text('relative_path');
  const name = text('name');
  const collection = record.get('collection');
  const absolutePath = text('path');
  return {
    kind: 'static',
    id: text('id'),
    source: sourceOf(absolutePath, path) ?? emptySource(absolutePath, path),
    path,
    collection: typeof collection === 'string' ? collection : null,
    data: new Map(),
    name,
    basename: basenameOf(name),
    extension: extensionOf(name),
    isWritten: record.get('is_written') === true && record.get('is_own') !== true,
    url: '',
    outputPath: '',
  };
}

/** The layout behind a record. */
export function layoutFrom(name: string, record: FileRecord, root: string): Layout {
  const text = textsOf(record);
  const absolutePath = text('path');
  const path = pathWithin(root, absolutePath);
  return {
    name,
    path,
    source: sourceOf(absolutePath, path) ?? emptySource(absolutePath, path),
    data: record.get('data') as RubyHash,
    body: text('content'),
    bodyLine: 1,
    extension: text('ext'),
  };
}

/** The file at a path; `null` when there is none. */
export function sourceOf(absolutePath: string, path: string): SourceFile | null {
  const found = statSync(absolutePath, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return { path, absolutePath, modifiedAt: found.mtimeMs, size: found.size };
}

/** The bytes of a file that is being read for Ruby. */
export function bytesOf(file: SourceFile): Buffer {
  return readFileSync(file.absolutePath);
}

function emptySource(absolutePath: string, path: string): SourceFile {
  return { path, absolutePath, modifiedAt: 0, size: 0 };
}

function textsOf(record: FileRecord): (key: string) => string {
  return (key) => {
    const value: Value | undefined = record.get(key);
    return typeof value === 'string' ? value : '';
  };
}
