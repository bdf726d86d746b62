import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BuildOptions, type BuildResult, build } from '../build.js';
import type { Config } from '../model/config.js';
import { countFindings } from '../report/findings.js';
import type { CommandReporter, Reporter } from '../report/logger.js';
import { tellFailure } from '../report/outcome.js';
import { profileJson, profileTables } from '../report/profile-table.js';
import { traceJson } from '../report/trace-file.js';
import { isWithin, slashed } from '../ruby/file-path.js';
import { tellLeftOut } from './line/tell-left-out.js';
import { runsOf, tellRuns } from './line/tell-runs.js';

/** What a build that is told on the command line needs. */
export interface ToldBuild extends BuildOptions {
  readonly reporter: CommandReporter;
  /** The working directory, from which places are told. */
  readonly directory: string;
  /** Absolute paths of what was saved and is built again for; `null` for a build that nothing was saved for. */
  readonly changed?: readonly string[] | null;
  /** Whether it is summed up why pages were rendered; default no. */
  readonly explains?: boolean;
}

/** What whoever builds again and again goes by. */
export interface ToldEnd {
  readonly wentWell: boolean;
  readonly ranOwnCode: boolean;
}

/**
 * Builds, and says how it went.
 *
 * @param lead what stands before `done in`: jekyll-watch writes three dots
 */
export async function buildOnce(options: ToldBuild, lead = ''): Promise<ToldEnd> {
  const { config, reporter } = options;
  const start = performance.now();
  const result = await build(options);
  reporter.progress.clear();
  if (!result.ok) {
    tellFailure(reporter, [...config.diagnostics, ...result.diagnostics], {
      isStrict: config.strict,
      isOutputChanged: result.isOutputChanged,
    });
    return { wentWell: false, ranOwnCode: result.ranOwnCode };
  }
  tellProfile(result, options);
  tellSuccess(result, performance.now() - start, { config, reporter, lead });
  tellLeftOut(result.leftOut, options);
  if (options.explains) tellRuns(result, reporter);
  return { wentWell: true, ranOwnCode: result.ranOwnCode };
}

function tellProfile(result: BuildResult, { config, directory, reporter }: ToldBuild): void {
  const { stages, profile, spans } = result;
  if (profile === null) return;
  // The JSON is what was asked for, for a program to read: --quiet takes the rest away.
  if (config.profile === 'json') {
    process.stdout.write(`${profileJson(stages, profile)}\n`);
    return;
  }
  if (typeof config.profile === 'object') {
    const { file } = config.profile;
    const path = resolve(directory, file);
    writeFileSync(path, traceJson(spans));
    reporter.info('Profile:', `${file}, for Perfetto, speedscope or chrome://tracing`);
    if (isWithin(config.directories.source, slashed(path)))
      reporter.info('', '→ It lies among the files of the site: the next build copies it.');
  } else reporter.raw('info', profileTables(stages, profile));
  tellTakenOver(result, reporter);
}

/** What was not rendered is in no profile. */
function tellTakenOver(result: BuildResult, reporter: Reporter): void {
  const { reused, rendered } = runsOf(result);
  if (reused === 0) return;
  const all = count(reused + rendered, 'page');
  reporter.info('Taken over:', `${reused} of ${all}, which cost nothing; --no-cache shows all.`);
}

function tellSuccess(
  result: BuildResult,
  milliseconds: number,
  { config, reporter, lead }: { config: Config; reporter: Reporter; lead: string },
): void {
  const { pages, written, unchanged, removed } = result;
  const { warnings } = countFindings([...config.diagnostics, ...result.diagnostics]);
  reporter.info('', `${lead}done in ${seconds(milliseconds)} seconds.`);
  const parts = [count(pages, 'page'), `${count(written, 'file')} written`, `${unchanged} unchanged`];
  if (removed > 0) parts.push(`${removed} removed`);
  if (warnings > 0) parts.push(count(warnings, 'warning'));
  reporter.info('Summary:', `${parts.join(', ')}, ${Math.round(milliseconds)} ms`);
}

/** As Ruby prints a float rounded to three digits: `0.25`, `1.0`. */
export function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds) / 1000;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
