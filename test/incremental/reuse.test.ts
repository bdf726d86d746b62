/** Random sites, random edits, one process: outputs that are taken over must be those of a clean build. */
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuildResult, build, KeptEngines, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { type Files, randomEdit, randomSite } from './random-site.js';

/** Sites drawn in one run. Raise it for a long search. */
const runs = Number(process.env['REUSE_RUNS'] ?? 20);

test.each([
  ['one process', true],
  ['nothing kept but the store', false],
])(
  'a site built again after random edits equals a clean build, with %s',
  {
    timeout: 600_000,
  },
  async (_, isOneProcess) => {
    let [taken, rendered] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        randomSite,
        fc.array(randomEdit, { minLength: 1, maxLength: 5 }),
        async (site, edits) => {
          const folder = mkdtempSync(join(tmpdir(), 'utterson-reuse-'));
          const engines = new KeptEngines();
          try {
            const kept = join(folder, 'kept');
            let files = site;
            writeSite(kept, new Map(), files);
            await buildAt(kept, files, engines);
            for (const [index, edit] of edits.entries()) {
              const changed = edit.apply(files);
              edit.look?.(kept);
              writeSite(kept, files, changed);
              edit.act?.(kept);
              files = changed;
              const result = await buildAt(kept, files, isOneProcess ? engines : new KeptEngines());
              const fresh = join(folder, `fresh${index}`);
              writeSite(fresh, new Map(), files);
              takeTimes(kept, fresh, files);
              const clean = await buildAt(fresh, files, new KeptEngines());
              expect([result.ok, messagesOf(result)]).toEqual([clean.ok, messagesOf(clean)]);
              if (result.ok) expect(compareFolders(join(fresh, '_site'), join(kept, '_site'))).toEqual([]);
              for (const { turns, reuse } of result.rendered) {
                rendered += reuse!.reasons.size;
                taken += turns.size - reuse!.reasons.size;
              }
            }
          } finally {
            engines.dispose();
            rmSync(folder, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: runs, seed: Number(process.env['REUSE_SEED'] ?? 1) },
    );
    expect(taken).toBeGreaterThan(rendered / 4);
    if (process.env['REUSE_RUNS']) console.log(`taken over ${taken}, rendered ${rendered}`);
  },
);

async function buildAt(directory: string, files: Files, engines: KeptEngines): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const environment = JSON.parse(files.get('@environment') ?? '{"SOURCE_DATE_EPOCH": "1718000000"}');
  const config = loadConfig({ directory, flags: {}, environment, reporter });
  return build({ config, reporter, engines, remembers: true });
}

/** Times of files are part of the input. */
function takeTimes(from: string, to: string, files: Files): void {
  for (const path of files.keys()) {
    if (path === '@environment') continue;
    const { atimeMs, mtimeMs } = statSync(join(from, path));
    utimesSync(join(to, path), atimeMs / 1000, mtimeMs / 1000);
  }
}

function messagesOf({ diagnostics }: BuildResult): string[] {
  return diagnostics
    .map(({ severity, message }) => `${severity}: ${message.replaceAll(/\/tmp\/\S*\//g, '')}`)
    .sort();
}

function writeSite(folder: string, before: Files, after: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const path of before.keys()) if (!after.has(path)) rmSync(join(folder, path), { force: true });
  for (const [path, text] of after) {
    if (before.get(path) === text || path === '@environment') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
