/** Attributes of pages, documents and static files as templates can read them, as texts to compare. */
import { wholeText } from '../model/output.js';
import { excerptSource, type SiteFile } from '../model/page.js';
import { valueText } from '../reuse/value-text.js';
import type { Value } from '../ruby/value.js';
import type { RenderState } from './render-state.js';

/** A file by itself: front matter and text after merging and generating, its address, and what it is. */
export function identityOf(file: SiteFile): string {
  const { kind, url, outputPath, path, data } = file;
  const own = [kind, url, outputPath, path, valueText(data)];
  if (file.kind === 'static') return [...own, file.source.modifiedAt].join('\0');
  const isListing = file.kind === 'page' && file.paginator !== undefined;
  return [...own, wholeText(file.body), file.bodyLine, isListing].join('\0');
}

/** One attribute, `*` for which there are. */
export function attributeOf(file: SiteFile, attribute: string, state: RenderState): string {
  const read = READERS[attribute];
  const own = read === undefined ? (file.data.get(attribute) ?? null) : read(file, state);
  return valueText(own);
}

/** Attributes that are no front matter alone. */
const READERS: Readonly<Record<string, (file: SiteFile, state: RenderState) => Value>> = {
  '*': ({ data }) => [...data.keys()],
  url: ({ url }) => url,
  dir: ({ url }) => url,
  id: ({ url, data }) => [url, data.get('slug') ?? null],
  path: ({ path, data }) => [path, data.get('path') ?? null],
  relative_path: ({ path }) => path,
  name: ({ name, data }) => [name, data.get('name') ?? null],
  basename: ({ name }) => name,
  extname: ({ extension }) => extension,
  collection: (file) => (file.kind === 'page' ? (file.data.get('collection') ?? null) : file.collection),
  date: (file) => file.data.get('date') ?? (file.kind === 'document' ? file.date : null),
  modified_time: (file) => file.source?.modifiedAt ?? null,
  content: (file, state) => (file.kind === 'static' ? null : state.contentOf(file)),
  output: (file, state) => (file.kind === 'static' ? null : state.outputOf(file)),
  // What it is made of; what rendering it read are keys of its readers.
  excerpt: (file) => [
    file.data.get('excerpt') ?? null,
    file.kind === 'static' ? null : wholeText(excerptSource(file)),
    file.kind === 'document' && file.isExcerptWhole === true,
  ],
  previous: (file) => (file.kind === 'document' ? file.previousId : (file.data.get('previous') ?? null)),
  next: (file) => (file.kind === 'document' ? file.nextId : (file.data.get('next') ?? null)),
  posts: (file) => membersOf(file, 'posts'),
  documents: (file) => membersOf(file, 'documents'),
  paginator(file) {
    if (file.kind !== 'page' || file.paginator === undefined) return file.data.get('paginator') ?? null;
    return [file.paginator.values, [...file.paginator.documents]];
  },
};

/** Documents that a generator gave to a page, else what front matter says under the name. */
function membersOf(file: SiteFile, name: 'posts' | 'documents'): Value {
  const members = file.kind === 'page' ? file[name] : undefined;
  return members === undefined ? (file.data.get(name) ?? null) : [...members];
}
