/** Ruby's memory, as calls of WASI read and write it. */
import type { BigIntStats } from 'node:fs';
import type { Memory } from './web-assembly.js';

/** Kinds of files, by WASI's numbers. */
export const TYPES = { characters: 2, folder: 3, file: 4, link: 7 } as const;

/** All numbers have their lowest byte first. */
export class WasiMemory {
  memory: Memory | null = null;
  private lastView = new DataView(new ArrayBuffer(0));

  /** Of the memory as it is now: when it grows, it is another one. */
  get view(): DataView {
    const { buffer } = this.memory!;
    if (this.lastView.buffer !== buffer) this.lastView = new DataView(buffer);
    return this.lastView;
  }

  /** Bytes in place. */
  bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.memory!.buffer, start, length);
  }

  setUint32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  setUint64(at: number, value: bigint): void {
    this.view.setBigUint64(at, value, true);
  }

  /** A file's state of which nothing is told but its kind. */
  setBareState(out: number, type: number): void {
    this.bytes(out, 64).fill(0);
    this.view.setUint8(out + 16, type);
  }

  /** A file's state; `null` for a folder of which nothing else is told. */
  setState(out: number, state: BigIntStats | null): void {
    if (state === null) {
      this.setBareState(out, TYPES.folder);
      return;
    }
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

  /** Those that a list names by their addresses and lengths. */
  pieces(list: number, count: number): Uint8Array[] {
    return Array.from({ length: count }, (_, index) => {
      const at = list + index * 8;
      return this.bytes(this.view.getUint32(at, true), this.view.getUint32(at + 4, true));
    });
  }
}
