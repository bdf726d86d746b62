/** Which files a site has, in Jekyll's orders. */
import type { Config } from '../model/config.js';
import type { Document, Page, SiteFile, StaticFile } from '../model/page.js';
import type { Site } from '../model/site.js';

/** Documents of all collections, those that are not written too (Jekyll 4.4.1, `Site#documents`). */
export function allDocuments(site: Site): readonly Document[] {
  return [...site.collections.values()].flatMap(({ documents }) => documents);
}

/** Documents of all collections that become files (`Site#docs_to_write`). */
export function writtenDocuments(site: Site): readonly Document[] {
  return allDocuments(site).filter(({ isWritten }) => isWritten);
}

/** All static files, those of collections too (`Site#static_files` after reading). */
export function allStaticFiles(site: Site): readonly StaticFile[] {
  return [...site.staticFiles, ...[...site.collections.values()].flatMap(({ files }) => files)];
}

/** Static files that plugins and templates find in the site's list: in Jekyll 3 those of collections are not among them. */
export function listedStaticFiles(site: Site): readonly StaticFile[] {
  return site.config.generation.siteListsCollectionFiles ? allStaticFiles(site) : site.staticFiles;
}

/** Static files that become files of the output (`Site#static_files_to_write`). */
export function writtenStaticFiles(site: Site): readonly StaticFile[] {
  const { pass } = site.config;
  return allStaticFiles(site).filter((file) => file.isWritten && !pass?.omits?.(file));
}

/**
 * Everything Jekyll writes, in its order (`Site#each_site_file`): of several with one destination the last is written.
 *
 * @param pages those that came up while rendering included; default: the site's own
 */
export function writtenFiles(site: Site, pages: readonly Page[] = site.pages): readonly SiteFile[] {
  return [...pages, ...writtenStaticFiles(site), ...writtenDocuments(site)];
}

/** Whether the file's extension is one of `markdown_ext`. */
export function isMarkdown({ extension }: SiteFile, config: Config): boolean {
  return config.markdownExtensions.has(extension.toLowerCase());
}

/** A file as Jekyll names it in messages: pages from the source folder, all others in full. */
export function pathInMessages(file: SiteFile): string {
  if (file.kind === 'page') return file.path;
  return file.source?.absolutePath ?? file.path;
}

/** As in messages, with what made it if that was no file of its own, e.g. `redirect.html (made by jekyll-redirect-from for a.md)`. */
export function originInMessages(file: SiteFile): string {
  const path = pathInMessages(file);
  if (file.kind !== 'page' || (file.madeBy === undefined && file.madeFor === undefined)) return path;
  const by = file.madeBy === undefined ? '' : ` by ${file.madeBy}`;
  const purpose = file.madeFor === undefined ? '' : ` for ${file.madeFor}`;
  return `${path} (made${by}${purpose})`;
}

/** The file as places name it: from the folder of the site, generated pages with what made them. */
export function placeInMessages(file: SiteFile): string {
  if (file.kind === 'page' && file.madeBy !== undefined) return originInMessages(file);
  return file.source?.path ?? file.path;
}
