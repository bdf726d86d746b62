import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ArchiveError } from '../../../src/themes/archive/archive-error.js';
import { readGem } from '../../../src/themes/archive/unpack-gem.js';
import { defaultLimits, type UnpackedFile } from '../../../src/themes/archive/unpacked-file.js';
import { makeGem, packGem, specificationText } from '../../helpers/make-gem.js';
import { makeTar, paxRecord, type TarEntry } from '../../helpers/make-tar.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const limits = { ...defaultLimits, entries: 100, fileSize: 1e6, totalSize: 2e6 };
const everything = (_path: string): boolean => true;

async function unpacked(archive: Buffer, accepts = everything): Promise<UnpackedFile[]> {
  const files: UnpackedFile[] = [];
  for await (const file of (await readGem(archive, limits)).files(accepts)) files.push(file);
  return files;
}

const asText = ({ path, bytes }: UnpackedFile): [string, string] => [path, `${bytes}`];

test('a gem has a specification and files', async () => {
  const archive = makeGem({
    name: 'a-theme',
    version: '2.5.1',
    files: { '_layouts/post.html': 'a', 'assets/ü.css': 'x'.repeat(200_000), 'README.md': '' },
    dependencies: { jekyll: ['>= 3.5', '< 5.0'], 'jekyll-feed': [] },
    authors: ['Äda', 'Bob'],
    summary: 'A theme: short',
    description: 'Long',
    metadata: { 'plugin-version': '1.0', bug_tracker_uri: 'https://example.org/' },
  });
  const { specification } = await readGem(archive);
  expect(specification).toEqual({
    name: 'a-theme',
    version: '2.5.1',
    platform: 'ruby',
    authors: ['Äda', 'Bob'],
    description: 'Long',
    summary: 'A theme: short',
    metadata: new Map([
      ['plugin-version', '1.0'],
      ['bug_tracker_uri', 'https://example.org/'],
    ]),
    runtimeDependencies: [
      { name: 'jekyll', requirement: ['>= 3.5', '< 5.0'] },
      { name: 'jekyll-feed', requirement: ['>= 0'] },
    ],
    files: ['_layouts/post.html', 'assets/ü.css', 'README.md'],
  });
  expect((await unpacked(archive)).map(asText)).toEqual([
    ['_layouts/post.html', 'a'],
    ['assets/ü.css', 'x'.repeat(200_000)],
    ['README.md', ''],
  ]);
});

const hasGem = (() => {
  try {
    execFileSync('gem', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.warn('`gem` is not installed: no gem is built to be read.');
    return false;
  }
})();

test.skipIf(!hasGem)('one that RubyGems built is read', async () => {
  const path = `_includes/${'long-'.repeat(12)}/${'name-'.repeat(12)}.html`;
  const folder = temporaryFolder({
    '_layouts/default.html': '{{ content }}',
    [path]: 'ä',
    'theme.gemspec': `Gem::Specification.new do |s|
      s.name = "a-theme"
      s.version = "1.2.0.pre"
      s.authors = ["Äda", "Yes"]
      s.summary = "no"
      s.files = ["_layouts/default.html", "${path}"]
      s.metadata = { "plugin-version" => "1.10" }
      s.add_runtime_dependency "jekyll", ">= 3.5", "< 5.0"
      s.add_runtime_dependency "jekyll-feed"
      s.add_development_dependency "rake", "~> 12.0"
    end`,
  });
  execFileSync('gem', ['build', 'theme.gemspec', '--force'], { cwd: folder, stdio: 'ignore' });
  const archive = readFileSync(join(folder, 'a-theme-1.2.0.pre.gem'));
  expect((await readGem(archive)).specification).toEqual({
    name: 'a-theme',
    version: '1.2.0.pre',
    platform: 'ruby',
    authors: ['Äda', 'Yes'],
    description: 'no',
    summary: 'no',
    metadata: new Map([['plugin-version', '1.10']]),
    runtimeDependencies: [
      { name: 'jekyll', requirement: ['>= 3.5', '< 5.0'] },
      { name: 'jekyll-feed', requirement: ['>= 0'] },
    ],
    files: ['_layouts/default.html', path],
  });
  expect((await unpacked(archive)).map(asText).sort()).toEqual([
    [path, 'ä'],
    ['_layouts/default.html', '{{ content }}'],
  ]);
});

const specification = specificationText({ name: 'a', version: '1' });

test('a gem without checksums, with its specification unpacked and a header of no format, is one', async () => {
  const claims = { magic: '' };
  const data = gzipSync(makeTar([{ name: './_layouts//a.html', content: 'a', claims }]));
  const archive = makeTar([
    { name: 'data.tar.gz', content: data, claims },
    { name: 'metadata', content: specification, claims },
    { name: 'data.tar.gz.sig', content: 'signature' },
  ]);
  expect((await unpacked(archive)).map(asText)).toEqual([['_layouts/a.html', 'a']]);
  expect((await readGem(archive)).specification).toMatchObject({ name: 'a', version: '1' });
});

test('only what is wanted is unpacked, and what is run stays so', async () => {
  const long = `${'folder/'.repeat(30)}a.html`;
  const data = makeTar([
    { name: 'pax_global_header', type: 'g', content: paxRecord('comment', 'c'.repeat(40)) },
    { name: '_includes/', type: '5', mode: 0o755 },
    { name: '_includes/a.sh', content: 'a', mode: 0o755 },
    { name: '_includes/b.sh', content: 'b', mode: 0o644 },
    { name: 'x', type: 'x', content: paxRecord('path', `_includes/pax/${long}`) },
    { name: 'short', content: 'c' },
    { name: '././@LongLink', type: 'L', content: `_includes/gnu/${long}\0` },
    { name: 'short', content: 'd' },
    // None of these is an attack as long as nobody wants it.
    { name: 'docs', type: '2', link: '../elsewhere' },
    { name: 'other', type: '1', link: '_includes/a.sh' },
    { name: 'null', type: '3' },
    { name: 'Notes', content: 'c' },
    { name: 'notes', content: 'c'.repeat(1.5e6) },
  ]);
  const files = await unpacked(packGem({ specification, data }), (path) => path.startsWith('_includes/'));
  expect(files.map(({ path, isExecutable, bytes }) => [path, isExecutable, `${bytes}`])).toEqual([
    ['_includes/a.sh', true, 'a'],
    ['_includes/b.sh', false, 'b'],
    [`_includes/pax/${long}`, false, 'c'],
    [`_includes/gnu/${long}`, false, 'd'],
  ]);
});

/** A gem with a good file before these entries. */
function hostile(...entries: TarEntry[]): Buffer {
  return packGem({
    specification,
    data: makeTar([{ name: 'good.html', content: 'good' }, ...entries]),
  });
}

const file = (name: string): TarEntry => ({ name, content: 'bad' });
const pax = (key: string, value: string): TarEntry => ({
  name: 'x',
  type: 'x',
  content: paxRecord(key, value),
});

/** A gem whose data.tar.gz is this. */
function withData(data: Buffer): Buffer {
  return makeTar([
    { name: 'metadata.gz', content: gzipSync(specification) },
    { name: 'data.tar.gz', content: data },
  ]);
}

function withSpecification(text: string): Buffer {
  return packGem({ specification: text, data: makeTar([]) });
}

const goodData = gzipSync(makeTar([{ name: 'a', content: 'x'.repeat(5000) }]));
const good = makeGem({ name: 'a', version: '1', files: { a: 'a' } });
const bombOfAliases = ['a: &a [x, x]', ...'bcdefghijklmnop']
  .map((line, i, all) => (i === 0 ? line : `${line}: &${line} [${Array(9).fill(`*${all[i - 1]![0]}`)}]`))
  .join('\n');

const attacks: Readonly<Record<string, readonly [archive: Buffer, message: RegExp]>> = {
  'a path that leads out': [hostile(file('../../evil.html')), /leads out of its folder \(\.\.\/\.\.\/evil/],
  'a path that leads out by a pax header': [
    hostile(pax('path', 'a/../../b'), file('a')),
    /leads out of its folder/,
  ],
  'an absolute path': [hostile(file('/etc/passwd')), /an absolute path \(\/etc\/passwd\)/],
  'a drive letter': [hostile(file('c:evil')), /an absolute path \(c:evil\)/],
  'a backslash': [hostile(file('..\\evil')), /a name with a backslash/],
  'a NUL': [hostile(pax('path', 'a.html\0.png'), file('a')), /a name with a NUL \(a\.html\?\.png\)/],
  'no name': [hostile(file('')), /an entry without a name/],
  'a file that is the folder itself': [hostile(file('.')), /a file without a name/],
  'a name of 5,000 characters': [
    hostile({ name: 'x', type: 'L', content: 'n'.repeat(5000) }, file('a')),
    /a name that is too long \(n{80}…\)/,
  ],
  'a file under a file': [hostile(file('a'), file('a/b')), /a file where a folder must be \(a\)/],
  'a file in place of a folder': [hostile(file('a/b'), file('a')), /a file where a folder must be \(a\)/],
  'a folder in place of a file': [
    hostile(file('a'), { name: 'a', type: '5' }),
    /a folder where a file must be/,
  ],
  'a file twice': [hostile(file('a'), file('./a')), /a file twice \(a\)/],
  'names that differ in case': [hostile(file('a'), file('A')), /differ in case only \(A\)/],
  'a link': [hostile({ name: 'a', type: '2', link: '/etc/passwd' }), /a link \(a\)/],
  'a file through a link': [hostile({ name: 'a', type: '2', link: '..' }, file('a/b')), /a link \(a\)/],
  'a hard link': [hostile({ name: 'a', type: '1', link: 'good.html' }), /a hard link \(a\)/],
  'a character device': [hostile({ name: 'a', type: '3' }), /a device \(a\)/],
  'a block device': [hostile({ name: 'a', type: '4' }), /a device \(a\)/],
  'a FIFO': [hostile({ name: 'a', type: '6' }), /a FIFO \(a\)/],
  'a sparse file of GNU': [hostile({ name: 'a', type: 'S' }), /an entry of a kind that is not known \(a\)/],
  'a sparse file of pax': [hostile(pax('GNU.sparse.major', '1'), file('a')), /a sparse file \(a\)/],
  'an unknown kind': [hostile({ name: 'a', type: 'Z' }), /an entry of a kind that is not known \(a\)/],
  'too many entries': [
    hostile(...Array.from({ length: 100 }, (_, i) => file(`${i}`))),
    /more than 100 entries/,
  ],
  'a large file': [hostile({ name: 'a', content: Buffer.alloc(1e6 + 1) }), /a file of more than 1 MB \(a\)/],
  'many files that are large together': [
    hostile(...['a', 'b', 'c'].map((name) => ({ name, content: Buffer.alloc(9e5) }))),
    /files of more than 2 MB in all/,
  ],
  'a file larger than the archive': [
    hostile({ ...file('a'), claims: { size: 9e5 } }),
    /a damaged file \(a\)/,
  ],
  'a file smaller than its content': [
    hostile({ name: 'a', content: 'x'.repeat(1000), claims: { size: 10 } }),
    /no tar archive, or a damaged one/,
  ],
  'a size that is no number': [hostile(pax('size', '-5'), file('a')), /no tar archive, or a damaged one/],
  'a huge pax header': [hostile(pax('comment', 'x'.repeat(1e6)), file('a')), /headers that are too large/],
  'a large pax header': [
    hostile(pax('comment', 'x'.repeat(20_000)), file('a')),
    /headers that are too large/,
  ],
  'a pax header without end': [
    hostile({ ...pax('comment', 'x'), claims: { size: 8 ** 11 - 1 } }),
    /no tar archive, or a damaged one/,
  ],
  'many pax headers': [hostile(...Array(1000).fill(pax('comment', 'x'))), /headers that are too large/],
  'many pax headers for each entry': [
    hostile(
      ...Array.from({ length: 50 }, (_, i) => [...Array(4).fill(pax('comment', 'x')), file(`${i}`)]).flat(),
    ),
    /headers that are too large/,
  ],
  'a wrong checksum in a header': [hostile({ ...file('a'), claims: { checksum: 1 } }), /a damaged one/],
  'a bomb': [withData(gzipSync(Buffer.alloc(5e7))), /headers that are too large/],
  'a bomb in a file that nobody wants': [
    hostile({ name: 'unwanted', content: Buffer.alloc(5e6) }),
    /it unpacks to more than 2 MB/,
  ],
  'a tar archive that is cut short': [
    withData(gzipSync(makeTar([{ name: 'a', content: 'x'.repeat(5000) }]).subarray(0, 3000))),
    /a damaged file \(a\)/,
  ],
  'a gem that is cut short in its data': [
    withData(Buffer.alloc(5000)).subarray(0, 3000),
    /a damaged file \(data\.tar\.gz\)/,
  ],
  'a gzip stream that is cut short': [withData(goodData.subarray(0, -20)), /its data\.tar\.gz is damaged/],
  'a gzip stream with a wrong checksum': [
    withData(Buffer.concat([goodData.subarray(0, -8), Buffer.alloc(8, 1)])),
    /its data\.tar\.gz is damaged/,
  ],
  'data that is not packed': [withData(makeTar([file('a')])), /its data\.tar\.gz is damaged/],
  'data that is no archive': [withData(gzipSync(Buffer.alloc(5000, 'garbage'))), /no tar archive/],
  'no data': [
    makeTar([{ name: 'metadata.gz', content: gzipSync(specification) }]),
    /data\.tar\.gz is missing/,
  ],
  'data twice': [
    packGem({ specification, data: makeTar([]), beside: [{ name: 'data.tar.gz', content: goodData }] }),
    /a file twice \(data\.tar\.gz\)/,
  ],
  'data that is a link': [
    makeTar([{ name: 'data.tar.gz', type: '2', link: '/etc/passwd' }]),
    /a link \(data\.tar\.gz\)/,
  ],
  'no specification': [makeTar([{ name: 'data.tar.gz', content: goodData }]), /metadata\.gz is missing/],
  'a specification that is not packed': [
    makeTar([
      { name: 'data.tar.gz', content: goodData },
      { name: 'metadata.gz', content: specification },
    ]),
    /its metadata\.gz is damaged/,
  ],
  'a bomb for a specification': [
    withSpecification(' '.repeat(3e6)),
    /its metadata\.gz unpacks to more than 1 MB/,
  ],
  'a specification that is no YAML': [
    withSpecification('name: [a\n: b'),
    /its specification cannot be read as YAML/,
  ],
  'a specification that is bytes': [
    withSpecification('\0\u0001{{{'),
    /its specification cannot be read as YAML|has no name/,
  ],
  'a specification in many levels': [
    withSpecification('['.repeat(1e5)),
    /its specification cannot be read as YAML/,
  ],
  'a bomb of aliases': [withSpecification(bombOfAliases), /its specification cannot be read as YAML/],
  'very many aliases': [
    withSpecification(`a: &a [${'[],'.repeat(1e5)}]\nb: [${'*a,'.repeat(1e5)}]`),
    /its specification cannot be read as YAML/,
  ],
  'a name that is a path': [
    withSpecification('name: ../../a\nversion: 1'),
    /it has no name, or an impossible one/,
  ],
  'a version that is a path': [
    withSpecification('name: a\nversion: 1/../..'),
    /it has no version, or an imposs/,
  ],
  'another checksum': [
    packGem({ specification, data: makeTar([]), checksums: `SHA512:\n  data.tar.gz: ${'0'.repeat(128)}\n` }),
    /the SHA512 of data\.tar\.gz is not the one that it names itself/,
  ],
  'a checksum that is no text': [
    packGem({ specification, data: makeTar([]), checksums: 'SHA256:\n  metadata.gz: []\n' }),
    /the SHA256 of metadata\.gz is not the one/,
  ],
  'checksums that are no YAML': [
    packGem({ specification, data: makeTar([]), checksums: '{' }),
    /its checksums\.yaml\.gz cannot be read as YAML/,
  ],
  'a gem that is cut in a header': [good.subarray(0, 1100), /no tar archive, or a damaged one/],
  'a gem that is cut in a part': [good.subarray(0, 700), /a damaged file \(metadata\.gz\)/],
  'a gem that is cut after its files': [good.subarray(0, 2048), /it is cut short/],
  garbage: [Buffer.alloc(5000, 'garbage'), /no tar archive, or a damaged one/],
  'a short answer': [Buffer.from('Not Found'), /no tar archive, or a damaged one/],
  nothing: [Buffer.alloc(0), /it is cut short/],
};

const wanted = (path: string): boolean => path !== 'unwanted';

test.each(Object.entries(attacks))('refuses %s, before any file is given', async (_, [archive, message]) => {
  const given: string[] = [];
  const reading = async (): Promise<void> => {
    const { files } = await readGem(archive, limits);
    for await (const { path } of files(wanted)) given.push(path);
  };
  const error = await reading().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ArchiveError);
  expect((error as ArchiveError).message).toMatch(message);
  expect(given).toEqual([]);
});
