/**
 * What `bin/utterson.js` starts: small, so that `--version` is quick. All else is the one file `cli.cjs`, whose code V8 keeps from run
 * to run.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Cli from './cli.js';
import { allowClosedPipes } from './commands/line/closed-pipes.js';
import { packageVersion } from './commands/line/package-root.js';

/** Runs the program and sets the exit code of the process. */
export async function launch(argv: readonly string[]): Promise<void> {
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0]!)) {
    allowClosedPipes();
    process.stdout.write(`utterson ${packageVersion()}\n`);
    return;
  }
  const file = join(dirname(fileURLToPath(import.meta.url)), 'cli.cjs');
  if (mayAskForStacks(argv)) {
    // Node reads the map of what `require` loads, and of nothing else: a stack then names lines of `src/`.
    process.setSourceMapsEnabled(true);
    await (createRequire(file)(file) as typeof Cli).main(argv);
    return;
  }
  const { cacheFolders } = await import('./code-cache/cache-folders.js');
  const { CodeCache } = await import('./code-cache/code-cache.js');
  const { env: environment, platform } = process;
  const code = new CodeCache(cacheFolders(file, { environment, platform }));
  await (code.load(file) as typeof Cli).main(argv, code);
}

/** `--trace` in any spelling: shortened, or its letter behind others that want no value. What only looks like it costs no more than time. */
function mayAskForStacks(argv: readonly string[]): boolean {
  return argv.some((word) => /^-(?:[BDIVcfhloqvw]*t|-t)/.test(word));
}
