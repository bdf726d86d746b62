import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STARTERS } from '../../src/commands/new/starters.js';
import { loadAxe, violationsOn } from '../helpers/axe.js';
import { hasBrowser, launchBrowser } from '../helpers/chromium.js';

const program = join(process.cwd(), 'bin/utterson.js');
const origin = 'https://site.example';
/** Pixels: a common phone, a common desk. */
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const starters = STARTERS.map(({ name }) => name);

/** What is wrong with a page, of which there should be nothing. */
interface Fault {
  readonly where: string;
  readonly what: string;
}

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
    execFileSync(process.execPath, [program, 'new', site, '--starter', starter, '--url', origin]);
    execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: site });
    expect(await faultsOf(join(site, existsSync(join(site, 'dist')) ? 'dist' : '_site'))).toEqual([]);
  });

  test('so can every page of the example', async () => {
    const site = join(folder, 'example');
    mkdirSync(site);
    for (const name of ['content', 'layouts', 'includes', 'data', 'sass', 'public', '_config.yml']) {
      cpSync(name, join(site, name), { recursive: true });
    }
    execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: site });
    expect(await faultsOf(join(site, 'dist'))).toEqual([]);
  });

  /** Looks at every page of an output, light and dark, on a phone and on a desk. */
  async function faultsOf(output: string): Promise<Fault[]> {
    const faults: Fault[] = [];
    // A page's own policy must not keep axe out.
    const context = await browser.newContext({ bypassCSP: true });
    await context.route('**', (route) => answer(route, output, faults));
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push({ where: page.url(), what: message.text() });
    });
    const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
    const paths = files.filter((path) => path.endsWith('.html')).sort();
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      await page.goto(`${origin}/${path}`);
      await loadAxe(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const size of sizes) {
          await page.setViewportSize(size);
          for (const what of await faultsHere(page)) {
            faults.push({ where: `${path}, ${colorScheme}, ${size.width} px`, what });
          }
        }
      }
    }
    await context.close();
    return faults;
  }
});

/** From the files of an output, as a host would; whatever else is asked for is a fault. */
function answer(route: Route, output: string, faults: Fault[]): Promise<void> {
  const url = new URL(route.request().url());
  const path = decodeURIComponent(url.pathname);
  const file = [path, `${path}/index.html`, `${path}.html`]
    .map((candidate) => join(output, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  if (url.origin === origin && file !== undefined) {
    return route.fulfill({ body: readFileSync(file), contentType: lookup(file) ?? 'text/plain' });
  }
  faults.push({ where: route.request().frame().url(), what: `asks for ${url.href}` });
  return route.abort();
}

/** What axe finds on the page as it is shown, and whether it is wider than the window. */
async function faultsHere(page: Page): Promise<string[]> {
  const faults = await violationsOn(page);
  const excess = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return excess > 0 ? [...faults, `is ${excess} px wider than the window`] : faults;
}
