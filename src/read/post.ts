/** Posts and drafts, wherever a folder of theirs lies (Jekyll 4.4.1, `PostReader`). */
import type { CollectionConfig } from '../model/config.js';
import type { Document } from '../model/page.js';
import * as messages from '../report/messages.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { makeDocument } from './document.js';
import { datedName } from './document-data.js';
import { isHiddenInFuture, isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { scan } from './scan.js';

/** The published posts in a folder's `_posts`, and with `show_drafts` in its `_drafts`. @param folder relative to the source */
export function readPosts(folder: string, posts: CollectionConfig, context: ReadContext): Document[] {
  const dated = readFolder(
    joinedFolder(folder, '_posts'),
    (path) => datedName(path) !== null,
    posts,
    context,
  );
  if (!context.config.showDrafts) return dated;
  const drafts = readFolder(joinedFolder(folder, '_drafts'), hasExtension, posts, context);
  return [...dated, ...drafts];
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
  const entries = scan(joinPaths(source, folder), {
    accepts: (name) => !name.startsWith('.'),
    followsLinks: false,
  });
  const documents: Document[] = [];
  for (const { path, isFolder } of entries) {
    if (isFolder || !context.filter.accepts(path, folder) || !isNamed(path)) continue;
    const absolutePath = joinPaths(joinPaths(source, folder), path);
    const sourcePath = pathWithin(source, absolutePath);
    const document = context.failures.attempt(sourcePath, () => {
      const read = context.reader.read(sourcePath, absolutePath);
      return makeDocument(
        { ...read, path: pathWithin(collections, absolutePath), collection: posts },
        context,
      );
    });
    if (document && isPublished(document, context)) documents.push(document);
  }
  return documents;
}

function isPublished(post: Document, { config, time, reporter }: ReadContext): boolean {
  const isHidden = isHiddenInFuture(post.date, time, config);
  if (isHidden) reporter.report(messages.futurePostSkipped(post.path));
  return !isHidden && isPublishable(post.data, config);
}
