/** Gives every page, document and static file its URL and its place in the output. */
import { readFileSync } from 'node:fs';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import {
  type Document,
  lookup,
  type Page,
  type Renderable,
  type SiteFile,
  type StaticFile,
} from '../model/page.js';
import type { Collection, Site } from '../model/site.js';
import type { SitePass } from '../model/site-pass.js';
import { failureAt } from '../report/at-file.js';
import * as messages from '../report/messages.js';
import { inspect } from '../ruby/inspect.js';
import { toText } from '../ruby/to-s.js';
import { keyPosition } from '../ruby/yaml/key-position.js';
import { placeInMessages } from '../site/site-files.js';
import { extensionOf, isHtml } from '../url/extension.js';
import {
  documentOutputPath,
  nameKeepingOutputPath,
  pageOutputPath,
  staticOutputPath,
} from '../url/output-path.js';
import {
  fillTemplate,
  replacePlaceholders,
  UnknownPlaceholderError,
  withPermalinkSuffix,
} from '../url/permalink.js';
import { barePath, documentPlaceholder, SlugNotTextError, staticPlaceholders } from './placeholders.js';

/** What URLs depend on besides the site. */
export interface UrlTools {
  /** The extension converters give to a file with this one, e.g. `.html` for `.md`. */
  readonly outputExtension: (extension: string) => string;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Knows where pages and documents went that are as they were. */
export interface KnownAddresses {
  addressOf(file: SiteFile): Address | null;
  /** Notes where one goes of which nothing had to be told. */
  settle(file: SiteFile, address: Address): void;
}

type Address = Pick<SiteFile, 'url' | 'outputPath'>;

/** Sets `url` and `outputPath` of everything in the site; problems are reported, and those files keep an empty URL. */
export function assignUrls(site: Site, outer: UrlTools, known: KnownAddresses | null = null): void {
  let isQuiet = true;
  const report: UrlTools['report'] = (diagnostic) => {
    isQuiet = false;
    outer.report(diagnostic);
  };
  const tools = { ...outer, report };
  const assign = (file: Renderable): void => {
    const address = known?.addressOf(file);
    if (address) {
      file.url = address.url;
      file.outputPath = address.outputPath;
      return;
    }
    isQuiet = true;
    assignUrl(file, site, tools);
    if (isQuiet) known?.settle(file, file);
  };
  for (const page of site.pages) assign(page);
  for (const file of site.staticFiles) assignUrl(file, site, tools);
  for (const collection of site.collections.values()) {
    for (const document of collection.documents) assign(document);
    for (const file of collection.files) assignUrl(file, site, tools);
  }
  // What is not written may have an address that is wrong.
  const silent = { ...tools, report: () => {} };
  for (const { file } of site.leftOut) if (file?.url === '') assignUrl(file, site, silent);
}

/** Sets `url` and `outputPath` of one file; a problem is reported with the file's name. */
export function assignUrl(file: SiteFile, site: Site, tools: UrlTools): void {
  try {
    if (file.kind === 'page') assignPageUrl(file, site, tools);
    else if (file.kind === 'document') assignDocumentUrl(file, site, tools);
    else assignStaticUrl(file, site);
    if (site.config.pass !== null) file.outputPath = placeIn(site.config.pass, file.outputPath);
  } catch (error) {
    tools.report(failureAt(placeInMessages(file), error));
  }
}

function placeIn({ folder, place }: SitePass, path: string): string {
  if (path === '') return path;
  return place?.(path) ?? (folder === '' ? path : `${folder}/${path}`);
}

function assignPageUrl(page: Page, site: Site, tools: UrlTools): void {
  const permalink = permalinkOf(page);
  const extension = outputExtensionOf(page, permalink, tools);
  page.url =
    page.givenUrl ??
    urlOfPage(page, permalink ?? pageTemplate(page, extension, site.config.permalink), extension);
  page.outputPath = pageOutputPath(page.url, extension);
}

function urlOfPage(page: Page, template: string, extension: string): string {
  return replacePlaceholders(template, [
    ['path', folderOf(page.dir)],
    ['basename', page.basename],
    ['output_ext', extension],
  ]);
}

/** Jekyll's page knows its folder without the slashes at both ends. */
function folderOf(dir: string): string {
  return dir.replace(/^\/|\/$/g, '');
}

function pageTemplate(page: Page, outputExtension: string, style: string): string {
  if (!isHtml(outputExtension)) return '/:path/:basename:output_ext';
  return page.basename === 'index' ? '/:path/' : withPermalinkSuffix('/:path/:basename', style);
}

function assignDocumentUrl(document: Document, site: Site, tools: UrlTools): void {
  const collection = site.collections.get(document.collection)!;
  const permalink = permalinkOf(document);
  const extension = outputExtensionOf(document, permalink, tools);
  const template = permalink ?? collectionTemplate(collection, site.config.permalink);
  const lookup = (name: string): string | undefined =>
    documentPlaceholder(name, document, collection, extension, tools.report);
  try {
    document.url = document.givenUrl ?? fillTemplate(template, lookup);
  } catch (error) {
    const problem = addressProblem(error, template, document);
    if (problem === null) throw error;
    if (document.isWritten) throw new SiteError(problem);
    // Jekyll asks for the address of what is not written only where a page prints it.
    tools.report({ ...problem, severity: 'warning', file: placeInMessages(document) });
    return;
  }
  document.outputPath = documentOutputPath(document.url, extension);
}

/** What keeps a document from having an address; `null` for an error of another kind. */
function addressProblem(error: unknown, template: string, document: Document): Diagnostic | null {
  if (error instanceof UnknownPlaceholderError) return messages.permalinkPlaceholder(error.names, template);
  if (error instanceof SlugNotTextError)
    return messages.slugNotText(inspect(error.value), slugPlace(document));
  return null;
}

/** Without a line where the slug is not the file's own. */
function slugPlace(document: Document): messages.Place {
  const file = placeInMessages(document);
  if (document.source === null) return { file };
  const text = readFileSync(document.source.absolutePath, 'utf8');
  const position = keyPosition(text, ['slug']);
  return position ? { file, ...position, text } : { file };
}

function assignStaticUrl(file: StaticFile, site: Site): void {
  const keepsName = file.collection !== null && site.config.generation.collectionFilesKeepNames;
  file.url = keepsName
    ? nameKeepingUrl(file, site.collections.get(file.collection!)!, site)
    : staticUrl(file, site);
  file.outputPath = keepsName ? nameKeepingOutputPath(file.url, file.name) : staticOutputPath(file.url);
}

/** The permalink filled with the whole path, of which only the folder counts (Jekyll 3.10.0, `StaticFile#url`, `#destination`). */
function nameKeepingUrl(file: StaticFile, collection: Collection, { config }: Site): string {
  const template = collectionTemplate(collection, config.permalink);
  const path = file.path.slice(collection.relativeDirectory.length);
  return replacePlaceholders(template, [
    ['collection', collection.label],
    ['path', path],
    ['output_ext', ''],
    ['name', ''],
    ['title', ''],
  ]).replace(/\/$/, '');
}

/** Files outside collections keep their path as it is, unescaped; dots before the extension are lost. */
function staticUrl(file: StaticFile, site: Site): string {
  const collection = file.collection === null ? undefined : site.collections.get(file.collection);
  const { path, extension } = file;
  const base = collection
    ? replacePlaceholders(
        collectionTemplate(collection, site.config.permalink),
        staticPlaceholders(file, collection),
      )
    : barePath(path, extension);
  // Of most files it is the path: one text is enough.
  const isWhole = base.length + extension.length === path.length && path.endsWith(extension);
  if (!collection && isWhole && !base.endsWith('/')) return path;
  return base.replace(/\/$/, '') + extension;
}

function collectionTemplate(collection: Collection, style: string): string {
  return collection.config.permalink ?? withPermalinkSuffix('/:collection/:path', style);
}

function permalinkOf(file: Renderable): string | null {
  const permalink = lookup(file, 'permalink');
  return permalink === null || permalink === false ? null : toText(permalink);
}

/** A permalink with an extension decides what the file is (Jekyll 4.4.1, `Renderer#output_ext`). */
function outputExtensionOf(file: Renderable, permalink: string | null, tools: UrlTools): string {
  const own = permalink === null || permalink.endsWith('/') ? '' : extensionOf(permalink);
  return own === '' ? tools.outputExtension(file.extension) : own;
}
