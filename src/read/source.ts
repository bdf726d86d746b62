/** The source folder: pages, static files, and posts on the way (Jekyll 4.4.1, `Reader#read_directories`). */
import { statSync } from 'node:fs';
import type { Document, Page, StaticFile } from '../model/page.js';
import { isWithin, joinPaths, pathWithin, sanitizedPath } from '../ruby/file-path.js';
import { makePage } from './page.js';
import { readPosts } from './post.js';
import { isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { scan } from './scan.js';
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
  });
  const folders = ['', ...entries.filter(({ isFolder }) => isFolder).map(({ path }) => path)];
  addPosts(folders, contents, context);
  const read = new Set<string>();
  for (const { path, isFolder } of entries) {
    if (isFolder) continue;
    read.add(path);
    addFile(path, contents, context);
  }
  for (const path of includedFiles(context)) if (!read.has(path)) addFile(path, contents, context);
  return contents;
}

function counts(name: string, folder: string, { config, filter }: ReadContext): boolean {
  const path = joinPaths(joinPaths(config.directories.source, folder), name);
  return path !== config.directories.destination && filter.accepts(name, folder);
}

/** With `collections_dir`, posts are looked for below it only. */
function addPosts(folders: readonly string[], contents: SourceContents, context: ReadContext): void {
  const { source, collections } = context.config.directories;
  const posts = context.config.collections.find(({ label }) => label === 'posts');
  if (!posts) return;
  const top = collections === source ? '' : pathWithin(source, collections);
  for (const folder of folders) {
    if (top === '' || isWithin(top, folder)) contents.posts.push(...readPosts(folder, posts, context));
  }
}

function addFile(path: string, contents: SourceContents, context: ReadContext): void {
  const absolutePath = joinPaths(context.config.directories.source, path);
  const { file, bytes } = context.reader.readIfHeader(path, absolutePath);
  if (bytes === null) {
    contents.files.push(makeStaticFile(file, `/${path}`, null, context));
    return;
  }
  const page = makePage(file, bytes, context);
  if (isPublishable(page.frontMatter, context.config)) contents.pages.push(page);
}

function includedFiles({ config, filter }: ReadContext): string[] {
  const { source } = config.directories;
  return config.include
    .map((entry) => sanitizedPath(source, entry))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() && !filter.isForbiddenLink(path))
    .map((path) => pathWithin(source, path));
}
