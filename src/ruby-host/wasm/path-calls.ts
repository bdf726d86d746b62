/** Calls of WASI about paths, each relative to a folder that is open. */
import * as fs from 'node:fs';
import { posix } from 'node:path';
import { ERRNO } from './errno.js';
import type { WasiCalls, WasiParts } from './wasi.js';

/** All begin with `path_`. A path is given by its folder, and by where its text stands in memory. */
export function pathCalls({ memory, descriptors, sandbox }: WasiParts): WasiCalls {
  const pathOf = (fd: number, start: number, length: number): string =>
    posix.resolve(descriptors.folder(fd).path, Buffer.from(memory.bytes(start, length)).toString('utf8'));
  /** The place of an entry itself, be it a link. */
  const writable = (fd: number, start: number, length: number): string =>
    sandbox.writable(pathOf(fd, start, length), false);
  return {
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
    ) => {
      const file = sandbox.open(pathOf(fd, start, length), { lookup, flags, rights, state });
      memory.setUint32(out, descriptors.add(file));
    },
    path_filestat_get: (fd: number, lookup: number, start: number, length: number, out: number) =>
      memory.setState(out, sandbox.state(pathOf(fd, start, length), (lookup & 1) === 1)),
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
      const path = sandbox.writable(pathOf(fd, start, length));
      const seconds = (time: bigint, isNow: boolean): number => (isNow ? now : Number(time) / 1e9);
      fs.utimesSync(path, seconds(accessed, (flags & 2) > 0), seconds(modified, (flags & 8) > 0));
    },
    path_create_directory: (fd: number, start: number, length: number) =>
      fs.mkdirSync(sandbox.writable(pathOf(fd, start, length))),
    path_remove_directory: (fd: number, start: number, length: number) =>
      fs.rmdirSync(writable(fd, start, length)),
    path_unlink_file: (fd: number, start: number, length: number) =>
      fs.unlinkSync(writable(fd, start, length)),
    path_rename: (
      fd: number,
      start: number,
      length: number,
      other: number,
      newStart: number,
      newLength: number,
    ) => fs.renameSync(writable(fd, start, length), writable(other, newStart, newLength)),
    path_readlink: (fd: number, start: number, length: number, into: number, room: number, out: number) => {
      const target = Buffer.from(fs.readlinkSync(sandbox.readable(pathOf(fd, start, length), false)));
      memory.bytes(into, room).set(target.subarray(0, room));
      memory.setUint32(out, Math.min(target.length, room));
    },
    path_link: () => ERRNO.EPERM,
    path_symlink: () => ERRNO.EPERM,
  };
}
