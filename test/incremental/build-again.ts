/** A site built again and again after edits, each time compared with a clean build. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type BuildResult, build, type KeptEngines, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { JOBS } from '../helpers/jobs.js';
import { withEngines } from '../helpers/new-engines.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import type { Edit, Files } from './random-site.js';
import { takeTimes, writeSite } from './site-on-disk.js';

/** Outputs of the builds after the first. */
export interface TakenOver {
  readonly taken: number;
  /** Those of them in which code in Ruby has a part. */
  readonly takenWithRuby: number;
  readonly rendered: number;
  /** Builds that failed, as clean ones did. */
  readonly failed: number;
}

/**
 * Builds a site, and after each edit again; what comes out must be what a clean build makes.
 *
 * @param isOneProcess whether builds keep things for each other in memory, too
 */
export async function buildAgain(
  site: Files,
  edits: readonly Edit[],
  isOneProcess: boolean,
): Promise<TakenOver> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-reuse-'));
  let [taken, takenWithRuby, rendered, failed] = [0, 0, 0, 0];
  await withEngines(async (newEngines) => {
    const engines = newEngines();
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
      const result = await buildAt(kept, files, isOneProcess ? engines : newEngines());
      const fresh = join(folder, `fresh${index}`);
      writeSite(fresh, new Map(), files);
      takeTimes(kept, fresh, files);
      const clean = await buildAt(fresh, files, newEngines());
      expect([result.ok, messagesOf(result)]).toEqual([clean.ok, messagesOf(clean)]);
      if (result.ok) expect(compareFolders(join(fresh, '_site'), join(kept, '_site'))).toEqual([]);
      else failed++;
      for (const { turns, reuse } of result.rendered) {
        rendered += reuse!.reasons.size;
        taken += turns.size - reuse!.reasons.size;
        const isTaken = ({ id }: { readonly id: string }): boolean => !reuse!.reasons.has(id);
        takenWithRuby += [...turns.values()]
          .filter(isTaken)
          .filter(({ keys }) => keys.all().includes('code:ruby')).length;
      }
    }
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
  return { taken, takenWithRuby, rendered, failed };
}

async function buildAt(directory: string, files: Files, engines: KeptEngines): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const environment = JSON.parse(files.get('@environment') ?? '{"SOURCE_DATE_EPOCH": "1718000000"}');
  const config = loadConfig({
    directory,
    flags: JOBS.flags,
    environment: { ...JOBS.environment, ...environment },
    reporter,
  });
  return build({ config, reporter, engines, remembers: true });
}

/** What a build told, without the folder that it was in. */
export function messagesOf({ diagnostics }: BuildResult): string[] {
  const folder = new RegExp(`${tmpdir()}/\\S*/`, 'g');
  return diagnostics.map(({ severity, message }) => `${severity}: ${message.replaceAll(folder, '')}`).sort();
}
