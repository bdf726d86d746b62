/**
 * Zip archives as GitHub's archive host packs repositories: one folder with everything in it, and the commit for a comment. Origin of
 * the form: git's `archive-zip.c`.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { ArchiveError } from './archive-error.js';
import { ArchiveGuard } from './archive-guard.js';
import { entryPath, shownName } from './entry-path.js';
import { orArchiveError } from './or-archive-error.js';
import { type ArchiveLimits, defaultLimits, type UnpackedFile } from './unpacked-file.js';

const DAMAGED = 'it is no zip archive, or a damaged one';

/** Where a file lies in the archive: offsets in bytes. */
interface Span {
  /** Of its header. */
  readonly start: number;
  readonly contentStart: number;
  /** Not included. */
  readonly end: number;
  readonly path: string;
}

/**
 * The files of a repository's archive, without its top folder. Nothing is given before all of it has been looked at.
 *
 * @param accepts whether a path is wanted; of other entries nothing is unpacked
 * @throws ArchiveError
 */
export async function* unpackZip(
  archive: Buffer,
  accepts: (path: string) => boolean,
  limits: ArchiveLimits = defaultLimits,
): AsyncGenerator<UnpackedFile> {
  // Twice, so that what turns out bad at its end was not half unpacked, and no more than one file is in memory.
  for await (const _ of filesIn(archive, accepts, limits));
  yield* filesIn(archive, accepts, limits);
}

/**
 * The commit that a repository's archive was made of, which is its comment; `null` when it has none.
 *
 * @throws ArchiveError
 */
export async function zipComment(archive: Buffer): Promise<string | null> {
  const comment = (await openZip(archive)).comment as unknown as Buffer;
  const text = comment.toString('latin1');
  return /^[0-9a-f]{40}$/.test(text) ? text : null;
}

async function openZip(archive: Buffer): Promise<ZipFile> {
  try {
    // Names are decoded by us: the library stops at a backslash, even of a file that nobody wants.
    return await fromBufferPromise(archive, { decodeStrings: false });
  } catch (cause) {
    throw new ArchiveError(DAMAGED, { cause });
  }
}

async function* filesIn(
  archive: Buffer,
  accepts: (path: string) => boolean,
  limits: ArchiveLimits,
): AsyncGenerator<UnpackedFile> {
  const zip = await openZip(archive);
  const guard = new ArchiveGuard(accepts, limits);
  const spans: Span[] = [];
  let top: string | null = null;
  for await (const entry of orArchiveError(zip.eachEntry(), DAMAGED)) {
    const [folder, path] = splitTop(entry);
    top ??= folder;
    if (folder !== top) throw new ArchiveError(`it holds more than one folder (${shownName(folder)})`);
    if (!guard.admits({ path, kind: kindOf(entry), size: entry.uncompressedSize })) continue;
    refuseUnreadable(entry, path);
    const span = await spanOf(zip, entry, path);
    spans.push(span);
    const packed = archive.subarray(span.contentStart, span.end);
    yield { path, isExecutable: (modeOf(entry) & 0o100) !== 0, bytes: contentOf(packed, entry, path) };
  }
  refuseOverlaps(spans);
}

/** The top folder's name and the path in it. */
function splitTop(entry: Entry): [string, string] {
  const name = nameOf(entry);
  const path = entryPath(name);
  const slash = path.indexOf('/');
  if (slash >= 0) return [path.slice(0, slash), path.slice(slash + 1)];
  if (path !== '' && kindOf(entry) === 'folder') return [path, ''];
  throw new ArchiveError(`it holds something beside its folder (${shownName(name)})`);
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** As `stat` has it; 0 where the archive says nothing. */
function modeOf(entry: Entry): number {
  return entry.externalFileAttributes >>> 16;
}

function kindOf(entry: Entry): string {
  const type = modeOf(entry) & 0o170000;
  if (type === 0o120000) return 'a link';
  if (type === 0o040000 || (type === 0 && nameOf(entry).endsWith('/'))) return 'folder';
  return type === 0 || type === 0o100000 ? 'file' : 'a device';
}

function refuseUnreadable(entry: Entry, path: string): void {
  if (entry.isEncrypted()) throw new ArchiveError(`it holds an encrypted file (${shownName(path)})`);
  if (!entry.canDecodeFileData())
    throw new ArchiveError(
      `it holds a file packed by a method that is not known (${shownName(path)}: ${entry.compressionMethod})`,
    );
}

async function spanOf(zip: ZipFile, entry: Entry, path: string): Promise<Span> {
  try {
    const { fileDataStart, fileName } = await zip.readLocalFileHeaderPromise(entry);
    if (!fileName.equals(entry.fileNameRaw))
      throw new ArchiveError(`it has two names for one file (${shownName(path)})`);
    const end = fileDataStart + entry.compressedSize;
    return { start: entry.relativeOffsetOfLocalHeader, contentStart: fileDataStart, end, path };
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : damagedFile(path, cause);
  }
}

/** Not by the library's streams, with which an archive of small files takes twice as long. */
function contentOf(packed: Buffer, entry: Entry, path: string): Buffer {
  const bytes = entry.compressionMethod === 0 ? packed : inflate(packed, entry, path);
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw damagedFile(path);
  return bytes;
}

function inflate(packed: Buffer, { uncompressedSize }: Entry, path: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch (cause) {
    throw damagedFile(path, cause);
  }
}

function damagedFile(path: string, cause?: unknown): ArchiveError {
  return new ArchiveError(`it holds a damaged file (${shownName(path)})`, { cause });
}

/** Where entries share their bytes, a small archive unpacks to a large tree. */
function refuseOverlaps(spans: readonly Span[]): void {
  const inOrder = spans.toSorted((left, right) => left.start - right.start);
  for (const [index, { start, path }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before && before.end > start)
      throw new ArchiveError(`it holds files that lie over each other (${shownName(path)})`);
  }
}
