/** Writing what differs from what stands there, under a temporary name first where a file is replaced. */
import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import type { BytesOutput, CopyOutput, Output, StagedOutput, TextOutput } from '../model/output.js';
import type { FileStamp } from '../model/source-file.js';
import * as messages from '../report/messages.js';
import { isSettled, stampOf } from '../reuse/file-stamp.js';
import { writtenEncoding } from '../ruby/encoding.js';
import { pathInMessages } from '../site/site-files.js';
import type { EntryKind } from './existing.js';
import { digest, isUntouched, type Manifest, UNWRITTEN, type Written } from './manifest.js';
import { replaceFile } from './replace-file.js';

/** What writing goes by. */
export interface WriteInputs {
  readonly destination: string;
  /** One output a destination. */
  readonly outputs: ReadonlyMap<string, Output>;
  /** What stood in the destination before obsolete files were removed. */
  readonly existing: ReadonlyMap<string, EntryKind>;
  readonly manifest: Manifest | null;
  /** Whether the next build will know what this one wrote. */
  readonly remembers: boolean;
  /** The latest moment at which a file counts as changed; milliseconds since 1970. */
  readonly latest: number;
  readonly onProgress: (done: number, total: number) => void;
  /** Told whenever something in the destination has changed. */
  readonly onChange: () => void;
}

/** What was written. */
export interface WriteResult {
  /** Paths relative to the destination. */
  readonly written: readonly string[];
  readonly unchanged: number;
  /** Without what is new where nothing is remembered. */
  readonly manifest: Manifest;
}

/**
 * Writes all outputs.
 *
 * @throws SiteError for a file that cannot be written
 */
export function writeOutput(inputs: WriteInputs): WriteResult {
  const writer = new Writer(inputs);
  const manifest = new Map<string, Written>();
  for (const output of inputs.outputs.values()) {
    manifest.set(output.path, writer.write(output));
    inputs.onProgress(manifest.size, inputs.outputs.size);
  }
  const { written } = writer;
  return { written, unchanged: inputs.outputs.size - written.length, manifest };
}

/** Copies share their blocks where the disk can do that: Linux sees to it by itself, and asked for it takes a call more. */
const SHARED = process.platform === 'linux' ? 0 : constants.COPYFILE_FICLONE;

class Writer {
  readonly written: string[] = [];
  private readonly folders = new Set<string>();
  /** The folder that was asked for last, relative to the destination. */
  private folder: string | null = null;
  private readonly suffix = randomBytes(4).toString('hex');

  constructor(private readonly inputs: WriteInputs) {}

  write(output: Output): Written {
    try {
      if (output.kind === 'copy') return this.copy(output);
      return output.kind === 'staged' ? this.move(output) : this.writeBytes(output.path, bytesOf(output));
    } catch (error) {
      if (error instanceof SiteError) throw error;
      const { message } = error as Error;
      throw new SiteError({
        ...messages.unwritableFile(message, join(this.inputs.destination, output.path)),
        file: pathInMessages(output.file),
        cause: error,
      });
    }
  }

  private writeBytes(path: string, bytes: Uint8Array): Written {
    const target = join(this.inputs.destination, path);
    const hash = digest(bytes);
    const stats = this.statOf(path, target);
    if (
      stats &&
      this.isSame(path, stats, hash, () => stats.size === bytes.length && readFileSync(target).equals(bytes))
    ) {
      return this.record(path, hash, stats);
    }
    this.replace(path, (temporary) => {
      writeFileSync(temporary, bytes);
      renameSync(temporary, target);
    });
    return this.recordNew(hash, target);
  }

  /** What waits as a file needs no second one. */
  private move({ path, staged, hash, size, isInPlace }: StagedOutput): Written {
    const { destination, manifest, existing } = this.inputs;
    const last = manifest?.get(path);
    // It was looked at when its turn came; who builds meanwhile names another hash.
    if (isInPlace && last?.hash === hash && last.isSettled && existing.get(path) === 'file') return last;
    const target = join(destination, path);
    const stats = this.statOf(path, target);
    const isEqual = (): boolean => stats?.size === size && digest(readFileSync(target)) === hash;
    if (stats && this.isSame(path, stats, hash, isEqual)) return this.record(path, hash, stats);
    if (isInPlace) throw new SiteError(messages.outputChangedMeanwhile(target));
    this.replace(path, (temporary) => staged.moveTo(destination, path, temporary));
    return this.recordNew(hash, target);
  }

  /**
   * A copy carries the source's modification time in whole seconds, as Jekyll's does. It shares the source's blocks where the disk
   * can do that; its bytes are read only when something stands there that no build of ours left so.
   */
  private copy({ path, file }: CopyOutput): Written {
    const target = `${this.inputs.destination}/${path}`;
    const source = file.source.absolutePath;
    // As it was when it was read: whoever saves it later has another one, and copies once more.
    const stamp = file.source.stamp ?? stampOf(statSync(source));
    const seconds = Math.floor(Math.min(stamp.modifiedAt, this.inputs.latest) / 1000);
    const { remembers, existing } = this.inputs;
    if (existing.has(path)) return this.copyOver(path, source, target, stamp, seconds);
    // Before it is read: saved once more while its stamp still tells nothing, it must not pass for what was copied.
    const hash = remembers ? hashOfCopy(stamp) : '';
    this.makeFolderOf(path);
    if (!copyNew(source, target)) return this.copyOver(path, source, target, stamp, seconds);
    utimesSync(target, seconds, seconds);
    this.noteWritten(path);
    return this.recordNew(hash, target);
  }

  /** The same to a place where something stands. */
  private copyOver(path: string, source: string, target: string, stamp: FileStamp, seconds: number): Written {
    const hash = hashOfCopy(stamp);
    const stats = this.statOf(path, target);
    const isCopy = (): boolean =>
      stats?.size === stamp.size && readFileSync(target).equals(readFileSync(source));
    if (stats && (this.isKnownCopy(path, stats, hash) || isCopy())) {
      if (Math.floor(stats.mtimeMs / 1000) === seconds) return this.record(path, hash, stats);
      utimesSync(target, seconds, seconds);
      return this.recordNew(hash, target);
    }
    this.replace(path, (temporary) => {
      copyFileSync(source, temporary, SHARED);
      utimesSync(temporary, seconds, seconds);
      renameSync(temporary, target);
    });
    return this.recordNew(hash, target);
  }

  private isKnownCopy(path: string, stats: Stats, hash: string): boolean {
    const last = this.inputs.manifest?.get(path);
    return last !== undefined && isUntouched(last, stats) && last.hash === hash;
  }

  /** What is remembered of a file that was put there just now. */
  private recordNew(hash: string, target: string): Written {
    return this.inputs.remembers ? { hash, ...stampOf(statSync(target)) } : UNWRITTEN;
  }

  /** What is remembered already where that is the same. */
  private record(path: string, hash: string, stats: Stats): Written {
    const last = this.inputs.manifest?.get(path);
    const isKnown = last !== undefined && last.hash === hash && isUntouched(last, stats);
    return isKnown ? last : { hash, ...stampOf(stats) };
  }

  /** A file that is still as we left it is known by its stamp; of any other the bytes decide. */
  private isSame(path: string, stats: Stats, hash: string, hasSameBytes: () => boolean): boolean {
    const last = this.inputs.manifest?.get(path);
    return last !== undefined && isUntouched(last, stats) ? last.hash === hash : hasSameBytes();
  }

  /** Only what stood there as a file when the build looked can be the same; everything else is new. */
  private statOf(path: string, target: string): Stats | undefined {
    if (this.inputs.existing.get(path) !== 'file') return undefined;
    return statSync(target, { throwIfNoEntry: false });
  }

  /**
   * Puts a file in place at one go; a link that stands there is replaced, not written through.
   *
   * @param put puts it there, by way of a path beside it if need be
   */
  private replace(path: string, put: (temporary: string) => void): void {
    this.makeFolderOf(path);
    replaceFile(join(this.inputs.destination, path), this.suffix, put);
    this.noteWritten(path);
  }

  private makeFolderOf(path: string): void {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (folder === this.folder || this.folders.has(folder)) return;
    const { destination, onChange } = this.inputs;
    if (mkdirSync(join(destination, folder), { recursive: true }) !== undefined) onChange();
    this.folders.add(folder);
    this.folder = folder;
  }

  private noteWritten(path: string): void {
    this.inputs.onChange();
    this.written.push(path);
  }
}

/** What is remembered of a copy's source. */
function hashOfCopy(stamp: FileStamp): string {
  const { size, modifiedAt, changedAt, inode } = stamp;
  // Of a source that was saved just now the times tell nothing.
  return isSettled(stamp, Date.now())
    ? `${size} ${modifiedAt} ${changedAt} ${inode}`
    : randomBytes(8).toString('hex');
}

/**
 * Copies to where nothing stood when the build looked; false when something stands there now, such as a file whose name differs in nothing
 * that the disk minds. Nobody knows of a new file before the build ends, and what a killed build leaves of one, the next compares byte by
 * byte: a temporary name would be in vain.
 */
function copyNew(source: string, target: string): boolean {
  try {
    copyFileSync(source, target, SHARED | constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function bytesOf(output: TextOutput | BytesOutput): Uint8Array {
  return output.kind === 'text' ? writtenEncoding(output.encoding).encode(output.text) : output.bytes;
}
