/** What stands among the outputs and is no output goes when nothing keeps it any more, though no folder there has changed since. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { build, KeptEngines, loadConfig } from '../../src/build.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** Longer than two saves can come under one stamp. */
const SETTLED = 120;

test.each(['docs/extra.txt', 'docs/old/extra.txt', 'extra.txt', 'old/extra.txt'])('%s', async (path) => {
  const directory = temporaryFolder({
    '_config.yml': `keep_files: [${path}]\n`,
    'docs/a.md': '---\n---\nA\n',
    'docs/b.md': '---\n---\nB\n',
  });
  const kept = join(directory, '_site', path);
  const buildAgain = async (): Promise<boolean> => {
    const { reporter } = recordingReporter();
    const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
    const { ok } = await build({ config, reporter, engines: new KeptEngines() });
    expect(ok).toBe(true);
    await setTimeout(SETTLED);
    return existsSync(kept);
  };
  await buildAgain();
  mkdirSync(join(kept, '..'), { recursive: true });
  writeFileSync(kept, 'Kept');
  // The folders are seen as they are, and once more as they were.
  expect(await buildAgain()).toBe(true);
  writeFileSync(join(directory, 'docs/b.md'), '---\n---\nB, longer\n');
  expect(await buildAgain()).toBe(true);
  expect(await buildAgain()).toBe(true);
  writeFileSync(join(directory, '_config.yml'), 'keep_files: []\n');
  expect(await buildAgain()).toBe(false);
});
