import { type BuildResult, build as buildSite } from '../build.js';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import { tellFailure } from '../report/outcome.js';
import { profileJson, profileTables } from '../report/profile-table.js';

/**
 * Builds, and says how it went; whether it went well.
 *
 * @param lead what stands before `done in`: jekyll-watch writes three dots
 */
export async function buildOnce(config: Config, reporter: Reporter, lead = ''): Promise<boolean> {
  const start = performance.now();
  const result = await tryBuild(config, reporter);
  reporter.progress.clear();
  const { errors, warnings } = reporter.counts;
  if (result === null || errors > 0 || (config.strict && warnings > 0)) {
    tellFailure(reporter, { isStrict: config.strict });
    return false;
  }
  tellProfile(result, config, reporter);
  tellSuccess(result, performance.now() - start, reporter, lead);
  return true;
}

function tellProfile({ stages, profile }: BuildResult, config: Config, reporter: Reporter): void {
  if (profile === null) return;
  // The JSON is what was asked for, for a program to read: --quiet takes the rest away.
  if (config.profile === 'json') process.stdout.write(`${profileJson(stages, profile)}\n`);
  else reporter.raw('info', profileTables(stages, profile));
}

/** `null` when something stopped the build at once; it has been reported then. */
async function tryBuild(config: Config, reporter: Reporter): Promise<BuildResult | null> {
  try {
    return await buildSite({ config, reporter });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    reporter.report(error.diagnostic);
    return null;
  }
}

function tellSuccess(result: BuildResult, milliseconds: number, reporter: Reporter, lead: string): void {
  const { pages, written, unchanged, removed } = result;
  reporter.info('', `${lead}done in ${seconds(milliseconds)} seconds.`);
  const parts = [count(pages, 'page'), `${count(written, 'file')} written`, `${unchanged} unchanged`];
  if (removed > 0) parts.push(`${removed} removed`);
  if (reporter.counts.warnings > 0) parts.push(count(reporter.counts.warnings, 'warning'));
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
