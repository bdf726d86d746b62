import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArchiveError } from '../../../src/themes/archive/archive-error.js';
import { readGem } from '../../../src/themes/archive/unpack-gem.js';
import { unpackZip, zipComment } from '../../../src/themes/archive/unpack-zip.js';
import type { UnpackedFile } from '../../../src/themes/archive/unpacked-file.js';
import { makeGem, packGem, specificationText } from '../../helpers/make-gem.js';
import { makeTar, paxRecord } from '../../helpers/make-tar.js';
import { makeZip } from '../../helpers/make-zip.js';

const everything = (): boolean => true;
const files = { '_layouts/a.html': 'x'.repeat(300), 'b/c': 'y', d: '' };
const zip = makeZip(files);
const gem = makeGem({ name: 'a', version: '1', files, dependencies: { jekyll: ['~> 4.0'] } });
const specification = specificationText({ name: 'a', version: '1' });
const tar = makeTar([
  { name: 'x', type: 'x', content: paxRecord('path', 'p/q') },
  { name: 'a', content: 'abc' },
  { name: 'folder/', type: '5' },
  { name: 'long', type: 'L', content: 'long/name\0' },
  { name: 's', content: 'z'.repeat(600) },
]);

async function* unpackGem(archive: Buffer): AsyncGenerator<UnpackedFile> {
  yield* (await readGem(archive)).files(everything);
}

const readers: Readonly<
  Record<string, readonly [good: Buffer, read: (archive: Buffer) => AsyncIterable<unknown>]>
> = {
  'a zip archive': [zip, (archive) => unpackZip(archive, everything)],
  'a gem': [gem, unpackGem],
  "a gem's data": [tar, (data) => unpackGem(packGem({ specification, data }))],
  "a gem's specification": [
    Buffer.from(specification),
    (text) => unpackGem(packGem({ specification: `${text}`, data: tar })),
  ],
};

/** Bytes that are changed, by their places as parts of the whole, and how much of it there is. */
const damages = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
    maxLength: 4,
  }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

test.each(Object.entries(readers))(
  '%s that is damaged gives files or an ArchiveError',
  async (_, [good, read]) => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(damages, async ({ changes, kept }) => {
        const archive = Buffer.from(good.subarray(0, Math.ceil(good.length * kept)));
        for (const [place, byte] of changes) archive[Math.floor(place * archive.length)] = byte;
        outcomes.add(await outcomeOf(read(archive)));
      }),
      { numRuns: 300, seed: 1 },
    );
    expect([...outcomes].sort()).toEqual(['files', 'refused']);
  },
);

async function outcomeOf(source: AsyncIterable<unknown>): Promise<string> {
  try {
    for await (const _ of source);
    return 'files';
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return 'refused';
  }
}

test('a comment is read of any archive, or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: zip.length }), async (length) => {
      const comment = await zipComment(zip.subarray(0, length)).catch((error: unknown) => error);
      if (length === zip.length) expect(comment).toBe('0123456789'.repeat(4));
      else expect(comment).toBeInstanceOf(ArchiveError);
    }),
    { numRuns: 300, seed: 1 },
  );
});
