/** Posts and drafts, wherever a folder of theirs lies (Jekyll 4.4.1, `PostReader`). */
import type { CollectionConfig } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Document } from '../model/page.js';
import * as messages from '../report/messages.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { isDirectory, isFile } from '../ruby/file-test.js';
import { glob } from '../ruby/glob.js';
import { isForbiddenBySafe } from '../site/safe-paths.js';
import { extensionOf, isYaml } from '../url/extension.js';
import { makeDocument } from './document.js';
import { datedName } from './document-data.js';
import type { ReadSource } from './file-reader.js';
import { EMPTY_HEADER } from './front-matter.js';
import { isKept, keepingDocument, keptItem, type Place } from './made-text.js';
import { noteDocument, noteLostHeader, noteUndated } from './note-left-out.js';
import { isHiddenInFuture, isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { reject } from './reject.js';
import { isReadable, scan } from './scan.js';

/** The published posts in a folder's `_posts`, and with `show_drafts` in its `_drafts`. @param folder relative to the source */
export function readPosts(folder: string, posts: CollectionConfig, context: ReadContext): Document[] {
  const { pass } = context.config;
  const parent = folder === '' ? (pass?.postsFolder ?? '') : folder;
  const dated = readFolder(
    joinedFolder(parent, '_posts'),
    (path) => datedName(path) !== null,
    posts,
    context,
  );
  const draftsFolder = joinedFolder(folder, '_drafts');
  if (context.config.showDrafts) return [...dated, ...readFolder(draftsFolder, hasExtension, posts, context)];
  noteDrafts(draftsFolder, context);
  return dated;
}

/** Notes drafts that are not asked for. Nobody minds a folder of them that cannot be read. */
function noteDrafts(folder: string, { config, filter, leaveOut }: ReadContext): void {
  const directory = joinPaths(config.directories.source, folder);
  if (!isDirectory(directory) || isForbiddenBySafe(directory, config)) return;
  for (const path of glob('**/*', directory)) {
    // Of a link to nothing the filter would complain under `safe`.
    const isCounted =
      hasExtension(path) && isFile(joinPaths(directory, path)) && filter.accepts(path, folder);
    if (isCounted) leaveOut({ path: `${folder}/${path}`, reason: 'draft' });
  }
}

function joinedFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function hasExtension(path: string): boolean {
  return /\.[^.]+$/.test(path);
}

function readFolder(
  folder: string,
  isNamed: (path: string) => boolean,
  posts: CollectionConfig,
  context: ReadContext,
): Document[] {
  const { source, collections } = context.config.directories;
  if (!isReadable(joinPaths(source, folder), context)) return [];
  const entries = scan(joinPaths(source, folder), {
    accepts: (name) => !name.startsWith('.'),
    followsLinks: false,
    report: context.reporter.report,
  });
  const documents: Document[] = [];
  for (const { path: name, isFolder } of entries) {
    if (isFolder || !context.filter.accepts(name, folder)) continue;
    const absolutePath = joinPaths(joinPaths(source, folder), name);
    const sourcePath = pathWithin(source, absolutePath);
    if (!isNamed(name)) {
      noteUndated(sourcePath, context);
      continue;
    }
    const place = { path: sourcePath, absolutePath };
    const path = collections === source ? sourcePath : pathWithin(collections, absolutePath);
    const document = context.failures.attempt(
      sourcePath,
      () => keptItem(place, path, posts, context) ?? readPost(place, path, posts, context),
      () => brokenPost(place, path, posts, context),
    );
    if (document?.kind !== 'document') continue;
    noteDocument(document, context);
    if (isPublished(document, context)) documents.push(document);
  }
  return documents;
}

function brokenPost(
  place: Place,
  path: string,
  collection: CollectionConfig,
  context: ReadContext,
): Document | null {
  const source = openPost(place, context);
  return source && makeDocument({ file: source.file, bytes: EMPTY_HEADER, path, collection }, context);
}

/** `null` for a post of which nothing can be made. */
function readPost(
  place: Place,
  path: string,
  collection: CollectionConfig,
  context: ReadContext,
): Document | null {
  const source = openPost(place, context);
  if (source === null) return null;
  return keepingDocument(source, collection, context, () => {
    // Quicker than what source is, spread out.
    const { file, bytes } = source;
    const made = makeDocument({ file, bytes, path, collection }, context);
    return made?.isWritten ? noteLostHeader(made, context) : made;
  });
}

/** A link to nothing is told of and left out (`Document#handle_read_error`). */
function openPost({ path, absolutePath }: Place, context: ReadContext): ReadSource | null {
  try {
    return context.reader.read(path, absolutePath);
  } catch (error) {
    if (!(error instanceof SiteError) || isYaml(extensionOf(path))) throw error;
    reject({ ...error.diagnostic, severity: 'warning' }, context);
    return null;
  }
}

function isPublished(post: Document, context: ReadContext): boolean {
  const { config, time, reporter } = context;
  const isHidden = isHiddenInFuture(post.date, time, config);
  if (isHidden) reporter.report(messages.futurePostSkipped(post.path));
  return !isHidden && (isKept(post, context) || isPublishable(post.data, config));
}
