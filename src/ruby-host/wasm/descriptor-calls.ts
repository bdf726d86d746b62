/** Calls of WASI about what is open. */
import * as fs from 'node:fs';
import { ROOT } from './descriptors.js';
import { ERRNO, WasiError } from './errno.js';
import { RIGHTS } from './sandbox.js';
import type { WasiCalls, WasiParts } from './wasi.js';
import { TYPES } from './wasi-memory.js';

/** All begin with `fd_`. */
export function descriptorCalls(parts: WasiParts): WasiCalls {
  const { memory, descriptors } = parts;
  const read = (fd: number, list: number, count: number, out: number, at: number | null): void => {
    memory.setUint32(out, 0);
    memory.setUint32(out, descriptors.read(fd, memory.pieces(list, count), at));
  };
  const write = (fd: number, list: number, count: number, out: number, at: number | null): void =>
    memory.setUint32(out, descriptors.write(fd, memory.pieces(list, count), at));
  const seek = (fd: number, offset: number, from: number, out: number): void =>
    memory.setUint64(out, BigInt(descriptors.seek(fd, offset, from)));
  return {
    fd_advise: () => {},
    fd_datasync: () => {},
    fd_sync: () => {},
    fd_fdstat_set_flags: () => {},
    fd_close: (fd: number) => descriptors.close(fd),
    fd_renumber: (from: number, to: number) => descriptors.renumber(from, to),
    fd_prestat_get: (fd: number, out: number) => {
      if (fd !== ROOT) throw new WasiError(ERRNO.EBADF);
      memory.setUint32(out, 0);
      memory.setUint32(out + 4, 1);
    },
    fd_prestat_dir_name: (_fd: number, start: number) => void (memory.bytes(start, 1)[0] = 0x2f),
    fd_fdstat_get: (fd: number, out: number) => descriptorState(parts, fd, out),
    fd_filestat_get: (fd: number, out: number) => fileState(parts, fd, out),
    fd_filestat_set_size: (fd: number, size: bigint) =>
      fs.ftruncateSync(descriptors.file(fd).descriptor, Number(size)),
    fd_read: (fd: number, list: number, count: number, out: number) => read(fd, list, count, out, null),
    fd_pread: (fd: number, list: number, count: number, at: bigint, out: number) =>
      read(fd, list, count, out, Number(at)),
    fd_write: (fd: number, list: number, count: number, out: number) => write(fd, list, count, out, null),
    fd_pwrite: (fd: number, list: number, count: number, at: bigint, out: number) =>
      write(fd, list, count, out, Number(at)),
    fd_seek: (fd: number, offset: bigint, from: number, out: number) => seek(fd, Number(offset), from, out),
    fd_tell: (fd: number, out: number) => seek(fd, 0, 1, out),
    fd_readdir: (fd: number, start: number, length: number, cookie: bigint, out: number) =>
      memory.setUint32(out, readFolder(parts, fd, memory.bytes(start, length), Number(cookie))),
  };
}

function descriptorState({ memory, descriptors }: WasiParts, fd: number, out: number): void {
  const { kind } = descriptors.opened(fd);
  const type = kind === 'folder' ? TYPES.folder : kind === 'file' ? TYPES.file : TYPES.characters;
  memory.bytes(out, 24).fill(0);
  memory.view.setUint8(out, type);
  memory.setUint64(out + 8, kind === 'stream' ? RIGHTS.write : RIGHTS.all);
  memory.setUint64(out + 16, RIGHTS.all);
}

function fileState({ memory, descriptors, sandbox }: WasiParts, fd: number, out: number): void {
  const file = descriptors.opened(fd);
  if (file.kind === 'file') memory.setState(out, fs.fstatSync(file.descriptor, { bigint: true }));
  else if (file.kind === 'folder') memory.setState(out, sandbox.state(file.path, true));
  else memory.setBareState(out, TYPES.characters);
}

/** Writes a folder's entries, the last one as far as there is room; answers how many bytes. @param first number of the first one */
function readFolder(
  { descriptors, sandbox }: WasiParts,
  fd: number,
  into: Uint8Array,
  first: number,
): number {
  let used = 0;
  const entries = sandbox.entries(descriptors.folder(fd).path);
  for (let index = first; index < entries.length && used < into.length; index++) {
    const { name, type } = entries[index]!;
    const bytes = Buffer.from(name);
    const entry = Buffer.alloc(24 + bytes.length);
    entry.writeBigUInt64LE(BigInt(index + 1), 0);
    entry.writeUInt32LE(bytes.length, 16);
    entry.writeUInt8(type, 20);
    bytes.copy(entry, 24);
    const room = entry.subarray(0, into.length - used);
    into.set(room, used);
    used += room.length;
  }
  return used;
}
