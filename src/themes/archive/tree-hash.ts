import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { UnpackedFile } from './unpacked-file.js';

/** What we note of a tree at its top; no part of it. */
const OWN_NOTE = '.utterson-theme.json';

/**
 * A sum over a tree of files: the sha256 of a line for each, `PATH NUL MODE NUL SHA256-OF-BYTES`, where the mode is git's: 100644, 100755
 * for what may be run. Neither the files' order, nor times, nor empty folders show.
 */
export class TreeHash {
  readonly #lines: string[] = [];

  add({ path, isExecutable, bytes }: UnpackedFile): void {
    this.#addLine(path, isExecutable ? '100755' : '100644', bytes);
  }

  /** Hexadecimal. */
  digest(): string {
    const hash = createHash('sha256');
    for (const line of this.#lines.toSorted()) hash.update(line);
    return hash.digest('hex');
  }

  /**
   * What no archive of ours unpacks to, so that somebody made it.
   *
   * @param target where it leads if it is a link; else ''
   */
  addOther(path: string, target: string): void {
    this.#addLine(path, '120000', Buffer.from(target));
  }

  #addLine(path: string, mode: string, bytes: Buffer): void {
    const sum = createHash('sha256').update(bytes).digest('hex');
    this.#lines.push(`${path}\0${mode}\0${sum}\n`);
  }
}

/** The sum of a folder on disk, equal to that of the files it was unpacked from. */
export function hashTree(folder: string): string {
  const hash = new TreeHash();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (entry.isDirectory() || path === OWN_NOTE) continue;
    if (entry.isFile()) hash.add({ path, isExecutable: isExecutable(file), bytes: readFileSync(file) });
    else hash.addOther(path, entry.isSymbolicLink() ? readlinkSync(file) : '');
  }
  return hash.digest();
}

function isExecutable(file: string): boolean {
  return (statSync(file).mode & 0o100) !== 0;
}
