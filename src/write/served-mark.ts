/** Remembers in the cache folder which destinations `serve` wrote last: there is its own address in them, which nobody is to deploy. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../model/config.js';
import { openCache } from './cache.js';
import { digest } from './manifest.js';

/** Notes who has just written to the destination: a server, or a build. */
export function noteWriter(config: Config): void {
  const mark = markOf(config);
  const isServed = config.settings.get('serving') === true;
  // A cache that cannot be written to has been told of.
  if (isServed === existsSync(mark) || openCache(config, () => {}) === null) return;
  if (isServed) writeFileSync(mark, `${config.url ?? ''}\n`);
  else rmSync(mark);
}

/** Whether `serve` was the last to write to the destination. */
export function isServedOutput(config: Config): boolean {
  return existsSync(markOf(config)) && existsSync(config.directories.destination);
}

function markOf({ directories: { cache, destination } }: Config): string {
  return join(cache, `served-${digest(destination).slice(0, 12)}`);
}
