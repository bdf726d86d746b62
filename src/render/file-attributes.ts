/** Attributes of pages, documents and static files as templates can read them, as texts to compare. */
import { wholeText } from '../model/output.js';
import type { Renderable, SiteFile } from '../model/page.js';
import { valueText } from '../reuse/value-text.js';
import type { Value } from '../ruby/value.js';

/**
 * A file by itself: front matter and text after merging and generating, its address, and what it is.
 *
 * @param digestOf a digest of the file that a page or document is as it was read from; `null` for any other
 */
export function identityOf(file: SiteFile, digestOf: (file: SiteFile) => string | null): string {
  const { kind, url, outputPath, path, data } = file;
  const own = [kind, url, outputPath, path, valueText(data)];
  if (file.kind === 'static') return [...own, file.source.modifiedAt].join('\0');
  const isListing = file.kind === 'page' && file.paginator !== undefined;
  // Whoever knows the file's digest need not look at the text in it, which may be on the disk.
  const text = digestOf(file) ?? `=${wholeText(file.body)}`;
  return [...own, text, file.bodyLine, isListing].join('\0');
}

/** What stands for the text of an excerpt before it is rendered; `null` for none. */
export type ExcerptOf = (file: Renderable) => string | null;

/** One attribute but for what turns make, `*` for which there are. */
export function attributeOf(file: SiteFile, attribute: string, excerptOf: ExcerptOf): string {
  const read = READERS[attribute];
  const own = read === undefined ? (file.data.get(attribute) ?? null) : read(file, excerptOf);
  return valueText(own);
}

/** All of a page, document or static file but for its text and its neighbours: what plugins have of it that look at copies. */
export const FRONT_MATTER = 'front matter';

/** Attributes that are no front matter alone. */
const READERS: Readonly<Record<string, (file: SiteFile, excerptOf: ExcerptOf) => Value>> = {
  '*': ({ data }) => [...data.keys()],
  [FRONT_MATTER]: (file) => [
    ...[file.url, file.path, file.name, file.extension, file.data],
    ...(file.kind === 'static' ? [file.source.modifiedAt, file.isWritten] : []),
    ...(file.kind === 'document'
      ? [file.data.get('date') ?? file.date, file.isWritten, file.hasExcerpt]
      : []),
  ],
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
  // What it is made of; what rendering it read are keys of its readers.
  excerpt: (file, excerptOf) => [
    file.data.get('excerpt') ?? null,
    file.kind === 'static' ? null : excerptOf(file),
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
