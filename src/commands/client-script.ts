import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './line/package-root.js';

/** The text of the script that pages get while serving: `src/serve/client`, compiled. */
export function readClientScript(): string {
  return readFileSync(join(packageRoot(), 'lib/serve-client.js'), 'utf8');
}
