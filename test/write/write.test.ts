import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Output } from '../../src/model/output.js';
import type { Page, StaticFile } from '../../src/model/page.js';
import { listExisting } from '../../src/write/existing.js';
import type { Manifest } from '../../src/write/manifest.js';
import { type WriteResult, writeOutput } from '../../src/write/write.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let folder: string;
let destination: string;
beforeEach(() => {
  folder = temporaryFolder();
  destination = join(folder, 'out');
});

function write(files: Record<string, string>, manifest: Manifest | null = null): WriteResult {
  const outputs = Object.entries(files).map(([path, text]): [string, Output] => [
    path,
    { kind: 'text', path, text, encoding: 'UTF-8', file: { kind: 'page', path } as Page },
  ]);
  return writeOutput({
    destination,
    outputs: new Map(outputs),
    existing: listExisting(destination),
    manifest,
    remembers: true,
    latest: Number.POSITIVE_INFINITY,
    onProgress: () => {},
    onChange: () => {},
  });
}

test('writes what differs and leaves the rest alone', () => {
  const first = write({ 'a.html': 'a', 'docs/b.html': 'b' });
  expect([first.written, first.unchanged]).toEqual([['a.html', 'docs/b.html'], 0]);
  const before = statSync(join(destination, 'a.html')).mtimeMs;
  const second = write({ 'a.html': 'a', 'docs/b.html': 'new' }, first.manifest);
  expect([second.written, second.unchanged]).toEqual([['docs/b.html'], 1]);
  expect(statSync(join(destination, 'a.html')).mtimeMs).toBe(before);
  expect(readFileSync(join(destination, 'docs/b.html'), 'utf8')).toBe('new');
});

test('writes again what somebody touched', () => {
  const first = write({ 'a.html': 'a' });
  writeFileSync(join(destination, 'a.html'), 'edited');
  expect(write({ 'a.html': 'a' }, first.manifest).written).toEqual(['a.html']);
  expect(readFileSync(join(destination, 'a.html'), 'utf8')).toBe('a');
});

test('knows equal bytes without a manifest', () => {
  write({ 'a.html': 'a' });
  expect(write({ 'a.html': 'a' }, null).unchanged).toBe(1);
});

test('replaces a link instead of writing through it, and leaves no temporary files', () => {
  const outside = join(folder, 'outside.txt');
  writeFileSync(outside, 'precious');
  mkdirSync(destination);
  symlinkSync(outside, join(destination, 'a.html'));
  write({ 'a.html': 'a' });
  expect(readFileSync(outside, 'utf8')).toBe('precious');
  expect(lstatSync(join(destination, 'a.html')).isFile()).toBe(true);
  expect(readdirSync(destination)).toEqual(['a.html']);
});

test('copies carry the time of their source in whole seconds', () => {
  const source = join(folder, 'logo.png');
  writeFileSync(source, 'png');
  utimesSync(source, 1_700_000_000.75, 1_700_000_000.75);
  const file = { kind: 'static', source: { absolutePath: source } } as StaticFile;
  const run = (manifest: Manifest | null): WriteResult =>
    writeOutput({
      destination,
      outputs: new Map([['logo.png', { kind: 'copy', path: 'logo.png', file }]]),
      existing: listExisting(destination),
      manifest,
      remembers: true,
      latest: Number.POSITIVE_INFINITY,
      onProgress: () => {},
      onChange: () => {},
    });
  const first = run(null);
  expect(statSync(join(destination, 'logo.png')).mtimeMs).toBe(1_700_000_000_000);
  expect(run(first.manifest).unchanged).toBe(1);
  expect(existsSync(source)).toBe(true);
});

/** Copies one file, and says whether it was written. */
function copy(source: string, manifest: Manifest | null, existing = listExisting(destination)): WriteResult {
  return writeOutput({
    destination,
    outputs: new Map([
      [
        'a',
        { kind: 'copy', path: 'a', file: { kind: 'static', source: { absolutePath: source } } as StaticFile },
      ],
    ]),
    existing,
    manifest,
    remembers: true,
    latest: Number.POSITIVE_INFINITY,
    onProgress: () => {},
    onChange: () => {},
  });
}

test('a copy that has the same bytes gets the time of its source, any other is made anew', () => {
  const source = join(folder, 'source');
  writeFileSync(source, 'one');
  utimesSync(source, 1_700_000_000, 1_700_000_000);
  copy(source, null);
  utimesSync(join(destination, 'a'), 1_600_000_000, 1_600_000_000);
  expect(copy(source, null).written).toEqual([]);
  expect(statSync(join(destination, 'a')).mtimeMs).toBe(1_700_000_000_000);
  writeFileSync(join(destination, 'a'), 'two');
  expect(copy(source, null).written).toEqual(['a']);
  writeFileSync(join(destination, 'a'), 'longer');
  expect(copy(source, null).written).toEqual(['a']);
  expect(readFileSync(join(destination, 'a'), 'utf8')).toBe('one');
});

test('a copy replaces what came after the build looked, and writes through no link', () => {
  const source = join(folder, 'source');
  const outside = join(folder, 'outside');
  writeFileSync(source, 'one');
  writeFileSync(outside, 'precious');
  mkdirSync(destination);
  symlinkSync(outside, join(destination, 'a'));
  expect(copy(source, null, new Map()).written).toEqual(['a']);
  expect(readFileSync(join(destination, 'a'), 'utf8')).toBe('one');
  expect(readFileSync(outside, 'utf8')).toBe('precious');
  expect(readdirSync(destination)).toEqual(['a']);
});

test('a copy that fails leaves nothing of itself', () => {
  const source = join(folder, 'source');
  mkdirSync(source);
  expect(() => copy(source, null)).toThrow('could not write file');
  expect(readdirSync(destination)).toEqual([]);
});

test('the build after a copy knows it by its stamp', () => {
  const source = join(folder, 'source');
  writeFileSync(source, 'one');
  const { manifest } = copy(source, null);
  const { size, mtimeMs } = statSync(join(destination, 'a'));
  expect(manifest.get('a')).toMatchObject({ size, modifiedAt: mtimeMs });
});

test('a source that was saved just before it was copied is not known by its stamp, however long copying takes', () => {
  const source = join(folder, 'source');
  writeFileSync(source, 'one');
  const { ctimeMs } = statSync(source);
  const isCopied = (): boolean => existsSync(join(destination, 'a'));
  vi.spyOn(Date, 'now').mockImplementation(() => ctimeMs + (isCopied() ? 60_000 : 0));
  const { manifest } = copy(source, null);
  vi.restoreAllMocks();
  expect(manifest.get('a')!.hash).toMatch(/^[0-9a-f]{16}$/);
});

test('bytes are written as they are', () => {
  const bytes = Uint8Array.from([0, 255, 10]);
  const file = { kind: 'page', path: 'a' } as Page;
  writeOutput({
    destination,
    outputs: new Map([['a.bin', { kind: 'bytes', path: 'a.bin', bytes, file }]]),
    existing: new Map(),
    manifest: null,
    remembers: true,
    latest: Number.POSITIVE_INFINITY,
    onProgress: () => {},
    onChange: () => {},
  });
  expect([...readFileSync(join(destination, 'a.bin'))]).toEqual([0, 255, 10]);
});

test('a file that vanished while the build looked is written again', () => {
  const first = write({ 'a.html': 'a' });
  const existing = listExisting(destination);
  rmSync(join(destination, 'a.html'));
  const outputs = new Map<string, Output>([
    [
      'a.html',
      {
        kind: 'text',
        path: 'a.html',
        text: 'a',
        encoding: 'UTF-8',
        file: { kind: 'page', path: 'a' } as Page,
      },
    ],
  ]);
  const told = {
    remembers: true,
    latest: Number.POSITIVE_INFINITY,
    onProgress: () => {},
    onChange: () => {},
  };
  const inputs = { destination, outputs, existing, manifest: first.manifest, ...told };
  expect(writeOutput(inputs).written).toEqual(['a.html']);
});

test('what cannot be put in place is told of with its source, and leaves no temporary file', () => {
  mkdirSync(join(destination, 'a.html'), { recursive: true });
  writeFileSync(join(destination, 'a.html/inside'), 'x');
  expect(() => write({ 'a.html': 'a' })).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(`could not write file ${join(destination, 'a.html')}: `),
      diagnostic: expect.objectContaining({ file: 'a.html' }),
    }),
  );
  expect(readdirSync(destination)).toEqual(['a.html']);
});

test('writes bytes that the build made, and knows them again', () => {
  const file = { kind: 'page', path: 'a.png' } as Page;
  const outputOf = (bytes: Uint8Array): ReadonlyMap<string, Output> =>
    new Map([['a.png', { kind: 'bytes', path: 'a.png', file, bytes }]]);
  const run = (bytes: Uint8Array, manifest: Manifest | null): WriteResult =>
    writeOutput({
      destination,
      outputs: outputOf(bytes),
      existing: listExisting(destination),
      manifest,
      remembers: true,
      latest: Number.POSITIVE_INFINITY,
      onProgress: () => {},
      onChange: () => {},
    });
  const first = run(Uint8Array.of(0, 255, 128), null);
  expect([...readFileSync(join(destination, 'a.png'))]).toEqual([0, 255, 128]);
  expect(run(Uint8Array.of(0, 255, 128), first.manifest).unchanged).toBe(1);
  expect(run(Uint8Array.of(1), first.manifest).written).toEqual(['a.png']);
});
