/** What plugins changed in Ruby, as what a generator answers. */

import type { Additions, Change, GeneratorTools } from '../model/generator.js';
import type { Document, Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { RubyTime } from '../ruby/time/time.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { FileReference } from '../site/file-reference.js';
import { filesById } from './file-attributes.js';
import { documentFrom, type FileRecord, layoutFrom, pageFrom, staticFrom } from './made-files.js';

/** The additions behind a record of the shim's; `null` there stands for no change. */
export function additionsFrom(record: Value, site: Site, tools: GeneratorTools): Additions {
  if (!(record instanceof Map)) return {};
  const list = (key: string): FileRecord[] => (record.get(key) as FileRecord[] | undefined) ?? [];
  const names = (key: string): string[] => (record.get(key) as string[] | undefined) ?? [];
  const pages = list('pages').map((one) => pageFrom(one, tools.defaultsFor));
  const documents = list('documents').map((one) => documentFrom(one, site));
  const staticFiles = list('static').map(staticFrom);
  const changes = changesFrom(record.get('changes'), site, tools);
  const data = record.get('data');
  const config = record.get('config');
  const layouts = layoutsFrom(record.get('layouts'), site);
  const datas = [...pages, ...documents, ...changes.values()].map((one) => one.data);
  const holdsReferences = [data, ...datas].some(holdsReference);
  return {
    pages,
    documents,
    staticFiles,
    removed: names('removed'),
    changes,
    layouts,
    ...(names('order').length > 0 && { order: names('order') }),
    ...(data instanceof Map && { data }),
    ...(config instanceof Map && { site: config }),
    ...(holdsReferences && { holdsReferences: true }),
  };
}

function changesFrom(record: Value | undefined, site: Site, tools: GeneratorTools): Map<string, Change> {
  const changes = new Map<string, Change>();
  if (!(record instanceof Map)) return changes;
  const files = filesById(site);
  for (const [id, changed] of record) {
    const file = files.get(id as string);
    if (file === undefined || file.kind === 'static') continue;
    changes.set(file.id, changeOf(file, changed as RubyHash, tools));
  }
  return changes;
}

function changeOf(file: Page | Document, changed: RubyHash, tools: GeneratorTools): Change {
  const data = changed.get('data') as RubyHash | undefined;
  const content = changed.get('content') as string | undefined;
  const url = changed.get('url') as string | undefined;
  const date = data?.get('date');
  return {
    ...(data && file.kind === 'document' && { data }),
    ...(data &&
      file.kind === 'page' && { data: deepMerge(tools.defaultsFor(file.path), data), frontMatter: data }),
    ...(file.kind === 'document' && date instanceof RubyTime && { date, isDated: true }),
    ...(content !== undefined && { body: content }),
    ...(url !== undefined && { givenUrl: url }),
    // The excerpt was cut when the file was read.
    ...(content !== undefined && file.kind === 'document' && { excerptBody: file.excerptBody ?? file.body }),
  };
}

function layoutsFrom(record: Value | undefined, site: Site): Map<string, ReturnType<typeof layoutFrom>> {
  const entries = record instanceof Map ? [...record] : [];
  const { root } = site.config.directories;
  return new Map(
    entries.map(([name, layout]) => [name as string, layoutFrom(name as string, layout as FileRecord, root)]),
  );
}

function holdsReference(value: Value | undefined): boolean {
  if (value instanceof FileReference) return true;
  if (Array.isArray(value)) return value.some(holdsReference);
  return value instanceof Map && [...value.values()].some(holdsReference);
}
