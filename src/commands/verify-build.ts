/** `build --verify`: the same site, built clean elsewhere, must have the same bytes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildResult, build, KeptEngines } from '../build.js';
import type { Config } from '../model/config.js';
import type { Reporter } from '../report/logger.js';
import { presentTime } from '../ruby/time/time.js';
import { idsOfChance } from '../site/chance.js';
import { allDocuments } from '../site/site-files.js';
import { compareOutputs, type Difference } from '../write/compare-outputs.js';
import { silenced } from './line/silenced.js';

/** So many differences are shown; of the rest the number. */
const SHOWN = 10;

/** Under the messages. */
const INDENT = ' '.repeat(20);

/** The configuration with the clock stopped at this second, unless it is already: two builds by it have one moment. */
export function withHeldClock(config: Config): Config {
  return Object.freeze({ ...config, sourceDate: config.sourceDate ?? presentTime().seconds });
}

/**
 * Whether the destination is what a clean build by the same configuration writes; tells where not.
 *
 * @param config that of the build to check, its clock held
 * @param load   what compiles the program's own files
 */
export async function verifyBuild(
  config: Config,
  reporter: Reporter,
  load: (file: string) => unknown,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-verify-'));
  const engines = new KeptEngines(load);
  try {
    // What it would tell has been told by the build it checks.
    const clean = await build({ config, reporter: silenced(reporter), engines, into: folder });
    reporter.progress.clear();
    if (!clean.ok) return tellFailed(clean, reporter);
    const ofChance = outputsOfChance(clean);
    for (const path of ofChance) reporter.info('Not compared:', `${path}, which chance has a part in`);
    return tellDifferences(compareOutputs(join(folder, 'output'), config, ofChance), reporter);
  } finally {
    engines.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tellFailed({ diagnostics }: BuildResult, reporter: Reporter): boolean {
  for (const diagnostic of diagnostics) reporter.report(diagnostic);
  reporter.error('Verification:', 'A clean build fails, although this one did not.');
  return false;
}

function outputsOfChance({ rendered }: BuildResult): ReadonlySet<string> {
  const paths = rendered.flatMap(({ site, pages, turns }) => {
    const ids = idsOfChance(turns);
    return [...pages, ...allDocuments(site)]
      .filter(({ id }) => ids.has(id))
      .map(({ outputPath }) => outputPath);
  });
  return new Set(paths.filter((path) => path !== ''));
}

function tellDifferences(differences: Iterable<Difference>, reporter: Reporter): boolean {
  let count = 0;
  for (const difference of differences) {
    if (count === 0) reporter.error('Verification:', 'The output is not what a clean build writes.');
    if (++count <= SHOWN) for (const line of linesOf(difference)) reporter.raw('error', INDENT + line);
  }
  if (count > SHOWN) reporter.error('', `${count - SHOWN} more files differ.`);
  if (count > 0)
    reporter.error('', '→ Remove the cache with `utterson clean`, and report it: this should not happen.');
  else reporter.info('Verification:', 'The output is what a clean build writes.');
  return count === 0;
}

function linesOf({ path, kind, at }: Difference): string[] {
  if (kind === 'missing') return [`${path}: is not there`];
  if (kind === 'extra') return [`${path}: should not be there`];
  return [`${path}:${at!.line}:`, `  is        ${at!.is}`, `  should be ${at!.shouldBe}`];
}
