/** What earlier builds wrote into a destination, kept in the cache folder: the only files of which we know that they are ours. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, type Stats, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileStamp } from '../model/source-file.js';
import { isSettled, isStampOf } from '../reuse/file-stamp.js';
import { decodeStamps, encodeStamps } from '../reuse/stamps-codec.js';

/** One written file as it was right after it was written. */
export interface Written extends FileStamp {
  /** SHA-1 of the bytes; for copies of the source's size and times. */
  readonly hash: string;
  /** `false` where the file may have been changed within the same tick of the clock, so that its stamp tells nothing. */
  readonly isSettled?: boolean;
}

/** Of what is about to be written. */
export const UNWRITTEN: Written = { hash: '', size: -1, modifiedAt: 0, changedAt: 0, inode: 0 };

/** By path relative to the destination. */
export type Manifest = ReadonlyMap<string, Written>;

/** Raised when the form changes; an older file counts as none. */
const VERSION = 4;

interface StoredManifest {
  readonly version: number;
  readonly destination: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly saved: number;
  /** Paths and hashes by turns, with NUL between them, as many texts as were written one after the other. */
  readonly files: readonly string[];
  /** Of the files in their order, up to the last one that was written; see `encodeStamps`. */
  readonly stamps: string;
}

/** The manifest of a destination, `null` when no build of ours has written there. */
export function readManifest(cache: string, destination: string): Manifest | null {
  const stored = readStored(manifestPath(cache, destination));
  if (stored === null || stored.version !== VERSION || stored.destination !== destination) return null;
  const { saved } = stored;
  const stamps = decodeStamps(stored.stamps);
  const manifest = new Map<string, Written>();
  const words = stored.files.flatMap((text) => text.split(SEPARATOR));
  for (let index = 0; index < words.length; index += 2) {
    const file = index / 2;
    const written = file < stamps.count ? writtenAs(words[index + 1]!, stamps.at(file), saved) : UNWRITTEN;
    manifest.set(words[index]!, written);
  }
  return manifest;
}

function writtenAs(hash: string, stamp: FileStamp, saved: number): Written {
  const { size, modifiedAt, changedAt, inode } = stamp;
  return { hash, size, modifiedAt, changedAt, inode, isSettled: isSettled(stamp, saved) };
}

/** Replaces the manifest of a destination at one go. */
export function saveManifest(
  cache: string,
  destination: string,
  files: Iterable<readonly [path: string, Written]>,
): void {
  const path = manifestPath(cache, destination);
  mkdirSync(cache, { recursive: true });
  const descriptor = openSync(`${path}.new`, 'w');
  try {
    for (const chunk of chunksOf(destination, files)) writeFileSync(descriptor, chunk);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${path}.new`, path);
}

/** Files of which one text is made. */
const CHUNK = 1024;
const SEPARATOR = '\0';

/** A `StoredManifest` piece by piece: whole, that of a large site would weigh as much as its pages' front matter. */
function* chunksOf(destination: string, files: Iterable<readonly [string, Written]>): Generator<string> {
  yield `{"version":${VERSION},"destination":${JSON.stringify(destination)},"saved":${Date.now()},"files":[`;
  const stamps: FileStamp[] = [];
  let words: string[] = [];
  let separator = '';
  const chunk = (): string => {
    const text = separator + JSON.stringify(words.join(SEPARATOR));
    separator = ',';
    words = [];
    return text;
  };
  for (const [path, written] of files) {
    words.push(path, written.hash);
    stamps.push(written);
    if (words.length === 2 * CHUNK) yield chunk();
  }
  if (words.length > 0) yield chunk();
  while (stamps.at(-1) === UNWRITTEN) stamps.pop();
  yield `],"stamps":"${encodeStamps(stamps)}"}`;
}

/** Whether a file is still as a build left it, by its stamp: then its bytes are known without reading them. */
export function isUntouched(last: Written, stats: Stats): boolean {
  return last.isSettled !== false && isStampOf(last, stats);
}

/** A short digest, also used to compare texts with what was written. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha1').update(data).digest('hex');
}

/** Absolute path of the file of a destination's manifest. */
export function manifestPath(cache: string, destination: string): string {
  return join(cache, `output-${digest(destination).slice(0, 12)}.json`);
}

/** A file that is missing or damaged is as good as none: the next build writes everything again. */
function readStored(path: string): StoredManifest | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StoredManifest;
  } catch {
    return null;
  }
}
