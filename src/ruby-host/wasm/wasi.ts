/**
 * The part of WASI (snapshot preview 1) that Ruby calls, over `node:fs`: the sandbox at the same time, since all that Ruby does to the disk
 * comes through here. Node's own `node:wasi` crashes the process under Ruby.
 */
import { randomFillSync } from 'node:crypto';
import * as fs from 'node:fs';
import { posix } from 'node:path';
import { ERRNO, errnoOf, WasiError } from './errno.js';
import { type Access, Mounts } from './mounts.js';
import type { WorkerData } from './wasm-wire.js';
import type { Imports, Memory } from './web-assembly.js';

/** Thrown by `exit`, which ends the worker's program. */
export class ProgramExit extends Error {
  constructor(readonly status: number) {
    super(`Ruby ended itself with status ${status}`);
  }
}

type OpenFile =
  | { readonly kind: 'file'; readonly descriptor: number; readonly isAppending: boolean; position: number }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'stream'; readonly descriptor: number };

/** What of the disk is open, by descriptors. */
export type OpenFiles = ReadonlyMap<number, OpenFile>;

const ROOT = 3;
const FIRST_FREE = 4;
/** `fd_read` and `fd_write` among the rights of a descriptor, by which libc knows what it was opened for. */
const RIGHTS = { read: 2n, write: 64n, all: 0x1fffffffn } as const;
const TYPES = { characters: 2, folder: 3, file: 4, link: 7 } as const;

const BEGINNING: OpenFiles = new Map([
  [0, { kind: 'nothing' }],
  [1, { kind: 'stream', descriptor: 1 }],
  [2, { kind: 'stream', descriptor: 2 }],
  [ROOT, { kind: 'folder', path: '/' }],
]);

/** The calls, by WASI's names: all answer an error's number. */
export class Wasi {
  memory: Memory | null = null;
  private files = new Map(BEGINNING);
  private readonly mounts: Mounts;

  constructor({ mounts }: Pick<WorkerData, 'mounts'>) {
    this.mounts = new Mounts(mounts);
  }

  /** What the program imports. */
  imports(): Imports {
    const calls: Record<string, (...args: never[]) => unknown> = {
      // The shim is told of variables with everything else.
      environ_get: () => {},
      environ_sizes_get: (count: number, size: number) => {
        this.setUint32(count, 0);
        this.setUint32(size, 0);
      },
      clock_res_get: (_clock: number, out: number) => this.setUint64(out, 1000n),
      clock_time_get: (clock: number, _precision: bigint, out: number) => this.setUint64(out, timeOf(clock)),
      random_get: (start: number, length: number) => void randomFillSync(this.bytes(start, length)),
      poll_oneoff: (inputs: number, outputs: number, count: number, ready: number) =>
        this.poll(inputs, outputs, count, ready),
      proc_exit: (status: number) => {
        throw new ProgramExit(status);
      },
      fd_advise: () => {},
      fd_datasync: () => {},
      fd_sync: () => {},
      fd_fdstat_set_flags: () => {},
      fd_close: (fd: number) => this.close(fd),
      fd_renumber: (from: number, to: number) => this.renumber(from, to),
      fd_prestat_get: (fd: number, out: number) => {
        if (fd !== ROOT) throw new WasiError(ERRNO.EBADF);
        this.setUint32(out, 0);
        this.setUint32(out + 4, 1);
      },
      fd_prestat_dir_name: (_fd: number, start: number) => void (this.bytes(start, 1)[0] = 0x2f),
      fd_fdstat_get: (fd: number, out: number) => this.descriptorState(fd, out),
      fd_filestat_get: (fd: number, out: number) => this.fileState(fd, out),
      fd_filestat_set_size: (fd: number, size: bigint) =>
        fs.ftruncateSync(this.file(fd).descriptor, Number(size)),
      fd_read: (fd: number, list: number, count: number, out: number) => this.read(fd, list, count, out),
      fd_pread: (fd: number, list: number, count: number, at: bigint, out: number) =>
        this.read(fd, list, count, out, Number(at)),
      fd_write: (fd: number, list: number, count: number, out: number) => this.write(fd, list, count, out),
      fd_pwrite: (fd: number, list: number, count: number, at: bigint, out: number) =>
        this.write(fd, list, count, out, Number(at)),
      fd_seek: (fd: number, offset: bigint, from: number, out: number) =>
        this.seek(fd, Number(offset), from, out),
      fd_tell: (fd: number, out: number) => this.seek(fd, 0, 1, out),
      fd_readdir: (fd: number, start: number, length: number, cookie: bigint, out: number) =>
        this.readFolder(fd, start, length, Number(cookie), out),
      path_open: (
        fd: number,
        lookup: number,
        start: number,
        length: number,
        flags: number,
        rights: bigint,
        _inherited: bigint,
        state: number,
        out: number,
      ) => this.setUint32(out, this.open(this.path(fd, start, length), { lookup, flags, rights, state })),
      path_filestat_get: (fd: number, lookup: number, start: number, length: number, out: number) =>
        this.pathState(this.path(fd, start, length), (lookup & 1) === 1, out),
      path_filestat_set_times: (
        fd: number,
        _lookup: number,
        start: number,
        length: number,
        accessed: bigint,
        modified: bigint,
        flags: number,
      ) => {
        const now = Date.now() / 1000;
        const path = this.writable(this.path(fd, start, length));
        const seconds = (time: bigint, isNow: boolean): number => (isNow ? now : Number(time) / 1e9);
        fs.utimesSync(path, seconds(accessed, (flags & 2) > 0), seconds(modified, (flags & 8) > 0));
      },
      path_create_directory: (fd: number, start: number, length: number) =>
        fs.mkdirSync(this.writable(this.path(fd, start, length))),
      path_remove_directory: (fd: number, start: number, length: number) =>
        fs.rmdirSync(this.writable(this.path(fd, start, length), false)),
      path_unlink_file: (fd: number, start: number, length: number) =>
        fs.unlinkSync(this.writable(this.path(fd, start, length), false)),
      path_rename: (
        fd: number,
        start: number,
        length: number,
        other: number,
        newStart: number,
        newLength: number,
      ) =>
        fs.renameSync(
          this.writable(this.path(fd, start, length), false),
          this.writable(this.path(other, newStart, newLength), false),
        ),
      path_readlink: (fd: number, start: number, length: number, into: number, room: number, out: number) => {
        const target = Buffer.from(fs.readlinkSync(this.readable(this.path(fd, start, length), false)));
        this.bytes(into, room).set(target.subarray(0, room));
        this.setUint32(out, Math.min(target.length, room));
      },
      path_link: () => ERRNO.EPERM,
      path_symlink: () => ERRNO.EPERM,
    };
    return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, answering(call)]));
  }

  /** What is open now. */
  openFiles(): OpenFiles {
    return new Map([...this.files].map(([fd, file]) => [fd, { ...file }]));
  }

  /** Closes what was opened since. @param files `null` for the beginning */
  restoreFiles(files: OpenFiles | null): void {
    for (const [fd, file] of this.files) {
      if (file.kind === 'file' && !files?.has(fd)) fs.closeSync(file.descriptor);
    }
    this.files = new Map([...(files ?? BEGINNING)].map(([fd, file]) => [fd, { ...file }]));
  }

  private get view(): DataView {
    return new DataView(this.memory!.buffer);
  }

  private bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.memory!.buffer, start, length);
  }

  private setUint32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  private setUint64(at: number, value: bigint): void {
    this.view.setBigUint64(at, value, true);
  }

  /** Waits for the earliest moment asked for; files are always ready. */
  private poll(inputs: number, outputs: number, count: number, ready: number): number {
    let [wait, told] = [Number.POSITIVE_INFINITY, 0];
    for (let index = 0; index < count; index++) {
      const at = inputs + index * 48;
      if (this.view.getUint8(at + 8) !== 0) wait = 0;
      else wait = Math.min(wait, waitOf(this.view, at));
    }
    if (wait > 0 && wait < Number.POSITIVE_INFINITY)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    for (let index = 0; index < count; index++) {
      const at = inputs + index * 48;
      const kind = this.view.getUint8(at + 8);
      if (kind === 0 && waitOf(this.view, at) > wait) continue;
      const out = outputs + told++ * 32;
      this.setUint64(out, this.view.getBigUint64(at, true));
      this.setUint64(out + 8, BigInt(kind) << 16n);
    }
    this.setUint32(ready, told);
    return ERRNO.OK;
  }

  private opened(fd: number): OpenFile {
    const file = this.files.get(fd);
    if (file === undefined) throw new WasiError(ERRNO.EBADF);
    return file;
  }

  private file(fd: number): OpenFile & { kind: 'file' } {
    const file = this.opened(fd);
    if (file.kind !== 'file') throw new WasiError(file.kind === 'folder' ? ERRNO.EISDIR : ERRNO.EINVAL);
    return file;
  }

  /** The absolute path behind one relative to a folder. */
  private path(fd: number, start: number, length: number): string {
    const folder = this.opened(fd);
    if (folder.kind !== 'folder') throw new WasiError(ERRNO.ENOTDIR);
    return posix.resolve(folder.path, Buffer.from(this.bytes(start, length)).toString('utf8'));
  }

  private readable(path: string, follows = true): string {
    return this.allowed(path, ['read', 'write'], follows);
  }

  private writable(path: string, follows = true): string {
    return this.allowed(path, ['write'], follows);
  }

  private allowed(path: string, accesses: readonly Access[], follows: boolean): string {
    const access = this.mounts.access(path, follows);
    if (accesses.includes(access)) return path;
    throw new WasiError(access === 'read' ? ERRNO.EROFS : ERRNO.EACCES);
  }

  private add(file: OpenFile): number {
    let fd = FIRST_FREE;
    while (this.files.has(fd)) fd++;
    this.files.set(fd, file);
    return fd;
  }

  private open(
    path: string,
    { lookup, flags, rights, state }: { lookup: number; flags: number; rights: bigint; state: number },
  ): number {
    if (path === '/dev/null') return this.add({ kind: 'nothing' });
    const [creates, isFolder, isNew, cuts] = [1, 2, 4, 8].map((flag) => (flags & flag) > 0);
    const writes = (rights & RIGHTS.write) > 0n && !isFolder;
    const follows = (lookup & 1) === 1;
    if (isFolder || this.mounts.access(path, follows) === 'above') return this.openFolder(path);
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
    const descriptor = fs.openSync(path, mode, 0o666);
    return this.add({ kind: 'file', descriptor, isAppending, position: 0 });
  }

  private openFolder(path: string): number {
    const isAbove = this.mounts.access(path) === 'above';
    if (!isAbove && !fs.statSync(this.readable(path)).isDirectory()) throw new WasiError(ERRNO.ENOTDIR);
    return this.add({ kind: 'folder', path });
  }

  private close(fd: number): void {
    const file = this.opened(fd);
    if (file.kind === 'file') fs.closeSync(file.descriptor);
    this.files.delete(fd);
  }

  private renumber(from: number, to: number): void {
    const file = this.opened(from);
    if (this.files.has(to)) this.close(to);
    this.files.set(to, file);
    this.files.delete(from);
  }

  private descriptorState(fd: number, out: number): void {
    const { kind } = this.opened(fd);
    const type = kind === 'folder' ? TYPES.folder : kind === 'file' ? TYPES.file : TYPES.characters;
    this.bytes(out, 24).fill(0);
    this.view.setUint8(out, type);
    this.setUint64(out + 8, kind === 'stream' ? RIGHTS.write : RIGHTS.all);
    this.setUint64(out + 16, RIGHTS.all);
  }

  private fileState(fd: number, out: number): void {
    const file = this.opened(fd);
    if (file.kind === 'file') this.setState(out, fs.fstatSync(file.descriptor, { bigint: true }));
    else if (file.kind === 'folder') this.pathState(file.path, true, out);
    else this.setBareState(out, TYPES.characters);
  }

  private pathState(path: string, follows: boolean, out: number): void {
    if (this.mounts.access(path, follows) === 'above') this.setBareState(out, TYPES.folder);
    else {
      this.readable(path, follows);
      this.setState(
        out,
        follows ? fs.statSync(path, { bigint: true }) : fs.lstatSync(path, { bigint: true }),
      );
    }
  }

  private setBareState(out: number, type: number): void {
    this.bytes(out, 64).fill(0);
    this.view.setUint8(out + 16, type);
  }

  private setState(out: number, state: fs.BigIntStats): void {
    this.setBareState(
      out,
      state.isDirectory() ? TYPES.folder : state.isSymbolicLink() ? TYPES.link : TYPES.file,
    );
    this.setUint64(out, state.dev);
    this.setUint64(out + 8, state.ino);
    this.setUint64(out + 24, state.nlink);
    this.setUint64(out + 32, state.size);
    this.setUint64(out + 40, state.atimeNs);
    this.setUint64(out + 48, state.mtimeNs);
    this.setUint64(out + 56, state.ctimeNs);
  }

  private pieces(list: number, count: number): Uint8Array[] {
    return Array.from({ length: count }, (_, index) => {
      const at = list + index * 8;
      return this.bytes(this.view.getUint32(at, true), this.view.getUint32(at + 4, true));
    });
  }

  private read(fd: number, list: number, count: number, out: number, at: number | null = null): void {
    const file = this.opened(fd);
    if (file.kind === 'folder') throw new WasiError(ERRNO.EISDIR);
    if (file.kind === 'stream') throw new WasiError(ERRNO.EBADF);
    this.setUint32(out, 0);
    let total = 0;
    for (const piece of this.pieces(list, count)) {
      if (piece.length === 0) continue;
      const length = this.readPiece(file, piece, at === null ? null : at + total);
      total += length;
      if (length < piece.length) break;
    }
    this.setUint32(out, total);
  }

  private readPiece(file: OpenFile, piece: Uint8Array, at: number | null): number {
    if (file.kind !== 'file') return 0;
    const length = fs.readSync(file.descriptor, piece, 0, piece.length, at ?? file.position);
    if (at === null) file.position += length;
    return length;
  }

  private write(fd: number, list: number, count: number, out: number, at: number | null = null): void {
    const file = this.opened(fd);
    let total = 0;
    for (const piece of this.pieces(list, count))
      total += this.writePiece(file, piece, at === null ? null : at + total);
    this.setUint32(out, total);
  }

  private writePiece(file: OpenFile, piece: Uint8Array, at: number | null): number {
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

  private seek(fd: number, offset: number, from: number, out: number): void {
    const file = this.opened(fd);
    if (file.kind !== 'file') throw new WasiError(ERRNO.ESPIPE);
    const starts = [0, file.position, from === 2 ? fs.fstatSync(file.descriptor).size : 0];
    const position = (starts[from] ?? 0) + offset;
    if (position < 0) throw new WasiError(ERRNO.EINVAL);
    file.position = position;
    this.setUint64(out, BigInt(position));
  }

  private readFolder(fd: number, start: number, length: number, cookie: number, out: number): void {
    const folder = this.opened(fd);
    if (folder.kind !== 'folder') throw new WasiError(ERRNO.ENOTDIR);
    let used = 0;
    const entries = this.entries(folder.path);
    for (let index = cookie; index < entries.length && used < length; index++) {
      const { name, type } = entries[index]!;
      const bytes = Buffer.from(name);
      const entry = Buffer.alloc(24 + bytes.length);
      entry.writeBigUInt64LE(BigInt(index + 1), 0);
      entry.writeUInt32LE(bytes.length, 16);
      entry.writeUInt8(type, 20);
      bytes.copy(entry, 24);
      const room = entry.subarray(0, length - used);
      this.bytes(start + used, room.length).set(room);
      used += room.length;
    }
    this.setUint32(out, used);
  }

  private entries(path: string): { name: string; type: number }[] {
    const dots = ['.', '..'].map((name) => ({ name, type: TYPES.folder as number }));
    if (this.mounts.access(path) === 'above') return dots;
    const found = fs.readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      type: entry.isDirectory() ? TYPES.folder : entry.isSymbolicLink() ? TYPES.link : TYPES.file,
    }));
    return [...dots, ...found];
  }
}

/** Milliseconds until the moment of a subscription. */
function waitOf(view: DataView, at: number): number {
  const time = view.getBigUint64(at + 24, true);
  const isAbsolute = (view.getUint16(at + 40, true) & 1) === 1;
  const rest = isAbsolute ? time - timeOf(view.getUint32(at + 16, true)) : time;
  return Math.max(0, Number(rest) / 1e6);
}

/** Nanoseconds of the real clock (0) or of one that only goes forward. */
function timeOf(clock: number): bigint {
  return clock === 0
    ? BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n
    : process.hrtime.bigint();
}

/** A call that answers what it throws as an error's number. */
function answering(call: (...args: never[]) => unknown): (...args: never[]) => number {
  return (...args) => {
    try {
      const answer = call(...args);
      return typeof answer === 'number' ? answer : ERRNO.OK;
    } catch (error) {
      if (error instanceof ProgramExit) throw error;
      return errnoOf(error);
    }
  };
}
