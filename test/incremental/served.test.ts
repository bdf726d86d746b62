/** Random sites under a running server: after each edit its outputs must become those of a clean build. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BuildResult, build, type KeptEngines, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { withEngines } from '../helpers/new-engines.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { eventually, freePort, serveSite } from '../serve/served-site.js';
import { type Files, randomSite, randomSourceEdit } from './random-site.js';
import { takeTimes, writeSite } from './site-on-disk.js';

/** Sites drawn in one run; each starts a server. Raise it for a long search. */
const runs = Number(process.env['SERVER_RUNS'] ?? 3);

/** In production a server leaves `site.url` as it is. */
const ENVIRONMENT = { SOURCE_DATE_EPOCH: '1718000000', JEKYLL_ENV: 'production' };

/** Longer than a watcher may take to tell of one save more; milliseconds. */
const A_WHILE = 300;

test('what a server writes after random edits equals a clean build', { timeout: 7_200_000 }, async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      randomSite,
      fc.array(randomSourceEdit, { minLength: 1, maxLength: 4 }),
      async (site, edits) => {
        let files = ofServer(site);
        const served = await serveSite(Object.fromEntries(files), {
          flags: ['--port', await freePort()],
          environment: ENVIRONMENT,
        });
        const clean = temporaryFolder();
        try {
          await withEngines(async (newEngines) => {
            for (const [index, edit] of edits.entries()) {
              const edited = ofServer(edit.apply(files));
              edit.look?.(served.folder);
              writeSite(served.folder, files, edited);
              edit.act?.(served.folder);
              files = edited;
              const fresh = join(clean, String(index));
              writeSite(fresh, new Map(), files);
              takeTimes(served.folder, fresh, files);
              const { ok } = await buildAt(fresh, newEngines());
              if (!ok) continue;
              const differences = (): string[] =>
                compareFolders(join(fresh, '_site'), join(served.folder, '_site'));
              await eventually(differences, (found) => found.length === 0);
              await setTimeout(A_WHILE);
              expect(differences()).toEqual([]);
              compared++;
            }
          });
        } finally {
          await served.stop();
          rmSync(clean, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: runs, seed: Number(process.env['SERVER_SEED'] ?? 1) },
  );
  expect(compared).toBeGreaterThan(runs / 2);
});

/** A server has one environment for its life. */
function ofServer(files: Files): Files {
  return new Map([...files].filter(([path]) => !path.startsWith('@')));
}

async function buildAt(directory: string, engines: KeptEngines): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: ENVIRONMENT, reporter });
  return build({ config, reporter, engines });
}
