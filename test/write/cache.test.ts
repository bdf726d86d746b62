import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { openCache } from '../../src/write/cache.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** The cache of the site in a folder, and what was said of it. */
function opened(directory: string, flags = {}): { cache: string | null; reported: readonly Diagnostic[] } {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags, environment: {}, reporter });
  const reported: Diagnostic[] = [];
  return { cache: openCache(config, (diagnostic) => reported.push(diagnostic)), reported };
}

test('is made where it is missing, and hidden from git', () => {
  const folder = temporaryFolder();
  expect(opened(folder)).toEqual({ cache: join(folder, '.jekyll-cache'), reported: [] });
  expect(readdirSync(join(folder, '.jekyll-cache'))).toEqual(['.gitignore']);
});

test('is not made with --disable-disk-cache', () => {
  const folder = temporaryFolder();
  expect(opened(folder, { disable_disk_cache: true })).toEqual({ cache: null, reported: [] });
  expect(existsSync(join(folder, '.jekyll-cache'))).toBe(false);
});

// Nothing is read-only for root, as whom tests may run: below a file nobody can make a folder.
test('is done without where it cannot be written to, with a warning that fails nothing', () => {
  const folder = temporaryFolder({ '_config.yml': 'cache_dir: taken/cache\n', taken: '' });
  const { cache, reported } = opened(folder);
  expect(cache).toBeNull();
  expect(reported).toMatchObject([{ severity: 'warning', code: 'cache-unwritable', isHarmless: true }]);
  expect(reported[0]?.message).toContain(
    `The cache folder ${join(folder, 'taken/cache')} cannot be written to`,
  );
});
