/**
 * The memory of Ruby at a moment at which nothing of it runs: together with the program that is all there is of it, since what else changes
 * in the program, its stack's top and what leads out of fibers, is then as at the beginning. Only pages are kept that differ from a program's
 * that has not run: 6 MB of 74.
 */

const PAGE = 4096;
/** Numbers before the pages: bytes of the memory, and how many pages follow. */
const HEAD = 8;

/** Pages, and where they go. */
export interface MemoryImage {
  /** Bytes of the whole memory. */
  readonly size: number;
  /** Of each page, its number. */
  readonly numbers: Uint32Array;
  readonly pages: Buffer;
}

/** What of a memory is not as it was. @param fresh the memory of the same program before it ran */
export function takeImage(memory: ArrayBuffer, fresh: Buffer): MemoryImage {
  const all = Buffer.from(memory);
  const zeros = Buffer.alloc(PAGE);
  const numbers: number[] = [];
  for (let at = 0; at < all.length; at += PAGE) {
    const before = at < fresh.length ? fresh.subarray(at, at + PAGE) : zeros;
    if (!all.subarray(at, at + PAGE).equals(before)) numbers.push(at / PAGE);
  }
  const pages = Buffer.alloc(numbers.length * PAGE);
  numbers.forEach((number, index) => {
    all.copy(pages, index * PAGE, number * PAGE, (number + 1) * PAGE);
  });
  return { size: all.length, numbers: Uint32Array.from(numbers), pages };
}

/** Puts pages where they belong, in a memory of the image's size. */
export function layImage({ numbers, pages }: MemoryImage, memory: ArrayBuffer): void {
  const all = Buffer.from(memory);
  numbers.forEach((number, index) => {
    pages.copy(all, number * PAGE, index * PAGE, (index + 1) * PAGE);
  });
}

/** An image as bytes. */
export function imageBytes({ size, numbers, pages }: MemoryImage): Buffer {
  const head = Uint32Array.of(size, numbers.length);
  return Buffer.concat([head, numbers].map((list) => Buffer.from(list.buffer)).concat(pages));
}

/** The image behind bytes that {@link imageBytes} made. */
export function imageFrom(bytes: Buffer): MemoryImage {
  const count = bytes.readUInt32LE(4);
  const numbers = Uint32Array.from({ length: count }, (_, index) => bytes.readUInt32LE(HEAD + index * 4));
  return { size: bytes.readUInt32LE(0), numbers, pages: bytes.subarray(HEAD + count * 4) };
}
