import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/model/config.js';
import { findObsolete } from '../../src/write/clean.js';
import type { EntryKind } from '../../src/write/existing.js';
import { refuseForeignFolder } from '../../src/write/foreign-folder.js';
import type { Manifest } from '../../src/write/manifest.js';
import { hooksOf } from '../helpers/hooks-of.js';

function inputs(
  existing: Record<string, EntryKind>,
  outputs: string[],
  { removesForeign = true, ours = [] as string[] | null, destination = '/site/_site', force = false } = {},
) {
  const config = {
    keepFiles: ['.git', 'kept/inner'],
    force,
    directories: { removesForeign, destination, root: '/site', source: '/site' },
  } as unknown as Config;
  const manifest: Manifest | null =
    ours && new Map(ours.map((path) => [path, { hash: '', size: 0, modifiedAt: 0, changedAt: 0, inode: 0 }]));
  return {
    config,
    existing: new Map(Object.entries(existing)),
    outputs: new Set(outputs),
    manifest,
    remembers: true,
    hooks: hooksOf([]),
    onChange: () => {},
  };
}

describe('in Jekyll’s shape', () => {
  test('all goes that is neither output nor kept, and what stands in the way of a folder', () => {
    const obsolete = findObsolete(
      inputs(
        {
          'old.html': 'file',
          'a.html': 'file',
          docs: 'file',
          'index.html': 'folder',
          '.github': 'folder',
          kept: 'folder',
          'kept/inner': 'folder',
        },
        ['a.html', 'docs/b.html', 'index.html'],
      ),
    );
    expect(obsolete).toEqual(['old.html', 'docs', 'index.html']);
  });

  test('a link where a folder is wanted goes, so that nothing is written through it', () => {
    expect(findObsolete(inputs({ docs: 'link' }, ['docs/b.html']))).toEqual(['docs']);
  });

  test('a folder elsewhere with files of unknown origin stops the first build', () => {
    const foreign = { 'thesis.doc': 'file', '.git': 'folder', '.git/config': 'file' } as const;
    const elsewhere = { ours: null, destination: '/home/me/site' };
    expect(() => refuseForeignFolder(inputs(foreign, [], elsewhere))).toThrow('holds a file that no build');
    expect(() => refuseForeignFolder(inputs(foreign, [], { ...elsewhere, force: true }))).not.toThrow();
    expect(() => refuseForeignFolder(inputs(foreign, [], { ...elsewhere, ours: [] }))).not.toThrow();
    expect(() => refuseForeignFolder(inputs(foreign, [], { ours: null }))).not.toThrow();
    const kept = { docs: 'folder', '.git': 'folder', '.git/config': 'file' } as const;
    expect(() => refuseForeignFolder(inputs(kept, [], elsewhere))).not.toThrow();
    expect(() => refuseForeignFolder(inputs({ a: 'file', b: 'link' }, [], elsewhere))).toThrow(
      'holds 2 files that',
    );
  });

  test('where builds remember nothing, a folder elsewhere may hold what the site has, and no more', () => {
    const elsewhere = { ours: null, destination: '/home/me/site' };
    const forgetful = (existing: Record<string, EntryKind>) => ({
      ...inputs(existing, ['a.html'], elsewhere),
      remembers: false,
    });
    expect(() => refuseForeignFolder(forgetful({ 'a.html': 'file' }))).not.toThrow();
    expect(() => refuseForeignFolder(forgetful({ 'a.html': 'file', 'b.html': 'file' }))).toThrow(
      'holds a file that no build',
    );
    expect(() => refuseForeignFolder(inputs({ 'a.html': 'file' }, ['a.html'], elsewhere))).toThrow(
      'holds a file that no build',
    );
  });
});

test('in our own shape only what a build of ours wrote goes, and folders that get empty by it', () => {
  const existing = {
    'old.html': 'file',
    'notes.txt': 'file',
    empty: 'folder',
    gone: 'folder',
    'gone/a.html': 'file',
    shared: 'folder',
    'shared/a.html': 'file',
    'shared/mine.txt': 'file',
  } as const;
  const ours = ['old.html', 'gone/a.html', 'shared/a.html'];
  expect(findObsolete(inputs(existing, [], { removesForeign: false, ours }))).toEqual([
    'old.html',
    'gone',
    'gone/a.html',
    'shared/a.html',
  ]);
});
