/** Layouts of the site and its theme (Jekyll 4.4.1, `LayoutReader`). */
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Directories } from '../model/directories.js';
import { wholeText } from '../model/output.js';
import type { Layout } from '../model/site.js';
import * as messages from '../report/messages.js';
import { isUnread } from '../report/unread.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { extensionOf, fileNameOf } from '../url/extension.js';
import { type ReadSource, reasonOf } from './file-reader.js';
import { readOwnText } from './page.js';
import type { ReadContext } from './read-context.js';
import { reject } from './reject.js';
import { isReadable, scan } from './scan.js';

/** Every layout by name. Of two files with one name the later counts; the site's count before the theme's. */
export function readLayouts(context: ReadContext): Map<string, Layout> {
  const { directories } = context.config;
  const layouts = new Map<string, Layout>();
  for (const folder of directories.layouts) {
    const base = baseOf(folder, directories);
    const found = new Map<string, Layout>();
    for (const entry of layoutFiles(folder, context)) {
      const layout = context.failures.attempt(
        pathWithin(base, joinPaths(folder, entry)),
        () => readLayout(folder, entry, base, context),
        (why) => brokenLayout(folder, entry, base, why),
      );
      if (layout) found.set(layout.name, layout);
    }
    for (const [name, layout] of found) if (!layouts.has(name)) layouts.set(name, layout);
  }
  return layouts;
}

/** What paths of layouts begin at: the theme, the source, or, of our own shape, the site's folder, so that none says where the site lies. */
function baseOf(folder: string, { theme, source, root }: Directories): string {
  return [theme, source].find((base) => base !== null && folder.startsWith(`${base}/`)) ?? root;
}

/** Files with a dot in their name, dot files aside. The filter sees them as if they stood in the source itself. */
function layoutFiles(folder: string, context: ReadContext): string[] {
  if (!isReadable(folder, context)) return [];
  const entries = scan(folder, {
    accepts: (name) => !name.startsWith('.'),
    followsLinks: false,
    report: context.reporter.report,
  });
  return entries
    .filter(({ path, isFolder }) => !isFolder && fileNameOf(path).includes('.'))
    .map(({ path }) => path)
    .filter((path) => context.filter.accepts(path, '', folder));
}

function readLayout(folder: string, entry: string, base: string, context: ReadContext): Layout {
  const absolutePath = joinPaths(folder, entry);
  const path = pathWithin(base, absolutePath);
  const { told, failure } = notingFailure(context);
  const { file, bytes } = readFile(path, absolutePath, told);
  const { frontMatter, body, bodyLine } = readOwnText(file, bytes, told);
  return {
    name: nameOf(entry),
    path,
    source: file,
    data: frontMatter,
    body: wholeText(body),
    bodyLine,
    extension: extensionOf(entry),
    ...failure(),
  };
}

/**
 * Where all else goes on, a layout that could not be read has no pages: without its front matter, and so without the layouts around it,
 * they would be none to look at.
 */
function notingFailure(context: ReadContext): {
  readonly told: ReadContext;
  readonly failure: () => Pick<Layout, 'failure'>;
} {
  if (!context.failures.keepsGoing) return { told: context, failure: () => ({}) };
  let first: Diagnostic | undefined;
  const report = (diagnostic: Diagnostic): void => {
    if (isUnread(diagnostic)) first ??= diagnostic;
    context.reporter.report(diagnostic);
  };
  const told = { ...context, reporter: { ...context.reporter, report } };
  return { told, failure: () => (first === undefined ? {} : { failure: first }) };
}

function brokenLayout(folder: string, entry: string, base: string, failure: Diagnostic): Layout {
  const absolutePath = joinPaths(folder, entry);
  const path = pathWithin(base, absolutePath);
  return {
    name: nameOf(entry),
    path,
    source: { path, absolutePath, modifiedAt: 0, size: 0 },
    data: new Map(),
    body: '',
    bodyLine: 1,
    extension: extensionOf(entry),
    failure,
  };
}

function nameOf(entry: string): string {
  return entry.slice(0, entry.lastIndexOf('.'));
}

/** A layout that cannot be read, such as a link to nothing, is told of and empty (`Convertible#read_yaml`). */
function readFile(
  path: string,
  absolutePath: string,
  context: ReadContext,
): Pick<ReadSource, 'file' | 'bytes'> {
  try {
    return context.reader.read(path, absolutePath);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    reject(messages.layoutUnreadable(reasonOf(error.cause), absolutePath, { file: path }), context);
    return { file: { path, absolutePath, modifiedAt: 0, size: 0 }, bytes: Buffer.alloc(0) };
  }
}
