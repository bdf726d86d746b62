import { ArchiveError } from './archive-error.js';
import { shownName } from './entry-path.js';
import type { ArchiveLimits } from './unpacked-file.js';

/** What an archive says of an entry, before anything of it is unpacked. */
export interface ArchiveEntry {
  /** From the theme's folder on; '' is the folder itself. */
  readonly path: string;
  /** `file`, `folder`, or what else it is, for the message: `a link`. */
  readonly kind: string;
  /** In bytes, unpacked. */
  readonly size: number;
}

interface Place {
  readonly path: string;
  readonly isFile: boolean;
}

/**
 * Decides on the entries of one archive, in their order. Those nobody wants are counted and passed over, whatever they are: a repository
 * may well have a link among its notes.
 */
export class ArchiveGuard {
  readonly #accepts: (path: string) => boolean;
  readonly #limits: ArchiveLimits;
  /** Files that were admitted and the folders they lie in, by their path with no difference of case. */
  readonly #places = new Map<string, Place>();
  /** Folders that have an entry, in the same way. They are not made for it, and may be empty of what is wanted. */
  readonly #folders = new Set<string>();
  #entries = 0;
  #totalSize = 0;

  constructor(accepts: (path: string) => boolean, limits: ArchiveLimits) {
    this.#accepts = accepts;
    this.#limits = limits;
  }

  /**
   * Whether the entry is a file to unpack.
   *
   * @throws ArchiveError when it is wanted, but must not be unpacked
   */
  admits({ path, kind, size }: ArchiveEntry): boolean {
    this.#count();
    if (kind === 'folder') {
      if (path !== '') this.#addFolder(path);
      return false;
    }
    if (path === '') throw new ArchiveError(`it holds ${kind === 'file' ? 'a file' : kind} without a name`);
    if (!this.#accepts(path)) return false;
    if (kind !== 'file') throw new ArchiveError(`it holds ${kind} (${shownName(path)})`);
    if (path.includes('\\')) throw new ArchiveError(`it holds a name with a backslash (${shownName(path)})`);
    if (/^[a-z]:/i.test(path)) throw new ArchiveError(`it holds an absolute path (${shownName(path)})`);
    this.#measure(path, size);
    this.#addFile(path);
    return true;
  }

  #count(): void {
    this.#entries += 1;
    const { entries } = this.#limits;
    if (this.#entries > entries)
      throw new ArchiveError(`it holds more than ${entries.toLocaleString('en')} entries`);
  }

  #measure(path: string, size: number): void {
    const { fileSize, totalSize } = this.#limits;
    if (size > fileSize)
      throw new ArchiveError(`it holds a file of more than ${fileSize / 1e6} MB (${shownName(path)})`);
    this.#totalSize += size;
    if (this.#totalSize > totalSize)
      throw new ArchiveError(`it holds files of more than ${totalSize / 1e6} MB in all`);
  }

  #addFile(path: string): void {
    const key = withoutCase(path);
    const known = this.#places.get(key);
    if (known?.isFile && known.path === path)
      throw new ArchiveError(`it holds a file twice (${shownName(path)})`);
    if (known?.isFile)
      throw new ArchiveError(`it holds files whose names differ in case only (${shownName(path)})`);
    if (known || this.#folders.has(key))
      throw new ArchiveError(`it holds a file where a folder must be (${shownName(path)})`);
    this.#places.set(key, { path, isFile: true });
    this.#addParents(path);
  }

  #addFolder(path: string): void {
    const key = withoutCase(path);
    if (this.#places.get(key)?.isFile)
      throw new ArchiveError(`it holds a folder where a file must be (${shownName(path)})`);
    this.#folders.add(key);
  }

  /** Up to one that is known: the folders above it are, too. */
  #addParents(path: string): void {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const key = withoutCase(folder);
      const known = this.#places.get(key);
      if (known?.isFile)
        throw new ArchiveError(`it holds a file where a folder must be (${shownName(folder)})`);
      if (known && known.path !== folder)
        throw new ArchiveError(`it holds folders whose names differ in case only (${shownName(folder)})`);
      if (known) return;
      this.#places.set(key, { path: folder, isFile: false });
      // So that deep paths, each with folders of its own, do not take memory without limit.
      this.#count();
    }
  }
}

/** File systems of Windows and macOS take names for the same that differ in case, and macOS those that compose letters differently. */
function withoutCase(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
