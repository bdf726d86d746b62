/** What Ruby has open, by descriptors. */
import * as fs from 'node:fs';
import { ERRNO, WasiError } from './errno.js';

/** Something open. */
export type OpenFile =
  | { readonly kind: 'file'; readonly descriptor: number; readonly isAppending: boolean; position: number }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'stream'; readonly descriptor: number };

/** What of the disk is open, by descriptors. */
export type OpenFiles = ReadonlyMap<number, OpenFile>;

/** The descriptor of the folder by which all others are found. */
export const ROOT = 3;
const FIRST_FREE = 4;

const BEGINNING: OpenFiles = new Map([
  [0, { kind: 'nothing' }],
  [1, { kind: 'stream', descriptor: 1 }],
  [2, { kind: 'stream', descriptor: 2 }],
  [ROOT, { kind: 'folder', path: '/' }],
]);

/** All methods throw what WASI answers for a descriptor that is not open, or not for that. */
export class Descriptors {
  private files = new Map(BEGINNING);

  /** What is open now. */
  openFiles(): OpenFiles {
    return copied(this.files);
  }

  /** Closes what was opened since. @param files `null` for the beginning */
  restoreFiles(files: OpenFiles | null): void {
    for (const [fd, file] of this.files) {
      if (file.kind === 'file' && !files?.has(fd)) fs.closeSync(file.descriptor);
    }
    this.files = copied(files ?? BEGINNING);
  }

  opened(fd: number): OpenFile {
    const file = this.files.get(fd);
    if (file === undefined) throw new WasiError(ERRNO.EBADF);
    return file;
  }

  file(fd: number): OpenFile & { kind: 'file' } {
    const file = this.opened(fd);
    if (file.kind !== 'file') throw new WasiError(file.kind === 'folder' ? ERRNO.EISDIR : ERRNO.EINVAL);
    return file;
  }

  folder(fd: number): OpenFile & { kind: 'folder' } {
    const folder = this.opened(fd);
    if (folder.kind !== 'folder') throw new WasiError(ERRNO.ENOTDIR);
    return folder;
  }

  /** The lowest one that is free. */
  add(file: OpenFile): number {
    let fd = FIRST_FREE;
    while (this.files.has(fd)) fd++;
    this.files.set(fd, file);
    return fd;
  }

  close(fd: number): void {
    const file = this.opened(fd);
    if (file.kind === 'file') fs.closeSync(file.descriptor);
    this.files.delete(fd);
  }

  renumber(from: number, to: number): void {
    const file = this.opened(from);
    if (this.files.has(to)) this.close(to);
    this.files.set(to, file);
    this.files.delete(from);
  }

  /** The new position, in bytes. @param from WASI's number of where the offset counts from: beginning, position, end */
  seek(fd: number, offset: number, from: number): number {
    const file = this.opened(fd);
    if (file.kind !== 'file') throw new WasiError(ERRNO.ESPIPE);
    const starts = [0, file.position, from === 2 ? fs.fstatSync(file.descriptor).size : 0];
    const position = (starts[from] ?? 0) + offset;
    if (position < 0) throw new WasiError(ERRNO.EINVAL);
    file.position = position;
    return position;
  }

  /** Fills pieces as far as there is something; answers how many bytes. @param at where; `null` for the position */
  read(fd: number, pieces: readonly Uint8Array[], at: number | null): number {
    const file = this.opened(fd);
    if (file.kind === 'folder') throw new WasiError(ERRNO.EISDIR);
    if (file.kind === 'stream') throw new WasiError(ERRNO.EBADF);
    let total = 0;
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      const length = readPiece(file, piece, at === null ? null : at + total);
      total += length;
      if (length < piece.length) break;
    }
    return total;
  }

  /** Writes pieces; answers how many bytes. @param at where; `null` for the position */
  write(fd: number, pieces: readonly Uint8Array[], at: number | null): number {
    const file = this.opened(fd);
    let total = 0;
    for (const piece of pieces) total += writePiece(file, piece, at === null ? null : at + total);
    return total;
  }
}

function copied(files: OpenFiles): Map<number, OpenFile> {
  return new Map([...files].map(([fd, file]) => [fd, { ...file }]));
}

function readPiece(file: OpenFile, piece: Uint8Array, at: number | null): number {
  if (file.kind !== 'file') return 0;
  const length = fs.readSync(file.descriptor, piece, 0, piece.length, at ?? file.position);
  if (at === null) file.position += length;
  return length;
}

function writePiece(file: OpenFile, piece: Uint8Array, at: number | null): number {
  switch (file.kind) {
    case 'stream':
      return fs.writeSync(file.descriptor, piece);
    case 'file': {
      const position = at ?? (file.isAppending ? fs.fstatSync(file.descriptor).size : file.position);
      const length = fs.writeSync(file.descriptor, piece, 0, piece.length, position);
      if (at === null) file.position = position + length;
      return length;
    }
    case 'nothing':
      return piece.length;
    default:
      throw new WasiError(ERRNO.EBADF);
  }
}
