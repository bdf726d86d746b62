/** Addresses of the pages of a listing, and texts with a page's number in them (`Generator::Utils`, `Paginator`, `PaginationPage`). */
import { joinPaths } from '../../ruby/file-path.js';
import { replaceFirst } from '../../ruby/replace.js';
import type { RubyHash } from '../../ruby/value.js';
import { textOf, wrong } from './settings.js';

/** What a listing calls its files. */
export interface FileNames {
  /** `indexpage` without its extension, e.g. `feed`; `''` when none is set. */
  readonly index: string;
  /** With the dot, e.g. `.html`; `''` for `extension:` without a value. */
  readonly extension: string;
}

/** Where the pages of a listing lie. */
export interface Addresses {
  /** Of a page, from 1, as its own paginator tells it. */
  readonly own: (number: number) => string;
  /** The same, as the others tell it. */
  readonly linked: (number: number) => string;
  /** Of the last page, as all tell it: never the first's address, even when there is one page only. */
  readonly last: string;
  /** Where the page is written. */
  readonly url: (number: number) => string;
}

/** The file names in a listing's settings. */
export function fileNamesOf(settings: RubyHash): FileNames {
  const page = settings.get('indexpage') ?? null;
  const extension = settings.get('extension') ?? null;
  return {
    index: page === null ? '' : beforeDot(textOf(settings, 'indexpage')),
    extension: extension === null ? '' : textOf(settings, 'extension').replace(/^\.?/, '.'),
  };
}

function beforeDot(name: string): string {
  const [start = ''] = name.split('.');
  return start === '' && /^\.*$/.test(name) ? wrong('indexpage', 'the name of a file', name) : start;
}

/**
 * @param folder    the first page's address or permalink, e.g. `/blog`
 * @param permalink of the others, behind it, e.g. `/page:num/`
 * @param total     number of pages
 */
export function addressesOf(
  folder: string,
  permalink: string,
  { names, total }: { readonly names: FileNames; readonly total: number },
): Addresses {
  const first = folder.endsWith('/') ? folder : `${folder}/`;
  const others = joinPaths(first, permalink);
  const fill = (address: string, number: number): string => withNumbers(address, number, total);
  const linked = (address: string): string =>
    names.index === '' ? address : withFileName(address, names.index, names.extension);
  const fullName = (address: string): string =>
    withFileName(address, names.index || 'index', names.extension || '.html');
  const own = (number: number): string => fill(fullName(number === 1 ? first : others), number);
  return {
    own,
    linked: (number) => fill(linked(number === 1 ? first : others), number),
    last: fill(linked(others), total),
    url(number) {
      const address = own(number);
      if (address.endsWith('/')) return joinPaths(address, names.index + names.extension);
      return address.endsWith(names.extension) ? address : address + names.extension;
    },
  };
}

/** A folder gets the file's whole name; what has no dot, the name alone. */
function withFileName(address: string, index: string, extension: string): string {
  if (address.endsWith('/')) return address + index + extension;
  return address.includes('.') ? address : address + index;
}

/** `:num` and `:max` filled in, each once. */
export function withNumbers(text: string, number: number, total: number): string {
  return replaceFirst(replaceFirst(text, ':num', String(number)), ':max', String(total));
}

/** The title of a page after the first: `:title`, `:num` and `:max` filled in, each once. */
export function numberedTitle(settings: RubyHash, title: string, number: number, total: number): string {
  return withNumbers(replaceFirst(textOf(settings, 'title'), ':title', title), number, total);
}
