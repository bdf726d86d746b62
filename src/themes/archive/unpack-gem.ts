/**
 * Gems: a tar archive of the specification, the files in a tar archive of their own, and both parts' checksums; signatures beside them
 * are not looked at. Origin: RubyGems 3.3, `Gem::Package`.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { ArchiveError } from './archive-error.js';
import { type GemSpecification, readGemSpecification } from './gem-specification.js';
import { parseGemYaml } from './gem-yaml.js';
import { orArchiveError } from './or-archive-error.js';
import { HEADERS_PER_ENTRY, tarFiles } from './tar-files.js';
import { type ArchiveLimits, defaultLimits, type UnpackedFile } from './unpacked-file.js';

/** An opened gem. */
export interface Gem {
  readonly specification: GemSpecification;
  /**
   * Its files. Nothing is given before all of it has been looked at.
   *
   * @param accepts whether a path is wanted; other entries are passed over
   * @throws ArchiveError
   */
  files(accepts: (path: string) => boolean): AsyncGenerator<UnpackedFile>;
}

/** Bytes of the specification or the checksums, unpacked; a specification that names 500 files has some 20 kB. */
const MAX_TEXT = 1e6;
/** Entries of a gem itself; with checksums and signatures six. */
const MAX_PARTS = 100;

/** Two empty blocks. */
const END = Buffer.alloc(1024);

const partNames = ['metadata.gz', 'metadata', 'data.tar.gz', 'checksums.yaml.gz'];
const algorithms: ReadonlySet<string> = new Set(['SHA1', 'SHA256', 'SHA384', 'SHA512']);

type Parts = ReadonlyMap<string, Buffer>;

/** @throws ArchiveError */
export async function readGem(archive: Buffer, limits: ArchiveLimits = defaultLimits): Promise<Gem> {
  const parts = await partsOf(archive);
  const data = parts.get('data.tar.gz');
  if (!data) throw new ArchiveError('it is no gem: data.tar.gz is missing');
  await compareChecksums(parts);
  const specification = readGemSpecification(await specificationText(parts));
  return { specification, files: (accepts) => filesOf(data, accepts, limits) };
}

async function partsOf(archive: Buffer): Promise<Parts> {
  const parts = new Map<string, Buffer>();
  // No part is larger than the archive, whatever it says of itself.
  const limits = {
    entries: MAX_PARTS,
    fileSize: Number.POSITIVE_INFINITY,
    totalSize: Number.POSITIVE_INFINITY,
  };
  for await (const { path, bytes } of tarFiles([archive], (path) => partNames.includes(path), limits))
    parts.set(path, bytes);
  // RubyGems has always ended them so; without a look at it, a gem cut after its files is one without checksums.
  if (archive.subarray(-END.length).compare(END) !== 0) throw new ArchiveError('it is cut short');
  return parts;
}

/** Of those parts that have sums in algorithms that are known. */
async function compareChecksums(parts: Parts): Promise<void> {
  const packed = parts.get('checksums.yaml.gz');
  if (!packed) return;
  const lists = parseGemYaml(await gunzipText(packed, 'checksums.yaml.gz'), 'its checksums.yaml.gz');
  for (const [algorithm, sums] of lists instanceof Map ? lists : []) {
    if (typeof algorithm !== 'string' || !algorithms.has(algorithm) || !(sums instanceof Map)) continue;
    for (const [name, part] of parts) {
      const expected = sums.get(name);
      const found = createHash(algorithm).update(part).digest('hex');
      if (expected !== undefined && expected !== found)
        throw new ArchiveError(`the ${algorithm} of ${name} is not the one that it names itself`);
    }
  }
}

async function specificationText(parts: Parts): Promise<string> {
  const packed = parts.get('metadata.gz');
  if (packed) return gunzipText(packed, 'metadata.gz');
  const text = parts.get('metadata');
  if (!text) throw new ArchiveError('it is no gem: metadata.gz is missing');
  return text.toString();
}

async function gunzipText(packed: Buffer, name: string): Promise<string> {
  try {
    return (await promisify(gunzip)(packed, { maxOutputLength: MAX_TEXT })).toString();
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const what = isTooLarge ? `unpacks to more than ${MAX_TEXT / 1e6} MB` : 'is damaged';
    throw new ArchiveError(`its ${name} ${what}`, { cause });
  }
}

async function* filesOf(
  data: Buffer,
  accepts: (path: string) => boolean,
  limits: ArchiveLimits,
): AsyncGenerator<UnpackedFile> {
  // Twice, so that what turns out bad at its end was not half unpacked, and no more than one file is in memory.
  for await (const _ of tarFiles(gunzipped(data, limits), accepts, limits));
  yield* tarFiles(gunzipped(data, limits), accepts, limits);
}

/** What is passed over must be unpacked, too, so that it counts with the rest. */
async function* gunzipped(data: Buffer, { entries, totalSize }: ArchiveLimits): AsyncGenerator<Buffer> {
  const stream = createGunzip();
  stream.end(data);
  const most = totalSize + entries * HEADERS_PER_ENTRY;
  let size = 0;
  for await (const chunk of orArchiveError<Buffer>(stream, 'its data.tar.gz is damaged')) {
    size += chunk.length;
    if (size > most) throw new ArchiveError(`it unpacks to more than ${totalSize / 1e6} MB`);
    yield chunk;
  }
}
