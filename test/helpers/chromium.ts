import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether tests in a browser can run; says so where they cannot. */
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  console.warn(
    `No Chromium at ${executablePath}: the browser tests are skipped. CHROMIUM=PATH names another.`,
  );

/** A browser without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}
