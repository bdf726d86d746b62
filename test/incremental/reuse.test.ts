/** Random sites, random edits, one process: outputs that are taken over must be those of a clean build. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { type BuildResult, build, type KeptEngines, loadConfig } from '../../src/build.js';
import { kindOf } from '../../src/model/dependency.js';
import { allDocuments } from '../../src/site/site-files.js';
import { compareFolders } from '../conformance/sites.js';
import { IN_TWO, JOBS, type Jobs } from '../helpers/jobs.js';
import { withEngines } from '../helpers/new-engines.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { messagesOf } from './build-again.js';
import { type Files, randomEdit, randomSite } from './random-site.js';
import { takeTimes, writeSite } from './site-on-disk.js';

/** Sites drawn in one run. Raise it for a long search. */
const runs = Number(process.env['REUSE_RUNS'] ?? 8);

/** Milliseconds after which the time of a file tells that nobody has saved it since. */
const AT_REST = 70;

/** How the builds of one site follow each other. */
interface Way {
  readonly about: string;
  /** Whether they share what is kept in memory; else nothing is kept but the store. */
  readonly isOneProcess: boolean;
  /** Whether others are to follow in the same process, as under `serve`. */
  readonly remembers: boolean;
  /** Whether files come to rest before each build, and each is followed by one without a change. */
  readonly isSlow: boolean;
  /** Whether they are told which files changed. */
  readonly isTold?: boolean;
  /** Who converts Markdown; default: whoever does so in this run of the tests. */
  readonly jobs?: Jobs;
}

const WAYS: readonly Way[] = [
  { about: 'one process', isOneProcess: true, remembers: true, isSlow: false },
  { about: 'one process that is told', isOneProcess: true, remembers: true, isSlow: true, isTold: true },
  { about: 'nothing kept but the store', isOneProcess: false, remembers: true, isSlow: false },
  { about: 'nothing kept but the store, at leisure', isOneProcess: false, remembers: false, isSlow: true },
  { about: 'two threads', isOneProcess: false, remembers: true, isSlow: false, jobs: IN_TWO },
];

test.each(WAYS)(
  'a site built again after random edits equals a clean build, with $about',
  {
    timeout: 7_200_000,
  },
  async (way) => {
    const { isOneProcess, isSlow, isTold } = way;
    let [taken, rendered] = [0, 0];
    const looks = { written: 0, corrected: 0 };
    const same = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        randomSite,
        fc.array(randomEdit, { minLength: 1, maxLength: 5 }),
        async (site, edits) => {
          const folder = mkdtempSync(join(tmpdir(), 'utterson-reuse-'));
          await withEngines(async (newEngines) => {
            const engines = newEngines();
            const kept = join(folder, 'kept');
            let files = site;
            writeSite(kept, new Map(), files);
            if (isSlow) await setTimeout(AT_REST);
            let last = await buildAt(kept, files, engines, way);
            if (isSlow) await buildAgain(kept, files, engines, way);
            // What a build is told of goes back to the last one that went well.
            let before = stampsIn(kept);
            for (const [index, edit] of edits.entries()) {
              const edited = edit.apply(files);
              edit.look?.(kept);
              writeSite(kept, files, edited);
              edit.act?.(kept);
              files = edited;
              if (isSlow) await setTimeout(AT_REST);
              const changed = isTold ? changesSince(before, kept) : null;
              const own = isOneProcess ? engines : newEngines();
              const seen = changed === null ? [] : ((await last.firstLook?.(changed, pathsOf(last))) ?? []);
              const result = await buildAt(kept, files, own, { ...way, changed });
              looks.written += seen.length;
              looks.corrected += seen.filter((path) => result.changedPaths.includes(path)).length;
              const fresh = join(folder, `fresh${index}`);
              writeSite(fresh, new Map(), files);
              takeTimes(kept, fresh, files);
              const clean = await buildAt(fresh, files, newEngines(), { ...way, jobs: JOBS });
              expect([result.ok, messagesOf(result)]).toEqual([clean.ok, messagesOf(clean)]);
              if (result.ok) expect(compareFolders(join(fresh, '_site'), join(kept, '_site'))).toEqual([]);
              for (const { turns, reuse } of result.rendered) {
                rendered += reuse!.reasons.size;
                taken += turns.size - reuse!.reasons.size;
              }
              if (result.ok) countSame(same, result);
              if (result.ok) [last, before] = [result, stampsIn(kept)];
              if (isSlow && result.ok) await buildAgain(kept, files, own, way);
            }
          }).finally(() => rmSync(folder, { recursive: true, force: true }));
        },
      ),
      { numRuns: runs, seed: Number(process.env['REUSE_SEED'] ?? 1) },
    );
    expect(taken).toBeGreaterThan(rendered / 4);
    if (process.env['REUSE_RUNS'])
      console.log(
        `taken over ${taken}, rendered ${rendered}, first looks ${JSON.stringify(looks)}, rendered to the same ${JSON.stringify([...same])}`,
      );
  },
);

/** Counts by their reasons what was rendered and came out as it was. */
function countSame(counts: Map<string, number>, { rendered, changedPaths }: BuildResult): void {
  const changed = new Set(changedPaths);
  for (const { site, pages, reuse } of rendered) {
    for (const { id, outputPath } of [...pages, ...allDocuments(site)]) {
      const reason = reuse!.reasons.get(id);
      if (reason === undefined || changed.has(outputPath)) continue;
      const kind = reason === 'new' || reason === 'output' ? reason : kindOf(reason);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
}

/** All that somebody may look at. */
function pathsOf({ rendered }: BuildResult): ReadonlySet<string> {
  return new Set(
    rendered.flatMap(({ site, pages }) => [...pages, ...allDocuments(site)].map((file) => file.outputPath)),
  );
}

/** A build without a change, which must leave everything as it is. */
async function buildAgain(kept: string, files: Files, engines: KeptEngines, way: Way): Promise<void> {
  await setTimeout(AT_REST);
  const { written, removed } = await buildAt(kept, files, engines, {
    ...way,
    changed: way.isTold ? [] : null,
  });
  expect(written + removed).toBe(0);
}

interface How extends Pick<Way, 'remembers' | 'jobs'> {
  /** Absolute paths of what changed; `null` for whatever may have. */
  readonly changed?: readonly string[] | null;
}

async function buildAt(
  directory: string,
  files: Files,
  engines: KeptEngines,
  { remembers, changed = null, jobs = JOBS }: How,
): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const environment = JSON.parse(files.get('@environment') ?? '{"SOURCE_DATE_EPOCH": "1718000000"}');
  const config = loadConfig({
    directory,
    flags: jobs.flags,
    environment: { ...jobs.environment, ...environment },
    reporter,
  });
  return build({ config, reporter, engines, remembers, changed });
}

/** Stamps of the sources, by absolute path. */
function stampsIn(folder: string): ReadonlyMap<string, string> {
  const paths = fastGlob.sync('**', {
    cwd: folder,
    absolute: true,
    ignore: ['_site/**', '.jekyll-cache/**'],
  });
  return new Map(
    paths.map((path) => {
      const { ctimeMs, mtimeMs, ino } = statSync(path);
      return [path, `${ctimeMs} ${mtimeMs} ${ino}`];
    }),
  );
}

function changesSince(before: ReadonlyMap<string, string>, folder: string): readonly string[] {
  const now = stampsIn(folder);
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
}
