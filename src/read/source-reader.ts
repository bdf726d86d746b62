/** Reads files of the site: whole ones, or only as much as tells a page from a static file. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { SourceFile } from '../model/source-file.js';

/** A file and, if it has front matter or was asked for whole, its bytes. */
export interface ReadSource {
  readonly file: SourceFile;
  readonly bytes: Buffer | null;
}

/** Bytes read in the first go: most posts are smaller (a post of 400 words has 3 KB). */
const FIRST_READ = 16_384;

export class SourceReader {
  private readonly buffer = Buffer.allocUnsafe(FIRST_READ);

  /** Reads a file whole if it begins with front matter (`Utils.has_yaml_header?`); otherwise only looks at its beginning. */
  readIfHeader(path: string, absolutePath: string): ReadSource {
    const descriptor = openSync(absolutePath, 'r');
    try {
      const { mtimeMs, size } = fstatSync(descriptor);
      const file: SourceFile = { path, absolutePath, modifiedAt: mtimeMs, size };
      const count = readSync(descriptor, this.buffer, 0, FIRST_READ, 0);
      if (!hasHeader(this.buffer.subarray(0, count))) return { file, bytes: null };
      const isWhole = count < FIRST_READ;
      return {
        file,
        bytes: isWhole ? Buffer.from(this.buffer.subarray(0, count)) : readFileSync(absolutePath),
      };
    } finally {
      closeSync(descriptor);
    }
  }

  /** Reads a file whole. */
  read(path: string, absolutePath: string): { readonly file: SourceFile; readonly bytes: Buffer } {
    return { file: statSource(path, absolutePath), bytes: readFileSync(absolutePath) };
  }
}

/** A file's record without reading it. */
export function statSource(path: string, absolutePath: string): SourceFile {
  const { mtimeMs, size } = statSync(absolutePath);
  return { path, absolutePath, modifiedAt: mtimeMs, size };
}

/** Whether the first line is `---` and white space, ended by a line feed. A byte order mark before it makes the file static. */
function hasHeader(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes[0] !== 45 || bytes[1] !== 45 || bytes[2] !== 45) return false;
  for (let index = 3; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === 10) return true;
    if (byte !== 32 && (byte < 9 || byte > 13)) return false;
  }
  return false;
}

/**
 * Text of a file in the site's encoding; `null` when the bytes are no such text.
 *
 * @param dropsMark whether a byte order mark is taken off, as Jekyll does for all but tables
 */
export function decodeText(bytes: Buffer, encoding: string, dropsMark = true): string | null {
  const name = encoding.toLowerCase();
  if (name !== '' && name !== 'utf-8' && name !== 'utf8') {
    return new TextDecoder(name, { ignoreBOM: !dropsMark }).decode(bytes);
  }
  if (!isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  return dropsMark && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
