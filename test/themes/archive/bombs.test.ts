import { once } from 'node:events';
import { createDeflateRaw, createGzip, type Gzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { ArchiveError } from '../../../src/themes/archive/archive-error.js';
import { readGem } from '../../../src/themes/archive/unpack-gem.js';
import { unpackZip } from '../../../src/themes/archive/unpack-zip.js';
import { defaultLimits, type UnpackedFile } from '../../../src/themes/archive/unpacked-file.js';
import { specificationText } from '../../helpers/make-gem.js';
import { makeTar } from '../../helpers/make-tar.js';
import { makeZip, packZip } from '../../helpers/make-zip.js';

const MB = 2 ** 20;
const limits = { ...defaultLimits, fileSize: 20 * MB, totalSize: 40 * MB };

/** So many MB of zeros behind a beginning, packed, without all of it ever being in memory. */
async function packedZeros(
  packer: Gzip,
  megabytes: number,
  beginning: Buffer = Buffer.alloc(0),
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  packer.on('data', (chunk: Buffer) => chunks.push(chunk));
  packer.write(beginning);
  for (let count = 0; count < megabytes; count += 1) {
    if (!packer.write(Buffer.alloc(MB))) await once(packer, 'drain');
  }
  packer.end();
  await once(packer, 'end');
  return Buffer.concat(chunks);
}

/** How many MB more the process takes at its largest, once it has read what is refused. */
async function growthOf(files: () => AsyncIterable<UnpackedFile>): Promise<number> {
  const before = process.resourceUsage().maxRSS;
  const reading = async (): Promise<void> => {
    for await (const { path } of files()) throw new Error(`${path} was given`);
  };
  await expect(reading()).rejects.toThrow(ArchiveError);
  return (process.resourceUsage().maxRSS - before) / 1024;
}

const everything = (): boolean => true;

async function* filesOfGem(data: Buffer, accepts: (path: string) => boolean): AsyncGenerator<UnpackedFile> {
  const archive = makeTar([
    { name: 'metadata', content: specificationText({ name: 'a', version: '1' }) },
    { name: 'data.tar.gz', content: data },
  ]);
  yield* (await readGem(archive, limits)).files(accepts);
}

test('a file of 200 MB that says to have 1 MB is not unpacked', async () => {
  const packed = await packedZeros(createDeflateRaw(), 200);
  const archive = packZip([{ name: 't/a', packed, claims: { size: MB } }]);
  expect(await growthOf(() => unpackZip(archive, everything, limits))).toBeLessThan(100);
});

test('nor is one of a gem that says so, wanted or not', async () => {
  const header = makeTar([{ name: 'a', claims: { size: 200 * MB } }]).subarray(0, 512);
  const data = await packedZeros(createGzip(), 200, header);
  expect(await growthOf(() => filesOfGem(data, everything))).toBeLessThan(100);
  expect(await growthOf(() => filesOfGem(data, () => false))).toBeLessThan(100);
});

test('zeros without end are no tar archive', async () => {
  const data = await packedZeros(createGzip(), 200);
  expect(await growthOf(() => filesOfGem(data, everything))).toBeLessThan(100);
});

test('as many entries as there may be take no time to speak of', async () => {
  const names = Array.from({ length: limits.entries - 5 }, (_, index) => `f/${index}`);
  const archive = makeZip(Object.fromEntries(names.map((name) => [name, ''])));
  const accepts = (path: string): boolean => path.startsWith('f/1');
  const before = process.cpuUsage().user;
  let count = 0;
  for await (const _ of unpackZip(archive, accepts, limits)) count += 1;
  expect(count).toBe(names.filter(accepts).length);
  // About 3 s; in microseconds.
  expect(process.cpuUsage().user - before).toBeLessThan(30e6);
});
