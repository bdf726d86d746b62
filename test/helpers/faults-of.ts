/** What is wrong with the pages of an output for some of their readers. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import type { Browser, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { loadAxe, violationsOn } from './axe.js';

/** Where pages believe to be. */
export const ORIGIN = 'https://site.example';
/** How a page may be looked at: in a scheme of colours, in a window of so many pixels. */
export interface View {
  readonly colorScheme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
}

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };
/** Each of both with each of the others. */
export const VIEWS: readonly View[] = [phone, desk].flatMap((size): View[] => [
  { colorScheme: 'light', size },
  { colorScheme: 'dark', size },
]);
/** Each of them once. */
export const FEWER_VIEWS: readonly View[] = [
  { colorScheme: 'light', size: desk },
  { colorScheme: 'dark', size: phone },
];

/** What is wrong with a page, of which there should be nothing. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** What of an output is looked at, and how. */
export interface Look {
  readonly looksAt?: (path: string) => boolean;
  readonly views?: readonly View[];
}

/** Looks at pages of an output, all of them and in all views unless it is said otherwise. */
export async function faultsOf(
  browser: Browser,
  output: string,
  { looksAt = () => true, views = VIEWS }: Look = {},
): Promise<Fault[]> {
  const faults: Fault[] = [];
  // A page's own policy must not keep axe out.
  const context = await browser.newContext({ bypassCSP: true });
  await context.route('**', (route) => answer(route, output, faults));
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push({ where: page.url(), what: message.text() });
  });
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
  const paths = files.filter((path) => path.endsWith('.html') && looksAt(path)).sort();
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    await page.goto(`${ORIGIN}/${path}`);
    await loadAxe(page);
    for (const { colorScheme, size } of views) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      for (const what of await faultsHere(page)) {
        faults.push({ where: `${path}, ${colorScheme}, ${size.width} px`, what });
      }
    }
  }
  await context.close();
  return faults;
}

/** Opens a page of an output; whoever asks for it closes it. */
export async function openBuilt(browser: Browser, output: string, path: string): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  await context.route('**', (route) => answer(route, output, []));
  const page = await context.newPage();
  await page.goto(ORIGIN + path);
  return page;
}

/** From the files of an output, as a host would; whatever else is asked for is a fault. */
function answer(route: Route, output: string, faults: Fault[]): Promise<void> {
  const url = new URL(route.request().url());
  const path = decodeURIComponent(url.pathname);
  const file = [path, `${path}/index.html`, `${path}.html`]
    .map((candidate) => join(output, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  if (url.origin === ORIGIN && file !== undefined) {
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
