/** A theme's assets: pages and static files of the site where it has none of the same path (Jekyll 4.4.1, `ThemeAssetsReader`). */
import { lstatSync } from 'node:fs';
import type { Page, StaticFile } from '../model/page.js';
import * as messages from '../report/messages.js';
import { joinPaths } from '../ruby/file-path.js';
import { EMPTY_HEADER } from './front-matter.js';
import { makePage } from './page.js';
import type { ReadContext } from './read-context.js';
import { scan } from './scan.js';
import { makeStaticFile } from './static.js';

/** What the theme adds. */
export interface ThemeAssets {
  readonly pages: readonly Page[];
  readonly files: readonly StaticFile[];
}

/** Everything below the theme's `assets`; links are left out with a warning. */
export function readThemeAssets(
  theme: string,
  sitePages: readonly Page[],
  siteFiles: readonly StaticFile[],
  context: ReadContext,
): ThemeAssets {
  const pagePaths = new Set(sitePages.map(({ source, path }) => source?.path ?? path));
  const filePaths = new Set(siteFiles.map(({ path }) => path));
  const pages: Page[] = [];
  const files: StaticFile[] = [];
  for (const entry of scan(joinPaths(theme, 'assets'), {
    accepts: () => true,
    followsLinks: false,
    report: context.reporter.report,
  })) {
    const path = `assets/${entry.path}`;
    const absolutePath = joinPaths(theme, path);
    if (entry.isFolder) continue;
    if (lstatSync(absolutePath).isSymbolicLink()) {
      context.reporter.report(messages.themeAssetSymlink(absolutePath));
      continue;
    }
    const asset = context.failures.attempt(
      path,
      () => readAsset(path, absolutePath, context),
      () => brokenAsset(path, absolutePath, context),
    );
    if (asset?.kind === 'static' && !filePaths.has(asset.path)) files.push(asset);
    if (asset?.kind === 'page' && !pagePaths.has(path)) pages.push(asset);
  }
  return { pages, files };
}

function readAsset(path: string, absolutePath: string, context: ReadContext): Page | StaticFile {
  const { file, bytes } = context.reader.readIfHeader(path, absolutePath);
  if (bytes === null) return makeStaticFile(file, `/${path}`, null, context);
  return makePage(file, bytes, context);
}

function brokenAsset(path: string, absolutePath: string, context: ReadContext): Page {
  return makePage(context.reader.readIfHeader(path, absolutePath).file, EMPTY_HEADER, context);
}
