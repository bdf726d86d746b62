/** What earlier builds wrote into a destination, kept in the cache folder: the only files of which we know that they are ours. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, type Stats, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One written file as it was when it was written. */
export interface Written {
  /** SHA-1 of the bytes; for copies of the source's size and times. */
  readonly hash: string;
  /** Size in bytes and modification time in milliseconds of the file in the destination. */
  readonly size: number;
  readonly modifiedAt: number;
}

/** By path relative to the destination. */
export type Manifest = ReadonlyMap<string, Written>;

/** Raised when the form changes; an older file counts as none. */
const VERSION = 1;

interface StoredManifest {
  readonly version: number;
  readonly destination: string;
  readonly files: readonly (readonly [string, string, number, number])[];
}

/** The manifest of a destination, `null` when no build of ours has written there. */
export function readManifest(cache: string, destination: string): Manifest | null {
  const stored = readStored(manifestPath(cache, destination));
  if (stored === null || stored.version !== VERSION || stored.destination !== destination) return null;
  return new Map(stored.files.map(([path, hash, size, modifiedAt]) => [path, { hash, size, modifiedAt }]));
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

/** In UTF-16 units. */
const CHUNK = 2 ** 16;

/** A `StoredManifest` piece by piece: whole, that of a large site would weigh as much as its pages' front matter. */
function* chunksOf(destination: string, files: Iterable<readonly [string, Written]>): Generator<string> {
  let text = `{"version":${VERSION},"destination":${JSON.stringify(destination)},"files":[`;
  let separator = '';
  for (const [path, { hash, size, modifiedAt }] of files) {
    text += separator + JSON.stringify([path, hash, size, modifiedAt]);
    separator = ',';
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield `${text}]}`;
}

/** Whether a file is still as a build left it, by its size and time: then its bytes are known without reading them. */
export function isUntouched(last: Written, stats: Stats): boolean {
  return last.size === stats.size && last.modifiedAt === stats.mtimeMs;
}

/** A short digest, also used to compare texts with what was written. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha1').update(data).digest('hex');
}

function manifestPath(cache: string, destination: string): string {
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
