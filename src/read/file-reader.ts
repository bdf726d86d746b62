/** Reads files of the site: whole ones, or only as much as tells a page from a static file. */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { SiteError } from '../model/diagnostic.js';
import type { FileStamp, SourceFile } from '../model/source-file.js';
import * as messages from '../report/messages.js';
import { stampOf } from '../reuse/file-stamp.js';
import { isSpace } from '../ruby/string.js';
import { extensionOf } from '../url/extension.js';
import type { ReadingMemory } from './reading-memory.js';

/** A file and its bytes, which are good until the reader reads the next one. */
export interface ReadSource {
  readonly file: SourceFile;
  /** As the file was before it was read. */
  readonly stamp: FileStamp;
  readonly bytes: Buffer;
}

/** Bytes read in the first go: most posts are smaller (a post of 400 words has 3 KB). */
const FIRST_READ = 16_384;

/** Bytes that tell whether a file is copied as it is, and why: see `noteBareText`. */
const FIRST_LOOK = 1024;

/** Reads with four system calls a file, into one buffer. */
export class SourceReader {
  private readonly buffer = Buffer.allocUnsafe(FIRST_READ);

  /**
   * @param latest the latest moment at which a file counts as changed; milliseconds since 1970
   * @param needsNoHeader whether files with an extension are pages even without front matter
   */
  constructor(
    private readonly memory: ReadingMemory,
    private readonly latest: number,
    private readonly needsNoHeader: (extension: string) => boolean = () => false,
  ) {}

  /** Reads a file whole. */
  read(path: string, absolutePath: string): ReadSource {
    const { file, stamp, start, isWhole } = this.readStart(path, absolutePath);
    this.memory.note(path, file.size);
    return { file, stamp, bytes: isWhole ? start : readFileSync(absolutePath) };
  }

  /**
   * Reads a file whole if it begins with front matter (`Utils.has_yaml_header?`) or needs none; otherwise `bytes` is null, and `start`
   * what it begins with.
   */
  readIfHeader(
    path: string,
    absolutePath: string,
  ): Omit<ReadSource, 'bytes'> & { readonly bytes: Buffer | null; readonly start: Buffer } {
    const needsNoHeader = this.needsNoHeader(extensionOf(path));
    const isWanted = (look: Buffer): boolean => needsNoHeader || hasDashes(look);
    const { file, stamp, start, isWhole } = this.readStart(path, absolutePath, isWanted);
    if (!hasHeader(start) && !needsNoHeader) return { file, stamp, bytes: null, start };
    this.memory.note(path, file.size);
    return { file, stamp, bytes: isWhole ? start : readFileSync(absolutePath), start };
  }

  /** @param isWanted whether more than a look is taken at a file that begins so; default always */
  private readStart(
    path: string,
    absolutePath: string,
    isWanted: ((look: Buffer) => boolean) | null = null,
  ): { file: SourceFile; stamp: FileStamp; start: Buffer; isWhole: boolean } {
    let descriptor: number | null = null;
    try {
      descriptor = openSync(absolutePath, 'r');
      const stamp = stampOf(fstatSync(descriptor));
      let count = readSync(descriptor, this.buffer, 0, isWanted === null ? FIRST_READ : FIRST_LOOK, 0);
      if (count === FIRST_LOOK && isWanted?.(this.buffer.subarray(0, count)))
        count += readSync(descriptor, this.buffer, count, FIRST_READ - count, count);
      const modifiedAt = Math.min(stamp.modifiedAt, this.latest);
      const file: SourceFile = { path, absolutePath, modifiedAt, size: stamp.size, stamp };
      return { file, stamp, start: this.buffer.subarray(0, count), isWhole: count < FIRST_READ };
    } catch (cause) {
      throw unreadable(path, absolutePath, cause);
    } finally {
      if (descriptor !== null) closeSync(descriptor);
    }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  EISDIR: 'Is a directory',
  ELOOP: 'Too many levels of symbolic links',
  ENOENT: 'No such file or directory',
  EPERM: 'Operation not permitted',
};

/** The error for a file or folder the system does not let us read, in the words Ruby has for it. */
export function unreadable(path: string, absolutePath: string, cause: unknown): SiteError {
  return new SiteError({ ...messages.unreadableFile(reasonOf(cause), absolutePath, { file: path }), cause });
}

/** Ruby's words for an error of the system's. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
}

/**
 * A file's record without reading it.
 *
 * @param latest the latest moment at which it counts as changed; milliseconds since 1970
 */
export function statSource(path: string, absolutePath: string, latest: number): SourceFile {
  const stamp = stampOf(statSync(absolutePath));
  const { modifiedAt, size } = stamp;
  return { path, absolutePath, modifiedAt: Math.min(modifiedAt, latest), size, stamp };
}

/** Whether the first line is `---` and white space, ended by a line feed. A byte order mark before it makes the file static. */
function hasHeader(bytes: Buffer): boolean {
  if (bytes.length < 4 || !hasDashes(bytes)) return false;
  for (let index = 3; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === 10) return true;
    if (!isSpace(byte)) return false;
  }
  return false;
}

/** Whether the first three bytes are hyphens. */
function hasDashes(bytes: Buffer): boolean {
  return bytes[0] === 45 && bytes[1] === 45 && bytes[2] === 45;
}
