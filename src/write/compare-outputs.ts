/** Whether what stands in a destination is what a clean build writes. Files are read a piece at a time, both at once. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../model/config.js';
import { compareStrings } from '../ruby/compare.js';
import { findObsolete } from './clean.js';
import { listExisting } from './existing.js';
import { readManifest } from './manifest.js';

/** One file in which two builds differ. */
export interface Difference {
  /** Relative to the destination, e.g. `about/index.html`. */
  readonly path: string;
  /** Whether it should be there and is not, is there and should not be, or is another one. */
  readonly kind: 'missing' | 'extra' | 'other';
  /** Where the first difference is; for another one alone. */
  readonly at?: FirstDifference;
}

/** The first difference of two files. */
export interface FirstDifference {
  /** 1-based. */
  readonly line: number;
  /** The line as it is, from the difference's neighbourhood on where it is long. */
  readonly is: string;
  /** The line as a clean build has it. */
  readonly shouldBe: string;
}

/** Bytes that are read at once of each file. */
const PIECE = 65_536;
/** Bytes of a line that are shown before and behind the first difference. */
const SHOWN = 80;

/**
 * The differences, sorted by path. What a build would leave alone in the destination is none.
 *
 * @param clean folder of a clean build
 * @param skipped paths that are not compared
 */
export function* compareOutputs(
  clean: string,
  config: Config,
  skipped: ReadonlySet<string>,
): Generator<Difference> {
  const { destination, cache } = config.directories;
  const wanted = filesIn(listExisting(clean));
  const existing = listExisting(destination);
  const manifest = readManifest(cache, destination);
  const obsolete = findObsolete({ config, existing, outputs: wanted, manifest, remembers: true });
  const extra = new Set(obsolete.filter((path) => existing.get(path) !== 'folder'));
  for (const path of [...wanted, ...extra].sort(compareStrings)) {
    if (skipped.has(path)) continue;
    if (extra.has(path)) yield { path, kind: 'extra' };
    else if (existing.get(path) !== 'file') yield { path, kind: 'missing' };
    else {
      const at = firstDifference(join(destination, path), join(clean, path));
      if (at !== null) yield { path, kind: 'other', at };
    }
  }
}

function filesIn(existing: ReturnType<typeof listExisting>): ReadonlySet<string> {
  return new Set([...existing].filter(([, kind]) => kind !== 'folder').map(([path]) => path));
}

/** Where two files differ first; `null` when they are equal. */
export function firstDifference(path: string, clean: string): FirstDifference | null {
  const [ours, theirs] = [openSync(path, 'r'), openSync(clean, 'r')];
  const [a, b] = [Buffer.allocUnsafe(PIECE), Buffer.allocUnsafe(PIECE)];
  try {
    let line = 1;
    for (let start = 0; ; start += PIECE) {
      const piece = a.subarray(0, readSync(ours, a, 0, PIECE, start));
      const cleanPiece = b.subarray(0, readSync(theirs, b, 0, PIECE, start));
      if (!piece.equals(cleanPiece)) {
        const offset = commonLength(piece, cleanPiece);
        line += lineEndsIn(piece.subarray(0, offset));
        const lineAt = (descriptor: number): string => lineAround(descriptor, start + offset);
        return { line, is: lineAt(ours), shouldBe: lineAt(theirs) };
      }
      if (piece.length < PIECE) return null;
      line += lineEndsIn(piece);
    }
  } finally {
    closeSync(ours);
    closeSync(theirs);
  }
}

function commonLength(a: Buffer, b: Buffer): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a[length] === b[length]) length++;
  return length;
}

function lineEndsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** What stands in a line before and behind a byte. */
function lineAround(descriptor: number, offset: number): string {
  const from = Math.max(0, offset - SHOWN);
  const bytes = Buffer.alloc(2 * SHOWN);
  const read = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
  const start = offset === from ? 0 : read.lastIndexOf(10, offset - from - 1) + 1;
  const end = read.indexOf(10, offset - from);
  return read.toString('utf8', start, end < 0 ? read.length : end);
}
