/** What a few saved files change in a site, where that can be told without reading all of it anew. */
import type { RenderedPass } from './build-pass.js';
import type { Config } from './model/config.js';
import { IN_MEMORY } from './model/output.js';
import type { Document, Page, Renderable } from './model/page.js';
import type { Site } from './model/site.js';
import { makeDocument } from './read/document.js';
import { emptySite } from './read/empty-site.js';
import type { KeptSources } from './read/kept-sources.js';
import { readLayouts } from './read/layout.js';
import { makePage } from './read/page.js';
import { createReadContext, type ReadContext } from './read/read-context.js';
import { SILENT } from './report/logger.js';
import { isWithin } from './ruby/file-path.js';
import { isFile } from './ruby/file-test.js';
import { inspect } from './ruby/inspect.js';
import { allDocuments } from './site/site-files.js';

/** A site in which a little has changed. */
export interface Change {
  readonly site: Site;
  /** Ids of pages and documents that have another text. */
  readonly touched: ReadonlySet<string>;
  /** Whether layouts or includes are other ones, of which any page may be made. */
  readonly isEverywhere: boolean;
}

/** What kind of file was saved: one that pages are made of, a page or document by itself, or what only a build knows of. */
type Saved =
  | { readonly kind: 'include' | 'layout' | 'other' }
  | { readonly kind: 'text'; readonly file: Renderable };

/**
 * The site with what was saved: texts behind front matter that is the same, includes and layouts; `null` for anything else.
 *
 * @param changed absolute paths
 * @param config  what the last build was read by
 * @throws SiteError for a file that cannot be read
 */
export function changesOf(changed: readonly string[], pass: RenderedPass, config: Config): Change | null {
  const { site } = pass;
  const saved = savedFiles(changed, site);
  if (saved === null || saved.some(({ kind }) => kind === 'other')) return null;
  const { time } = emptySite(config);
  const context = createReadContext(config, { time, reporter: SILENT, storage: IN_MEMORY, postInit: null });
  const texts = saved.flatMap((one) => (one.kind === 'text' ? [one.file] : []));
  const anew = texts.map((file) => reread(file, context));
  if (anew.includes(null)) return null;
  const byId = new Map(anew.map((file) => [file!.id, file!]));
  const layouts = saved.some(({ kind }) => kind === 'layout') ? readLayouts(context) : site.layouts;
  context.failures.finish();
  return {
    site: { ...withTexts(site, byId, pass.known!.sources), time, layouts },
    touched: new Set(byId.keys()),
    isEverywhere: byId.size < saved.length,
  };
}

function savedFiles(changed: readonly string[], site: Site): readonly Saved[] | null {
  const paths = changed.filter(isFile);
  if (paths.length < changed.length) return null;
  const files = [...allDocuments(site), ...site.pages];
  const wanted = new Set(paths);
  const found = new Map<string, Renderable>();
  for (const file of files) {
    const path = file.source?.absolutePath;
    if (path !== undefined && wanted.has(path)) found.set(path, file);
  }
  return paths.map((path) => kindOf(path, found.get(path), site.config));
}

function kindOf(path: string, file: Renderable | undefined, { directories }: Config): Saved {
  if (file !== undefined) return { kind: 'text', file };
  const isIn = (folders: readonly string[]): boolean => folders.some((folder) => isWithin(folder, path));
  if (isIn(directories.layouts)) return { kind: 'layout' };
  return { kind: isIn(directories.includes) ? 'include' : 'other' };
}

/** The page or document with the text that its file has now; `null` when anything else of it is another one. */
function reread(file: Renderable, context: ReadContext): Renderable | null {
  const read = file.kind === 'page' ? readPage(file, context) : readDocument(file, context);
  if (read === null || inspect(read.data) !== inspect(file.data)) return null;
  const { body, bodyLine } = read;
  if (file.kind === 'page') return { ...file, body, bodyLine };
  return { ...file, body, bodyLine, hasExcerpt: (read as Document).hasExcerpt };
}

function readPage({ source }: Page, context: ReadContext): Page | null {
  const { file, bytes } = context.reader.readIfHeader(source!.path, source!.absolutePath);
  return bytes && makePage(file, bytes, context);
}

function readDocument({ source, path, collection: label }: Document, context: ReadContext): Document | null {
  const collection = context.config.collections.find((one) => one.label === label)!;
  const { file, bytes } = context.reader.readIfHeader(source!.path, source!.absolutePath);
  return bytes && makeDocument({ file, bytes, path, collection }, context);
}

/** The same, all other texts where they are still to be had: what the last build had put aside went with it. */
function withTexts(site: Site, byId: ReadonlyMap<string, Renderable>, kept: KeptSources): Site {
  const { encoding } = site.config;
  const now = <F extends Renderable>(file: F): F => {
    const changed = byId.get(file.id) as F | undefined;
    if (changed !== undefined || typeof file.body === 'string') return changed ?? file;
    const body = kept.bodyOf(file, encoding);
    return body === null ? file : { ...file, body };
  };
  const collections = new Map(
    [...site.collections].map(([label, one]) => [label, { ...one, documents: one.documents.map(now) }]),
  );
  return { ...site, collections, pages: site.pages.map(now) };
}
