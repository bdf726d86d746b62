/** A build for users of the library who want no more than that. */
import { resolve } from 'node:path';
import { type BuildResult, build } from './build.js';
import { prepareConfig } from './config/load.js';
import type { Diagnostic } from './model/diagnostic.js';
import { createReporter, PLAIN } from './report/logger.js';
import type { Value } from './ruby/value.js';

/** Which site, and how. */
export interface SiteOptions {
  /** The site's folder, or one from which `flags.source` leads to it. Default: the working directory. */
  readonly directory?: string;
  /** As on the command line, by the names of `_config.yml`: `{ destination: 'out', show_drafts: true }`. Default: none. */
  readonly flags?: Readonly<Record<string, Value>>;
  /** Default: the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Told of each warning and error as it comes up; all of them are in the result as well. Default: nobody. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/**
 * Builds the site in a folder. Whether it went well is `ok`, what went wrong `diagnostics`.
 *
 * @throws SiteError for a configuration that cannot be read, and for a theme that cannot be fetched
 * @example
 * const { ok, written, diagnostics } = await buildSite({ directory: 'my-site' });
 */
export async function buildSite({
  directory = process.cwd(),
  flags = {},
  environment = process.env,
  onDiagnostic = () => {},
}: SiteOptions = {}): Promise<BuildResult> {
  const silent = createReporter({
    level: 'error',
    streams: { out: () => {}, err: () => {} },
    colors: { out: PLAIN, err: PLAIN },
  });
  const reporter = { ...silent, report: onDiagnostic };
  // The configuration looks things up from whole paths.
  const config = await prepareConfig({
    directory: resolve(directory),
    flags: { serving: false, ...flags },
    environment,
    reporter,
  });
  const result = await build({ config, reporter });
  return { ...result, diagnostics: [...config.diagnostics, ...result.diagnostics] };
}
