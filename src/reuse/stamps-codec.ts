/** Stamps as one text: their times have fractions, which take long to print and to read as decimals. */
import type { FileStamp } from '../model/source-file.js';

/** Numbers of a stamp. */
const NUMBERS = 4;

/** Stamps one after the other, in Base64. */
export function encodeStamps(stamps: readonly FileStamp[]): string {
  return Buffer.from(numbersOf(stamps).buffer).toString('base64');
}

/** The numbers of stamps, one stamp after the other. */
export function numbersOf(stamps: readonly FileStamp[]): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(stamps.length * NUMBERS);
  let next = 0;
  for (const { size, modifiedAt, changedAt, inode } of stamps) {
    numbers[next++] = size;
    numbers[next++] = modifiedAt;
    numbers[next++] = changedAt;
    numbers[next++] = inode;
  }
  return numbers;
}

/** The stamps that were written. */
export function decodeStamps(text: string): Stamps {
  return new Stamps(new Uint8Array(Buffer.from(text, 'base64')));
}

/** Many stamps, each of which is made when somebody asks. */
export class Stamps {
  private readonly numbers: Float64Array;

  /** @param bytes of `numbersOf`, with a buffer of their own */
  constructor(bytes: Uint8Array) {
    this.numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  }

  /** How many there are. */
  get count(): number {
    return this.numbers.length / NUMBERS;
  }

  at(index: number): FileStamp {
    const start = NUMBERS * index;
    const { numbers } = this;
    return {
      size: numbers[start]!,
      modifiedAt: numbers[start + 1]!,
      changedAt: numbers[start + 2]!,
      inode: numbers[start + 3]!,
    };
  }
}
