import { spawn } from 'node:child_process';
import type { Reporter } from '../report/logger.js';

/** Opens an address in the user's browser. */
export function openBrowser(url: string, reporter: Reporter): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(opener, [url], { detached: true, stdio: 'ignore' });
  child.on('error', () =>
    reporter.warn('Browser:', `'${opener}' could not be started. Open ${url} yourself.`),
  );
  child.unref();
}
