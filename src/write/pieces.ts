/** Files that are measured and written piece by piece. */

import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';

/** SHA-1 and length in bytes of what lies in pieces. */
export function measure(pieces: Iterable<Buffer>): { readonly hash: string; readonly size: number } {
  const hash = createHash('sha1');
  let size = 0;
  for (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
  }
  return { hash: hash.digest('hex'), size };
}

/** Writes a new file. */
export function writePieces(path: string, pieces: Iterable<Buffer>): void {
  const descriptor = openSync(path, 'wx');
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}
