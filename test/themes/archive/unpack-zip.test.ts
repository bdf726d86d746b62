import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArchiveError } from '../../../src/themes/archive/archive-error.js';
import { unpackZip, zipComment } from '../../../src/themes/archive/unpack-zip.js';
import { defaultLimits, type UnpackedFile } from '../../../src/themes/archive/unpacked-file.js';
import { makeZip, packZip, type ZipEntry } from '../../helpers/make-zip.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const limits = { ...defaultLimits, entries: 100, fileSize: 1e6, totalSize: 2e6 };
const everything = (_path: string): boolean => true;

async function unpacked(archive: Buffer, accepts = everything): Promise<UnpackedFile[]> {
  const files: UnpackedFile[] = [];
  for await (const file of unpackZip(archive, accepts, limits)) files.push(file);
  return files;
}

test('a repository comes without its top folder, and with its commit', async () => {
  const long = 'x'.repeat(200_000);
  const archive = makeZip(
    { '_layouts/post.html': 'a', 'assets/ü.css': long, 'README.md': '' },
    { top: 'm-1' },
  );
  expect((await unpacked(archive)).map(({ path, bytes }) => [path, `${bytes}`])).toEqual([
    ['_layouts/post.html', 'a'],
    ['assets/ü.css', long],
    ['README.md', ''],
  ]);
  expect(await zipComment(archive)).toBe('0123456789'.repeat(4));
  expect(await zipComment(makeZip({}, { comment: 'made by hand' }))).toBe(null);
  expect(await zipComment(makeZip({}, { comment: '' }))).toBe(null);
});

test('only what is wanted is unpacked, and what is run stays so', async () => {
  const archive = packZip([
    { name: 't/' },
    { name: 't/_includes/', mode: 0o040755 },
    { name: 't/_includes/a.sh', content: 'a', mode: 0o100755 },
    { name: 't/_includes/b.sh', content: 'b', mode: 0o100644, claims: { method: 0 } },
    // None of these is an attack as long as nobody wants it.
    { name: 't/docs', content: '../elsewhere', mode: 0o120777 },
    { name: 't/notes\\x.txt', content: 'c' },
    { name: 't/Notes/x', content: 'c' },
    { name: 't/notes/X', content: 'c' },
    { name: 't/secret', content: 'c', claims: { flags: 0x801, method: 99 } },
    { name: 't/huge', claims: { size: 3e9 } },
  ]);
  const files = await unpacked(archive, (path) => path.startsWith('_includes/'));
  expect(files.map(({ path, isExecutable }) => [path, isExecutable])).toEqual([
    ['_includes/a.sh', true],
    ['_includes/b.sh', false],
  ]);
});

/** An archive with a good file before these entries. */
function hostile(...entries: ZipEntry[]): Buffer {
  return packZip([{ name: 't/' }, { name: 't/good.html', content: 'good' }, ...entries]);
}

const file = (name: string): ZipEntry => ({ name: `t/${name}`, content: 'bad' });
const good = makeZip({ '_layouts/a.html': 'x'.repeat(5000), '_layouts/b.html': 'y' });
/** Where the end of the central directory and its entries begin. */
const endOf = (archive: Buffer): number => archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');

function changed(archive: Buffer, change: (archive: Buffer) => void): Buffer {
  const copy = Buffer.from(archive);
  change(copy);
  return copy;
}

/** Local header and content of one file within the content of another, which is stored. */
function nested(): Buffer {
  const inner = packZip([file('in.html')]);
  const content = inner.subarray(0, inner.indexOf('PK\x01\x02', 0, 'latin1'));
  const outer = { name: 't/out.bin', content, claims: { method: 0 } };
  // The header of `out.bin` has 30 bytes and its name's 9.
  return packZip([outer, { ...file('in.html'), claims: { offset: 39 } }]);
}

const attacks: Readonly<Record<string, readonly [archive: Buffer, message: RegExp]>> = {
  'a path that leads out': [
    hostile(file('../../evil.html')),
    /a path that leads out of its folder \(t\/\.\.\//,
  ],
  'a path that leads out of the top folder': [hostile({ name: '../evil' }), /leads out of its folder/],
  'a path that leads out on Windows': [hostile(file('.. /x')), /leads out of its folder/],
  'an absolute path': [hostile({ name: '/etc/passwd' }), /an absolute path \(\/etc\/passwd\)/],
  'a drive letter': [hostile(file('C:/evil')), /an absolute path \(C:\/evil\)/],
  'a backslash': [hostile(file('..\\..\\evil')), /a name with a backslash/],
  'a NUL': [hostile(file('a.html\0.png')), /a name with a NUL \(t\/a\.html\?\.png\)/],
  'no name': [hostile({ name: '', content: 'bad' }), /an entry without a name/],
  'a name of 5,000 characters': [hostile(file('n'.repeat(5000))), /a name that is too long \(t\/n{78}…\)/],
  'a path of 5,000 characters': [hostile(file(`${'n/'.repeat(2500)}x`)), /a name that is too long/],
  'a file beside the folder': [hostile({ name: 'evil', content: 'bad' }), /something beside its folder/],
  'a second folder': [hostile({ name: 'u/evil', content: 'bad' }), /more than one folder \(u\)/],
  'a file under a file': [hostile(file('a'), file('a/b')), /a file where a folder must be \(a\)/],
  'a file in place of a folder': [hostile(file('a/b'), file('a')), /a file where a folder must be \(a\)/],
  'a folder in place of a file': [hostile(file('a'), { name: 't/a/' }), /a folder where a file must be/],
  'a file in place of an empty folder': [
    hostile({ name: 't/a/' }, file('a')),
    /a file where a folder must be/,
  ],
  'a file twice': [hostile(file('a'), file('./a')), /a file twice \(a\)/],
  'names that differ in case': [hostile(file('a'), file('A')), /differ in case only \(A\)/],
  'names that differ in composition': [hostile(file('\u00fc'), file('u\u0308')), /differ in case only/],
  'folders that differ in case': [
    hostile(file('x/y/a'), file('X/y/b')),
    /folders whose names differ in case/,
  ],
  'a link': [hostile({ ...file('a'), mode: 0o120777 }), /a link \(a\)/],
  'a link that ends like a folder': [hostile({ ...file('a/'), mode: 0o120777 }), /a link \(a\)/],
  'a device': [hostile({ ...file('a'), mode: 0o020644 }), /a device \(a\)/],
  'a FIFO': [hostile({ ...file('a'), mode: 0o010644 }), /a device \(a\)/],
  'too many entries': [
    hostile(...Array.from({ length: 99 }, (_, i) => file(`${i}`))),
    /more than 100 entries/,
  ],
  'too many folders': [hostile(file(`${'d/'.repeat(110)}x`)), /more than 100 entries/],
  'a large file': [
    hostile({ name: 't/a', content: Buffer.alloc(1e6 + 1) }),
    /a file of more than 1 MB \(a\)/,
  ],
  'many files that are large together': [
    hostile(...['a', 'b', 'c'].map((name) => ({ name: `t/${name}`, content: Buffer.alloc(9e5) }))),
    /files of more than 2 MB in all/,
  ],
  'a bomb that says to be small': [
    hostile({ name: 't/a', content: Buffer.alloc(5e7), claims: { size: 1000 } }),
    /a damaged file \(a\)/,
  ],
  'a file that is smaller than it says': [
    hostile({ ...file('a'), claims: { size: 4 } }),
    /a damaged file \(a\)/,
  ],
  'a stored file of two sizes': [hostile({ ...file('a'), claims: { method: 0, size: 9 } }), /a damaged one/],
  'a wrong checksum': [hostile({ ...file('a'), claims: { crc: 1 } }), /a damaged file \(a\)/],
  'bytes that are not deflated': [
    changed(good, (bytes) => bytes.fill(0xff, bytes.indexOf('a.html') + 6, bytes.indexOf('a.html') + 16)),
    /a damaged file \(_layouts\/a\.html\)/,
  ],
  'content that is cut short': [hostile({ ...file('a'), claims: { compressedSize: 2 } }), /a damaged file/],
  'content beyond the end': [hostile({ ...file('a'), claims: { compressedSize: 1e6 } }), /a damaged file/],
  'a header beyond the end': [hostile({ ...file('a'), claims: { offset: 1e6 } }), /a damaged file/],
  'an encrypted file': [hostile({ ...file('a'), claims: { flags: 0x801 } }), /an encrypted file \(a\)/],
  'an archive that is encrypted': [hostile({ ...file('a'), claims: { flags: 0x841 } }), /a damaged one/],
  'an unknown method': [
    hostile({ ...file('a'), claims: { method: 14 } }),
    /a method that is not known \(a: 14\)/,
  ],
  'a file of two names': [
    hostile({ ...file('a'), claims: { localName: 't/b' } }),
    /two names for one file \(a\)/,
  ],
  'one content for two files': [
    hostile({ ...file('a'), claims: { offset: 0 } }),
    /two names for one file \(a\)/,
  ],
  'a file in another': [nested(), /files that lie over each other \(in\.html\)/],
  'the first half of an archive': [good.subarray(0, good.length / 2), /no zip archive, or a damaged one/],
  'an archive without its last byte': [good.subarray(0, -1), /no zip archive, or a damaged one/],
  'bytes behind the end': [Buffer.concat([good, Buffer.alloc(5, 'x')]), /no zip archive, or a damaged one/],
  'more entries than there are': [
    changed(good, (bytes) => bytes.writeUInt16LE(50, endOf(bytes) + 10)),
    /no zip archive, or a damaged one/,
  ],
  'a directory that lies elsewhere': [
    changed(good, (bytes) => bytes.writeUInt32LE(0xfffffff0, endOf(bytes) + 16)),
    /no zip archive, or a damaged one/,
  ],
  garbage: [Buffer.alloc(5000, 'garbage'), /no zip archive, or a damaged one/],
  nothing: [Buffer.alloc(0), /no zip archive, or a damaged one/],
};

test.each(Object.entries(attacks))('refuses %s, before any file is given', async (_, [archive, message]) => {
  const given: string[] = [];
  const reading = async (): Promise<void> => {
    for await (const { path } of unpackZip(archive, everything, limits)) given.push(path);
  };
  const error = await reading().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ArchiveError);
  expect((error as ArchiveError).message).toMatch(message);
  expect(given).toEqual([]);
});

test('a comment is only read of an archive', async () => {
  await expect(zipComment(Buffer.from('Not Found'))).rejects.toThrow(ArchiveError);
});

test('an error of who decides what is wanted is none of the archive', async () => {
  const accepts = (): boolean => {
    throw new TypeError('a mistake');
  };
  await expect(unpacked(good, accepts)).rejects.toThrow(TypeError);
});

test("git's own archive of a commit is read", async () => {
  const folder = temporaryFolder({ '_layouts/a.html': 'a'.repeat(1000), 'run.sh': '#!', 'ü/b.md': 'b' });
  const git = (...words: string[]): Buffer => execFileSync('git', words, { cwd: folder, stdio: 'pipe' });
  chmodSync(join(folder, 'run.sh'), 0o755);
  symlinkSync('run.sh', join(folder, 'link'));
  git('init', '-q');
  git('add', '.');
  git(
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.org',
    '-c',
    'commit.gpgsign=false',
    'commit',
    '-qm',
    'A',
  );
  const archive = git('archive', '--format=zip', '--prefix=theme-HEAD/', 'HEAD');
  expect(await zipComment(archive)).toBe(`${git('rev-parse', 'HEAD')}`.trim());
  const files = await unpacked(archive, (path) => path !== 'link');
  expect(files.map(({ path, isExecutable, bytes }) => [path, isExecutable, `${bytes}`])).toEqual([
    ['_layouts/a.html', false, 'a'.repeat(1000)],
    ['run.sh', true, '#!'],
    ['ü/b.md', false, 'b'],
  ]);
  await expect(unpacked(archive)).rejects.toThrow('it holds a link (link)');
});
