import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Config } from '../../model/config.js';
import { isTruthy } from '../../ruby/value.js';
import type { Invocation } from '../line/command.js';

/** Opens the new file in the user's editor when `jekyll_compose: {auto_open: true}` is configured (jekyll-compose, `FileEditor`). */
export function openEditor(path: string, config: Config, { directory, environment }: Invocation): void {
  const settings = config.settings.get('jekyll_compose');
  if (!(settings instanceof Map) || !isTruthy(settings.get('auto_open') ?? null)) return;
  const editor = environment['JEKYLL_EDITOR'] ?? environment['VISUAL'] ?? environment['EDITOR'];
  if (!editor) return;
  // The variable is a command line of its own (`code --wait`), so a shell reads it.
  spawnSync(`${editor} ${quoted(resolve(directory, path))}`, {
    shell: true,
    stdio: 'inherit',
    cwd: directory,
  });
}

function quoted(path: string): string {
  return process.platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}
