import { pipeline, Readable } from 'node:stream';
import { type Extract, extract, type Header } from 'tar-stream';
import { ArchiveError } from './archive-error.js';
import { ArchiveGuard } from './archive-guard.js';
import { entryPath, shownName } from './entry-path.js';
import { orArchiveError } from './or-archive-error.js';
import type { ArchiveLimits, UnpackedFile } from './unpacked-file.js';

/** Bytes of an entry's headers, on the average: its own 512, and at least 1,024 where its name needs another. */
export const HEADERS_PER_ENTRY = 2048;
/**
 * Bytes of the headers of one entry. The library lays each pax header over the global one, so that many, or large ones, take long; a name
 * of ours ends at 1,024 bytes.
 */
const MAX_HEADERS = 8192;
/**
 * Bytes that the library may be given with no entry coming of them, since it gathers a header's content: more than `MAX_HEADERS` and what
 * waits between the streams, and than the empty blocks at an archive's end.
 */
const MAX_SILENCE = 128 * 1024;
const SLICE = 16 * 1024;

/** The library's own types do not know of all it gives. */
type TarHeader = Omit<Header, 'type' | 'pax'> & {
  /** Where the content begins, in bytes from the archive's start. */
  readonly byteOffset: number;
  /** `null` for one that the library does not know. */
  readonly type: string | null;
  readonly pax: Readonly<Record<string, string>> | null;
};

const kinds: Readonly<Record<string, string>> = {
  'block-device': 'a device',
  'character-device': 'a device',
  directory: 'folder',
  fifo: 'a FIFO',
  file: 'file',
  link: 'a hard link',
  symlink: 'a link',
};

/**
 * The wanted files of a tar archive, as they come.
 *
 * @param tar its bytes, unpacked
 * @throws ArchiveError
 */
export async function* tarFiles(
  tar: AsyncIterable<Buffer> | Iterable<Buffer>,
  accepts: (path: string) => boolean,
  limits: ArchiveLimits,
): AsyncGenerator<UnpackedFile> {
  const guard = new ArchiveGuard(accepts, limits);
  const progress = { end: 0 };
  let room = MAX_HEADERS;
  for await (const entry of orArchiveError(
    entriesOf(tar, progress),
    'it is no tar archive, or a damaged one',
  )) {
    const header = entry.header as TarHeader;
    const { name, size, mode, byteOffset } = header;
    const headers = byteOffset - progress.end;
    room += HEADERS_PER_ENTRY - headers;
    if (headers > MAX_HEADERS || room < 0) throw tooLargeHeaders();
    progress.end = Math.ceil((byteOffset + size) / 512) * 512;
    const path = entryPath(name);
    if (guard.admits({ path, kind: kindOf(header), size })) {
      const chunks = entry as AsyncIterable<Buffer>;
      const bytes = await readAll(orArchiveError(chunks, `it holds a damaged file (${shownName(path)})`));
      yield { path, isExecutable: (mode & 0o100) !== 0, bytes };
    } else entry.resume();
  }
}

/** @param progress where the last entry that came ends, in bytes from the archive's start */
function entriesOf(
  tar: AsyncIterable<Buffer> | Iterable<Buffer>,
  progress: { readonly end: number },
): Extract {
  // Archives of before 1988 name no format.
  const entries = extract({ allowUnknownFormat: true } as object);
  const writable = entries as unknown as NodeJS.WritableStream;
  // What goes wrong is told by the entries.
  pipeline(Readable.from(slicesOf(tar, progress)), writable, () => {});
  return entries;
}

async function* slicesOf(
  tar: AsyncIterable<Buffer> | Iterable<Buffer>,
  progress: { readonly end: number },
): AsyncGenerator<Buffer> {
  let given = 0;
  for await (const chunk of tar) {
    for (let start = 0; start < chunk.length; start += SLICE) {
      if (given - progress.end > MAX_SILENCE) throw tooLargeHeaders();
      const slice = chunk.subarray(start, start + SLICE);
      given += slice.length;
      yield slice;
    }
  }
}

function tooLargeHeaders(): ArchiveError {
  return new ArchiveError('it holds headers that are too large');
}

function kindOf({ type, pax }: TarHeader): string {
  const isSparse = Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse.'));
  if (isSparse) return 'a sparse file';
  return kinds[type ?? ''] ?? 'an entry of a kind that is not known';
}

/** All that an entry has; its size was looked at before. */
async function readAll(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
