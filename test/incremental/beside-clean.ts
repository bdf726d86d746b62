/** A site on the disk that is built again and again, each time beside a clean build. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { build, KeptEngines, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/**
 * Gives what builds the site once more, and compares what comes out with what a build into another folder makes that knows nothing.
 *
 * @param isOneProcess whether builds keep things for each other in memory, too
 */
export function besideClean(directory: string, isOneProcess: boolean): () => Promise<void> {
  const engines = new KeptEngines();
  const buildInto = async (flags: Record<string, string | boolean>, kept: KeptEngines): Promise<void> => {
    const { reporter } = recordingReporter();
    const config = loadConfig({ directory, flags, environment: {}, reporter });
    const { ok } = await build({ config, reporter, engines: kept });
    expect(ok).toBe(true);
  };
  return async () => {
    await buildInto({}, isOneProcess ? engines : new KeptEngines());
    const clean = join(temporaryFolder(), 'clean');
    await buildInto({ destination: clean, disable_disk_cache: true }, new KeptEngines());
    expect(compareFolders(clean, join(directory, '_site'))).toEqual([]);
  };
}
