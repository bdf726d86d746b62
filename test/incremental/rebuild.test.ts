/**
 * Random sites, random edits: a site built again and again must equal a clean build.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareFolders } from '../conformance/sites.js';
import { type Files, randomEdit, randomSite } from './random-site.js';
import { takeTimes, writeSite } from './site-on-disk.js';

const program = join(process.cwd(), 'bin/utterson.js');
/** Sites drawn in one run; each costs some four builds of 0.2 s. Raise it for a long search. */
const runs = Number(process.env['REBUILD_RUNS'] ?? 8);

test('a site built again after random edits equals a clean build of a fresh copy', {
  timeout: 7_200_000,
}, () => {
  fc.assert(
    fc.property(randomSite, fc.array(randomEdit, { minLength: 1, maxLength: 3 }), (site, edits) => {
      inFolder((folder) => {
        const kept = join(folder, 'kept');
        let files = site;
        writeSite(kept, new Map(), files);
        let isGood = build(kept, files);
        for (const edit of edits) {
          const changed = edit.apply(files);
          edit.look?.(kept);
          writeSite(kept, files, changed);
          edit.act?.(kept);
          isGood = build(kept, changed);
          files = changed;
        }
        const fresh = join(folder, 'fresh');
        writeSite(fresh, new Map(), files);
        takeTimes(kept, fresh, files);
        expect(build(fresh, files)).toBe(isGood);
        if (isGood) expect(compareFolders(join(fresh, '_site'), join(kept, '_site'))).toEqual([]);
      });
    }),
    { numRuns: runs, seed: Number(process.env['REBUILD_SEED'] ?? 1) },
  );
});

/** Every build is a process of its own, so nothing but files can carry over. Whether it went well. */
function build(folder: string, files: Files): boolean {
  const environment = JSON.parse(files.get('@environment') ?? '{"SOURCE_DATE_EPOCH": "1718000000"}');
  const { status } = spawnSync(process.execPath, [program, 'build', '--quiet'], {
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-rebuild-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
