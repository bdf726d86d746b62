/** What Ruby is told of files before it asks for their front matter and text. */

import type { CollectionConfig } from '../model/config.js';
import type { Document, Page, SiteFile, StaticFile } from '../model/page.js';
import type { Collection, Layout, Site } from '../model/site.js';
import { timeFromMilliseconds } from '../ruby/time/time.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { allDocuments, allStaticFiles } from '../site/site-files.js';

type Attributes = ReadonlyMap<string, Value>;

/** All files of a site, by kind. */
export function siteFiles(site: Site): RubyHash {
  const collections = site.config.collections.map((config): [Value, Value] => [
    config.label,
    collectionAttributes(site.collections.get(config.label) ?? unreadCollection(config, site)),
  ]);
  return hash({
    pages: site.pages.map(pageAttributes),
    static_files: site.staticFiles.map(staticAttributes),
    collections: new Map(collections),
    layouts: new Map(
      [...site.layouts].map(([name, layout]): [Value, Value] => [name, layoutAttributes(layout)]),
    ),
  });
}

/** The kind of a file and its attributes. */
export function fileAttributes(file: SiteFile): Value {
  return [file.kind, attributesOf(file)];
}

/** All files of a site by their ids. */
export function filesById(site: Site): ReadonlyMap<string, SiteFile> {
  const files: readonly SiteFile[] = [...site.pages, ...allDocuments(site), ...allStaticFiles(site)];
  return new Map(files.map((file) => [file.id, file]));
}

function collectionAttributes({
  directory,
  relativeDirectory,
  config,
  documents,
  files,
}: Collection): RubyHash {
  return hash({
    directory,
    relative_directory: relativeDirectory,
    metadata: new Map<Value, Value>([...config.metadata, ['output', config.output]]),
    documents: documents.map((document) => documentAttributes(document)),
    static_files: files.map(staticAttributes),
  });
}

/** Before anything is read the site's moments have collections already. */
function unreadCollection(config: CollectionConfig, site: Site): Collection {
  const relativeDirectory = `_${config.label}`;
  const directory = `${site.config.directories.collections}/${relativeDirectory}`;
  return { label: config.label, config, directory, relativeDirectory, documents: [], files: [] };
}

function attributesOf(file: SiteFile): RubyHash {
  if (file.kind === 'page') return pageAttributes(file);
  return file.kind === 'document' ? documentAttributes(file) : staticAttributes(file);
}

function pageAttributes(page: Page): RubyHash {
  return hash({
    utterson_id: page.id,
    made: page.source === null,
    dir: page.dir.replace(/\/$/, ''),
    name: page.name,
    basename: page.basename,
    ext: page.extension,
    url: page.url === '' ? null : page.url,
    relative_path: page.path,
  });
}

function documentAttributes(document: Document): RubyHash {
  return hash({
    utterson_id: document.id,
    path: document.source?.absolutePath ?? document.path,
    relative_path: document.path,
    url: document.url === '' ? null : document.url,
    basename: document.name,
    extname: document.extension,
    collection: document.collection,
    date: document.date,
    has_excerpt: document.hasExcerpt,
    is_written: document.isWritten,
  });
}

function staticAttributes(file: StaticFile): RubyHash {
  return hash({
    utterson_id: file.id,
    path: file.source.absolutePath,
    relative_path: file.path,
    name: file.name,
    basename: file.basename,
    extname: file.extension,
    url: file.url === '' ? null : file.url,
    collection: file.collection,
    modified_time: timeFromMilliseconds(file.source.modifiedAt),
    is_written: file.isWritten,
  });
}

function layoutAttributes(layout: Layout): RubyHash {
  return hash({
    name: layout.source.path.slice(layout.source.path.lastIndexOf('/') + 1),
    path: layout.source.absolutePath,
    relative_path: `${layout.name}${layout.extension}`,
    ext: layout.extension,
    data: layout.data,
    content: layout.body,
  });
}

/** A Hash with these keys. */
export function hash(entries: Readonly<Record<string, Value | Attributes>>): RubyHash {
  return new Map(Object.entries(entries) as [string, Value][]);
}
