import { resolve } from 'node:path';
import { wholeText } from '../../model/output.js';
import type { Page } from '../../model/page.js';
import { pathWithin } from '../../ruby/file-path.js';
import { hash, siteFiles } from '../file-attributes.js';
import { documentFrom, type FileRecord, pageFrom, sourceOf, staticFrom } from '../made-files.js';
import type { Writable } from '../marshal/write-marshal.js';
import { type Ask, type AskParts, text } from './ask.js';

/** About files of the site, and of those that plugins make. */
export function fileAsks(parts: AskParts): readonly Ask[] {
  const { hand } = parts;
  return [
    ['files', () => siteFiles(hand.site)],
    ['file', (id) => hand.attributesOf(text(id))],
    ['data', (ids) => (ids as string[]).map((id) => hand.dataOf(id))],
    ['content', (id) => hand.contentOf(text(id))],
    ['output', (id) => hand.outputOf(text(id))],
    ['excerpt', (id, isRendered) => hand.excerptOf(text(id), isRendered === true)],
    ['site_data', () => hand.site.data],
    ['page_url', (record) => hand.tools.urlOf(madePage(parts, record as FileRecord))],
    ['document_url', (record) => hand.tools.urlOf(documentFrom(record as FileRecord, hand.site))],
    ['static_url', (record) => hand.tools.urlOf(staticFrom(record as FileRecord))],
    ['read_yaml', (path) => readYaml(parts, text(path))],
    ['read_document', (path, label) => readDocument(parts, text(path), text(label))],
    ['defaults', (path, type) => hand.tools.defaultsFor(text(path), text(type))],
  ];
}

function madePage({ hand }: AskParts, record: FileRecord): Page {
  return pageFrom(record, (path, type) => hand.tools.defaultsFor(path, type));
}

function readYaml({ config, hand }: AskParts, path: string): Writable {
  const absolutePath = resolve(config.directories.source, path);
  const file = sourceOf(absolutePath, pathWithin(config.directories.source, absolutePath));
  if (file === null) throw new Error(`No such file or directory @ rb_sysopen - ${absolutePath}`);
  const { frontMatter, body } = hand.tools.readPage({ source: file } as never);
  return [frontMatter, wholeText(body)];
}

function readDocument({ config, hand }: AskParts, path: string, label: string): Writable {
  const within = pathWithin(config.directories.collections, path);
  const document = hand.tools.readDocument(within, label);
  if (document === null) return null;
  return hash({ attributes: null, data: document.data, content: wholeText(document.body) });
}
