import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually, type RunningSite, serveSite } from './served-site.js';
import { siteFiles } from './site-files.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  console.warn(
    `No Chromium at ${executablePath}: the browser tests are skipped. CHROMIUM=PATH names another.`,
  );

/** What has to hold between an edit and its effect may take long on a busy machine. */
describe.skipIf(!hasBrowser)('in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: RunningSite;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    site = await serveSite(siteFiles);
    page = await browser.newPage();
    await page.goto(`${site.url}/`);
    await page.evaluate('window.mark = 1');
    // The script has to be connected before the first edit.
    await eventually(
      () => page.evaluate('typeof WebSocket'),
      (type) => type === 'function',
    );
    await page.waitForTimeout(300);
  });
  afterEach(async () => {
    await page.close();
    await site.stop();
  });

  const text = (id: string): Promise<string | null> => page.textContent(`#${id}`).catch(() => null);
  /** `null` while the page is being left: then nothing can be asked. */
  const isMarked = (): Promise<boolean | null> =>
    page.evaluate<boolean>('window.mark === 1').catch(() => null);

  const edits = [
    ['content', 'index.md', siteFiles['index.md']!.replace('text 1', 'text 2'), 'text', 'text 2'],
    [
      'a layout',
      '_layouts/default.html',
      siteFiles['_layouts/default.html']!.replace('layout 1', 'layout 2'),
      'layout',
      'layout 2',
    ],
    ['an include', '_includes/part.html', '<p id="include">include 2</p>\n', 'include', 'include 2'],
    ['data', '_data/facts.yml', 'number: 2\n', 'data', '2'],
    ['the configuration', '_config.yml', 'title: Second title\n', 'title', 'Second title'],
  ] as const;
  test.each(edits)('reloads after an edit of %s', async (_, path, changed, id, expected) => {
    site.write(path, changed);
    await eventually(
      () => text(id),
      (found) => found === expected,
    );
    expect(await isMarked()).toBe(false);
  });

  test('reloads when a static file changes', async () => {
    site.write('plain.txt', 'plain 2\n');
    expect(await eventually(isMarked, (marked) => marked === false)).toBe(false);
  });

  test('swaps a style sheet and keeps the state of the page', async () => {
    const color = (): Promise<string> => page.evaluate('getComputedStyle(document.body).color');
    expect(await color()).toBe('rgb(1, 2, 3)');
    site.write('_sass/_parts.scss', '$ink: rgb(4, 5, 6);\n');
    await eventually(color, (found) => found === 'rgb(4, 5, 6)');
    expect(await isMarked()).toBe(true);
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(1);
  });

  test('shows errors over the last good page until they are mended', async () => {
    const overlay = (): Promise<string | null> =>
      page.evaluate("document.querySelector('utterson-error')?.shadowRoot.textContent ?? null");
    site.write('_includes/part.html', 'x\n{% nosuch %}\n');
    const shown = await eventually(overlay, (found) => found !== null);
    expect(shown).toContain("Unknown tag 'nosuch'");
    expect(shown).toContain('_includes/part.html:2');
    expect(await text('include')).toBe('include 1');
    // A page opened meanwhile shows it, too.
    await page.reload();
    await eventually(overlay, (found) => found !== null);
    site.write('_includes/part.html', '<p id="include">include 3</p>\n');
    await eventually(
      () => text('include'),
      (found) => found === 'include 3',
    );
    expect(await overlay()).toBeNull();
  });
});
