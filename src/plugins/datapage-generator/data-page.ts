import type { Page } from '../../model/page.js';
import type { GeneratorTools } from '../../model/plugin.js';
import type { Layout } from '../../model/site.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { extensionOf } from '../../url/extension.js';
import { fileNameFor } from './file-name.js';
import type { RecordSet } from './record-set.js';

/** What a page is made of. */
export interface DataPageParts {
  readonly set: RecordSet;
  readonly record: Value;
  /** What its file is named for. */
  readonly name: Value;
  readonly title: Value;
  /** Its text and front matter are the page's own. */
  readonly layout: Layout;
  /** Its place among all. */
  readonly index: number;
}

/** The page of a record. Defaults of front matter are for its templates alone: the build goes by the layout and the record. */
export function dataPage(
  { set, record, name, title, layout, index }: DataPageParts,
  tools: GeneratorTools,
): Page {
  const file = fileNameFor(name);
  const folder = `${set.folder}${set.hasFolders ? `/${file}/` : ''}`;
  const fileName = `${set.hasFolders ? 'index' : file}${set.extension === null ? '' : `.${set.extension}`}`;
  const path = `${folder.replace(/\/+$/, '')}/${fileName}`.replace(/^\//, '');
  const own = withRecord(new Map<Value, Value>(layout.data).set('title', title), record, set.prefix);
  const defaults = tools.defaultsFor(path);
  const hidden = [...defaults.keys()].map((key) => [key, null] as const);
  const extension = extensionOf(fileName);
  return {
    kind: 'page',
    id: `page:datapage ${index} ${path}`,
    source: null,
    path,
    data: deepMerge(defaults, own),
    frontMatter: new Map<Value, Value>([...hidden, ...own]),
    body: layout.body,
    bodyLine: layout.bodyLine,
    name: fileName,
    extension,
    url: '',
    outputPath: '',
    dir: `/${folder}/`.replace(/\/{2,}/g, '/'),
    basename: fileName.slice(0, fileName.length - extension.length).replace(/\.*$/, ''),
    madeFor: `a record of ${set.data}, by ${layout.path}`,
  };
}

function withRecord(data: RubyHash, record: Value, prefix: Value): RubyHash {
  if (prefix !== null) return data.set(prefix, record);
  if (!(record instanceof Map)) return data;
  for (const [key, value] of record) data.set(key, value);
  // The page's own name will hide the record's.
  return record.has('name') ? data.set('_name', record.get('name') ?? null) : data;
}
