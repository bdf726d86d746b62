import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STARTERS } from '../../src/commands/new/starters.js';
import { loadAxe, violationsOn } from '../helpers/axe.js';
import { hasBrowser, launchBrowser } from '../helpers/chromium.js';
import { docsCopy } from '../helpers/docs-copy.js';
import { FEWER_VIEWS, faultsOf, ORIGIN, openBuilt } from '../helpers/faults-of.js';

const program = join(process.cwd(), 'bin/utterson.js');
const starters = STARTERS.map(({ name }) => name);

describe.skipIf(!hasBrowser)('in a browser', { timeout: 300_000 }, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'utterson-accessible-'));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(starters)('every page of the starter %s can be used by everyone', async (starter) => {
    const site = join(folder, starter);
    execFileSync(process.execPath, [program, 'new', site, '--starter', starter, '--url', ORIGIN]);
    execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: site });
    expect(await faultsOf(browser, join(site, existsSync(join(site, 'dist')) ? 'dist' : '_site'))).toEqual(
      [],
    );
  });

  test('so can the page of a new theme', async () => {
    const theme = join(folder, 'theme');
    execFileSync(process.execPath, [program, 'new-theme', 'theme'], { cwd: folder });
    execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: theme });
    expect(await faultsOf(browser, join(theme, '_site'))).toEqual([]);
  });

  test('the search of the starter documentation finds pages, as one types and by an address', async () => {
    const site = join(folder, 'searched');
    execFileSync(process.execPath, [program, 'new', site, '--starter', 'documentation', '--url', ORIGIN]);
    execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: site });
    const page = await openBuilt(browser, join(site, 'dist'), '/guide/');
    await page.fill('#search', 'open terminal');
    await page.press('#search', 'Enter');
    await page.waitForURL('**/search/?q=open+terminal');
    const found = page.locator('#places a');
    await page.waitForFunction("document.querySelectorAll('#places a').length > 0");
    expect(await found.allTextContents()).toEqual(['Install it']);
    expect(await found.first().getAttribute('href')).toBe('/guide/install/');
    expect(await page.textContent('#found')).toContain('1 page has');
    await page.fill('#search', 'nosuchword');
    await page.waitForFunction("document.querySelector('#found').textContent.startsWith('0 pages')");
    expect(await found.count()).toBe(0);
    await loadAxe(page);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('so can every page of the example', async () => {
    const site = join(folder, 'example');
    mkdirSync(site);
    for (const name of ['content', 'layouts', 'includes', 'data', 'sass', 'public', '_config.yml']) {
      cpSync(name, join(site, name), { recursive: true });
    }
    execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: site });
    expect(await faultsOf(browser, join(site, 'dist'))).toEqual([]);
  });

  // Some of its pages are long.
  test('so can the pages of the documentation', { timeout: 900_000 }, async () => {
    const source = docsCopy(mkdtempSync(join(folder, 'documentation-')));
    const site = join(source, 'dist');
    const flags = ['--source', source, '--destination', site, '--baseurl', '', '--strict', '--quiet'];
    execFileSync(process.execPath, [program, 'build', ...flags]);
    expect(await faultsOf(browser, site, { looksAt: isDistinct, views: FEWER_VIEWS })).toEqual([]);
  });
});

/** Pages of single messages and plugins differ in words alone: some of them stand for all. `EVERY_PAGE=1` looks at each. */
function isDistinct(path: string): boolean {
  return (
    process.env['EVERY_PAGE'] === '1' ||
    !/^errors\/u\d|^plugins\/./.test(path) ||
    /u1[0-9]01|jekyll-(?:feed|scholar)/.test(path)
  );
}
