/** What the thread starts with. Its program comes by way of the code cache, like the command line's. */
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { cacheFolders } from '../../code-cache/cache-folders.js';
import { CodeCache, type ProgramCode } from '../../code-cache/code-cache.js';
import type * as Program from './convert-ahead.js';
import type { ThreadData } from './thread-messages.js';

standBack();
void run(workerData as ThreadData);

/**
 * Takes only what the processors have left, so that neither the thread that renders nor another program waits for this one: Linux gives
 * each thread a priority of its own, other systems only whole processes.
 */
function standBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // Where that is forbidden it works as it is.
  }
}

async function run(data: ThreadData): Promise<void> {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'convert-ahead.cjs');
  const code = data.keepsCode ? keptCode(file) : compiledAnew();
  const { convertAhead } = code.load(file) as typeof Program;
  await convertAhead(
    data,
    (other) => code.load(other),
    () => code.keep(),
  );
}

function compiledAnew(): ProgramCode {
  return { load: createRequire(import.meta.url), keep: () => undefined };
}

function keptCode(file: string): ProgramCode {
  const { env: environment, platform } = process;
  return new CodeCache(cacheFolders(file, { environment, platform }));
}
