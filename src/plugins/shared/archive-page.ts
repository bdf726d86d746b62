import type { Page } from '../../model/page.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { basenameOf, extensionOf } from '../../url/extension.js';
import { unescapePath } from '../../url/permalink.js';

/** What a page of an archive is made of. */
export interface ArchiveParts {
  /** Its place among all. */
  readonly index: number;
  readonly url: string;
  readonly layout: Value;
  /** What it is for, in messages. */
  readonly madeFor: string;
  /** As templates see it. @param path as if it had a file */
  readonly data: (path: string) => RubyHash;
}

/** A page whose address is settled already; templates see no permalink. */
export function archivePageOf({ index, url, layout, madeFor, data }: ArchiveParts): Page {
  const file = unescapePath(url).replace(/^\//, '');
  const path = url.endsWith('/') ? `${file}index.html` : file;
  return {
    kind: 'page',
    id: `page:archive ${index} ${path}`,
    source: null,
    path,
    data: data(path),
    frontMatter: new Map<Value, Value>([
      ['layout', layout],
      ['permalink', url],
    ]),
    body: '',
    bodyLine: 1,
    name: basenameOf(path),
    extension: extensionOf(path),
    url: '',
    outputPath: '',
    dir: '/',
    basename: basenameOf(path),
    // The gems make these pages without what makes Jekyll's own: nobody hears of them at `post_init`.
    isInitialized: true,
    madeFor,
  };
}
