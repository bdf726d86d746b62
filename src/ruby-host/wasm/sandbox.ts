/** The disk as Ruby may use it: every path that it names comes through here. */
import * as fs from 'node:fs';
import type { OpenFile } from './descriptors.js';
import { ERRNO, WasiError } from './errno.js';
import { type Access, type Mount, Mounts } from './mounts.js';
import { TYPES } from './wasi-memory.js';

/** `fd_read` and `fd_write` among the rights of a descriptor, by which libc knows what it was opened for. */
export const RIGHTS = { read: 2n, write: 64n, all: 0x1fffffffn } as const;

/** How something is opened, in WASI's bits. */
export interface Opening {
  /** 1: a link at the path's end is followed. */
  readonly lookup: number;
  /** 1: made where it is not, 2: a folder, 4: must not be there, 8: emptied. */
  readonly flags: number;
  readonly rights: bigint;
  /** 1: written to at its end. */
  readonly state: number;
}

/** An entry of a folder; `type` is WASI's number. */
export interface Entry {
  readonly name: string;
  readonly type: number;
}

/** Paths are absolute, without `.` and `..`; what is not allowed throws what WASI answers. */
export class Sandbox {
  private readonly mounts: Mounts;

  constructor(mounts: readonly Mount[]) {
    this.mounts = new Mounts(mounts);
  }

  /** The path, where it may be read. */
  readable(path: string, follows = true): string {
    return this.allowed(path, ['read', 'write'], follows);
  }

  /** The path, where it may be written to. */
  writable(path: string, follows = true): string {
    return this.allowed(path, ['write'], follows);
  }

  open(path: string, { lookup, flags, rights, state }: Opening): OpenFile {
    if (path === '/dev/null') return { kind: 'nothing' };
    const [creates, isFolder, isNew, cuts] = [1, 2, 4, 8].map((flag) => (flags & flag) > 0);
    const writes = (rights & RIGHTS.write) > 0n && !isFolder;
    const follows = (lookup & 1) === 1;
    if (isFolder || this.isAbove(path, follows)) return this.openFolder(path);
    if (creates || cuts || writes) this.writable(path, follows);
    else this.readable(path, follows);
    const found = fs.statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) return this.openFolder(path);
    const reads = (rights & RIGHTS.read) > 0n;
    const { O_RDWR, O_WRONLY, O_RDONLY, O_CREAT, O_EXCL, O_TRUNC, O_NOFOLLOW } = fs.constants;
    const mode =
      (writes ? (reads ? O_RDWR : O_WRONLY) : O_RDONLY) |
      (creates ? O_CREAT : 0) |
      (isNew ? O_EXCL : 0) |
      (cuts ? O_TRUNC : 0) |
      (follows ? 0 : O_NOFOLLOW);
    const isAppending = (state & 1) === 1;
    return { kind: 'file', descriptor: fs.openSync(path, mode, 0o666), isAppending, position: 0 };
  }

  /** What the disk says of a path; `null` for a folder above those that are seen. */
  state(path: string, follows: boolean): fs.BigIntStats | null {
    if (this.isAbove(path, follows)) return null;
    this.readable(path, follows);
    return follows ? fs.statSync(path, { bigint: true }) : fs.lstatSync(path, { bigint: true });
  }

  /** What is in a folder, with `.` and `..`. */
  entries(path: string): Entry[] {
    const dots = ['.', '..'].map((name) => ({ name, type: TYPES.folder as number }));
    if (this.isAbove(path)) return dots;
    const found = fs.readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      type: entry.isDirectory() ? TYPES.folder : entry.isSymbolicLink() ? TYPES.link : TYPES.file,
    }));
    return [...dots, ...found];
  }

  private isAbove(path: string, follows = true): boolean {
    return this.mounts.access(path, follows) === 'above';
  }

  private openFolder(path: string): OpenFile {
    if (!this.isAbove(path) && !fs.statSync(this.readable(path)).isDirectory())
      throw new WasiError(ERRNO.ENOTDIR);
    return { kind: 'folder', path };
  }

  private allowed(path: string, accesses: readonly Access[], follows: boolean): string {
    const access = this.mounts.access(path, follows);
    if (accesses.includes(access)) return path;
    throw new WasiError(access === 'read' ? ERRNO.EROFS : ERRNO.EACCES);
  }
}
