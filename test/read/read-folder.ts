import { loadConfig } from '../../src/config/load.js';
import { IN_MEMORY } from '../../src/model/output.js';
import type { Site } from '../../src/model/site.js';
import { readSite } from '../../src/read/read-site.js';
import type { Value } from '../../src/ruby/value.js';
import { recordingReporter } from '../helpers/recording-reporter.js';

/** The site in a folder as it is read on 10 June 2024, and what is said meanwhile. */
export function readFolder(
  directory: string,
  flags: Readonly<Record<string, Value>> = {},
): { site: Site; err: () => string } {
  const { reporter, err } = recordingReporter();
  const config = loadConfig({ directory, flags, environment: { SOURCE_DATE_EPOCH: '1718000000' }, reporter });
  return { site: readSite(config, reporter, IN_MEMORY), err };
}
