/** Stage 1: everything on disk becomes the site, in Jekyll's order (`Reader#read`, `Site#read`). */
import type { Config } from '../model/config.js';
import type { LeftOut } from '../model/left-out.js';
import type { TextHolder } from '../model/output.js';
import type { Document, Page, StaticFile } from '../model/page.js';
import type { Collection, Site } from '../model/site.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { compareStrings } from '../ruby/compare.js';
import { encodingNamed } from '../ruby/encoding.js';
import { mergeSort } from '../ruby/merge-sort.js';
import { localTimeAt, presentTime, timeToText } from '../ruby/time/time.js';
import type { PostInit } from '../site/post-init.js';
import { emptyCollection, readCollection } from './collection.js';
import { sortDocuments } from './collection-order.js';
import { readData } from './data.js';
import { emptySite } from './empty-site.js';
import { reportDefaults } from './front-matter-defaults.js';
import type { KeptSources } from './kept-sources.js';
import { readLayouts } from './layout.js';
import { readPublicFiles } from './public.js';
import { createReadContext, type ReadContext } from './read-context.js';
import { readSource } from './source-folder.js';
import { readThemeAssets } from './theme.js';

/** What may come with a reading. */
export interface ReadOptions {
  /** What runs when a page or document has been made; default nothing. */
  readonly postInit?: PostInit | null;
  /** The site as it was reset, before anything is read. */
  readonly start?: Site;
  /** What the last build made of files; default nothing. */
  readonly kept?: KeptSources | null;
  /** Whether files with an extension are pages and documents even without front matter; default none. */
  readonly needsNoHeader?: (extension: string) => boolean;
  /** See `ReadParts`. */
  readonly keepsGoing?: boolean;
}

/**
 * The whole site as it is on disk; URLs come later.
 *
 * @param storage where texts after front matter are kept
 * @throws SiteError for what stops Jekyll: a date that is none, bad data files, front matter that is no mapping. Reading goes on
 *   after such a file: of several the last is thrown and those before it are reported
 */
export function readSite(
  config: Config,
  reporter: Reporter,
  storage: TextHolder,
  {
    postInit = null,
    start = emptySite(config),
    kept = null,
    needsNoHeader,
    keepsGoing = false,
  }: ReadOptions = {},
): Site {
  const { time } = start;
  reportDefaults(config, reporter);
  if (encodingNamed(config.encoding) === null) reporter.report(messages.encodingUnknown(config.encoding));
  const context = createReadContext(
    config,
    { time, reporter, storage, postInit, kept, keepsGoing },
    needsNoHeader,
  );
  const layouts = readLayouts(context);
  const source = readSource(context);
  const pages = mergeSort(source.pages, (a, b) => compareStrings(a.name, b.name));
  const staticFiles = source.files.toSorted((a, b) => compareStrings(a.path, b.path));
  const collections = readCollections(source.posts, context);
  const withTheme = addThemeAssets(pages, staticFiles, context);
  const data = readData(context);
  context.failures.finish();
  const leftOut = mergeSort(context.leftOut, (a, b) => compareStrings(a.path, b.path));
  warnOfHeldClock(leftOut, context);
  const publicFiles = readPublicFiles(context);
  return {
    ...start,
    ...withTheme,
    collections,
    layouts,
    data,
    publicFiles,
    leftOut,
    unread: context.failures.unread,
  };
}

/** Whoever sets `SOURCE_DATE_EPOCH` for the sake of dates that are printed may not think of posts that come after it. */
function warnOfHeldClock(leftOut: readonly LeftOut[], { config, reporter }: ReadContext): void {
  const { sourceDate, time, variables } = config;
  if (sourceDate === null || time !== null || !variables['SOURCE_DATE_EPOCH']) return;
  const now = presentTime().seconds;
  const isHeldBack = ({ reason, file }: LeftOut): boolean =>
    reason === 'future' && file?.kind === 'document' && file.date.seconds <= now;
  const count = leftOut.filter(isHeldBack).length;
  if (count > 0) reporter.report(messages.sourceDateHidesPosts(count, timeToText(localTimeAt(sourceDate))));
}

function readCollections(posts: readonly Document[], context: ReadContext): Map<string, Collection> {
  const collections = new Map<string, Collection>();
  for (const config of context.config.collections) {
    if (config.label === 'posts') {
      const documents = newest(sortDocuments(posts), context);
      collections.set('posts', { ...emptyCollection(config, context), documents });
    } else if (config.label === 'data') {
      collections.set('data', emptyCollection(config, context));
    } else collections.set(config.label, readCollection(config, context));
  }
  return collections;
}

/** The last `limit_posts` posts, all of them for 0. */
function newest(posts: Document[], { config, leaveOut }: ReadContext): Document[] {
  const count = config.limitPosts > 0 ? Math.max(posts.length - config.limitPosts, 0) : 0;
  for (const file of posts.slice(0, count)) {
    leaveOut({ path: file.source?.path ?? file.path, reason: 'limit', file });
  }
  return posts.slice(count);
}

function addThemeAssets(
  pages: readonly Page[],
  staticFiles: readonly StaticFile[],
  context: ReadContext,
): { pages: readonly Page[]; staticFiles: readonly StaticFile[] } {
  const { theme } = context.config.directories;
  if (theme === null) return { pages, staticFiles };
  const assets = readThemeAssets(theme, pages, staticFiles, context);
  return { pages: [...pages, ...assets.pages], staticFiles: [...staticFiles, ...assets.files] };
}
