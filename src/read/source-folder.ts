/** The source folder: pages, static files, and posts on the way (Jekyll 4.4.1, `Reader#read_directories`). */
import type { Document, Page, StaticFile } from '../model/page.js';
import { append } from '../ruby/append.js';
import { joinPaths, pathWithin, sanitizedPath } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import { isOwnPlace } from '../site/own-places.js';
import { EMPTY_HEADER } from './front-matter.js';
import { keepingPage, keepStatic, keptFile } from './made-text.js';
import { noteBareText, noteLostHeader } from './note-left-out.js';
import { makePage } from './page.js';
import { readPosts } from './post.js';
import { isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { type ScannedEntry, scan } from './scan.js';
import { makeStaticFile } from './static.js';

/** What lies in the source folder, collections and layouts aside. */
export interface SourceContents {
  readonly pages: Page[];
  readonly files: StaticFile[];
  readonly posts: Document[];
}

/** Reads the source folder, then files that `include` names although nothing leads to them. */
export function readSource(context: ReadContext): SourceContents {
  const { source } = context.config.directories;
  const contents: SourceContents = { pages: [], files: [], posts: [] };
  const entries = scan(source, {
    accepts: (name, folder) => counts(name, folder, context),
    followsLinks: true,
    report: context.reporter.report,
  });
  readFolder('', groupByFolder(entries), contents, context);
  const read = new Set(entries.map(({ path }) => path));
  for (const path of includedFiles(context)) {
    if (!read.has(path)) attemptFile(path, contents, context);
  }
  return contents;
}

/** Entries by the folder they lie in; `''` is the source. */
type Folders = ReadonlyMap<string, readonly ScannedEntry[]>;

function groupByFolder(entries: readonly ScannedEntry[]): Folders {
  const folders = new Map<string, ScannedEntry[]>();
  let folder: string | null = null;
  let siblings: ScannedEntry[] = [];
  for (const entry of entries) {
    const end = Math.max(entry.path.lastIndexOf('/'), 0);
    // Most lie beside the one before.
    if (folder === null || end !== folder.length || !entry.path.startsWith(folder)) {
      folder = entry.path.slice(0, end);
      siblings = folders.get(folder) ?? [];
      folders.set(folder, siblings);
    }
    siblings.push(entry);
  }
  return folders;
}

/** A folder's posts are read first, then its subfolders, then its own files: this decides between pages of one name. */
function readFolder(folder: string, folders: Folders, contents: SourceContents, context: ReadContext): void {
  addPosts(folder, contents, context);
  const entries = folders.get(folder) ?? [];
  for (const { path, isFolder } of entries) if (isFolder) readFolder(path, folders, contents, context);
  for (const { path, isFolder } of entries) {
    if (!isFolder) attemptFile(path, contents, context);
  }
}

function counts(name: string, folder: string, { config, filter, leaveOut }: ReadContext): boolean {
  const { source, destination } = config.directories;
  const pathOf = (): string => joinPaths(joinPaths(source, folder), name);
  if (destination.endsWith(name) && pathOf() === destination) return false;
  const refusal = filter.refusalOf(name, folder);
  if (refusal === null) return true;
  const path = pathOf();
  if (!isOwnPlace(path, config)) leaveOut({ path: folder === '' ? name : `${folder}/${name}`, ...refusal });
  return false;
}

/** With `collections_dir`, posts are looked for below it only. */
function addPosts(folder: string, contents: SourceContents, context: ReadContext): void {
  const { source, collections } = context.config.directories;
  const posts = context.config.collections.find(({ label }) => label === 'posts');
  const top = collections === source ? '' : pathWithin(source, collections);
  if (!posts || !`/${folder}`.startsWith(`/${top}`)) return;
  append(contents.posts, readPosts(folder, posts, context));
}

function attemptFile(path: string, contents: SourceContents, context: ReadContext): void {
  context.failures.attempt(
    path,
    () => addFile(path, contents, context),
    () => addBrokenPage(path, contents, context),
  );
}

function addBrokenPage(path: string, contents: SourceContents, context: ReadContext): void {
  const absolutePath = joinPaths(context.config.directories.source, path);
  const { file } = context.reader.readIfHeader(path, absolutePath);
  contents.pages.push(makePage(file, EMPTY_HEADER, context));
}

function addFile(path: string, contents: SourceContents, context: ReadContext): void {
  const absolutePath = joinPaths(context.config.directories.source, path);
  const kept = keptFile({ path, absolutePath }, context);
  if (kept !== null) {
    if (kept.kind === 'page') contents.pages.push(kept);
    else contents.files.push(kept);
    return;
  }
  const source = context.reader.readIfHeader(path, absolutePath);
  const { file, stamp, bytes, start } = source;
  if (bytes === null) {
    if (!noteBareText(file, start, context)) keepStatic(source, null, context);
    contents.files.push(makeStaticFile(file, `/${path}`, null, context));
    return;
  }
  const page = keepingPage({ file, stamp, bytes }, context, () =>
    noteLostHeader(makePage(file, bytes, context), context),
  );
  if (isPublishable(page.frontMatter, context.config)) contents.pages.push(page);
  else context.leaveOut({ path, reason: 'unpublished', file: page });
}

function includedFiles({ config, filter }: ReadContext): string[] {
  const { source } = config.directories;
  return config.include
    .map((entry) => sanitizedPath(source, entry))
    .filter((path) => isFile(path) && !filter.isForbiddenLink(path))
    .map((path) => pathWithin(source, path));
}
