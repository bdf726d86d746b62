/** What a path or an address names: something of the output, or something that outputs are made of. */
import { join, relative, resolve } from 'node:path';
import type { DependencyKey } from '../model/dependency.js';
import type { SiteFile } from '../model/page.js';
import { isWithin, pathWithin, slashed } from '../ruby/file-path.js';
import { outputPathsOf } from './addresses.js';
import { allDocuments, allStaticFiles } from './site-files.js';
import type { BuiltSite } from './why-missing.js';

/** A file of the site, or a part that outputs read under a key; `null` where each key of it has its own. */
export type Subject =
  | { readonly kind: 'file'; readonly file: SiteFile }
  | {
      readonly kind: 'part';
      readonly part: PartKind;
      readonly path: string;
      readonly key: DependencyKey | null;
    };

/** What outputs are made of besides files of their own. */
export type PartKind = 'layout' | 'include' | 'data' | 'sass' | 'plugin' | 'configuration';

/**
 * What is meant: the path of a source or an output from the working directory, the source or the destination, or an address. Several
 * things when a file is read in several passes.
 *
 * @param directory the working directory
 */
export function findSubjects(asked: string, directory: string, { site, pages }: BuiltSite): Subject[] {
  const { config } = site;
  const { source, root, destination } = config.directories;
  const files = [...pages, ...allDocuments(site), ...allStaticFiles(site), ...site.publicFiles];
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(asked);
  const paths = isAddress
    ? []
    : [...new Set([directory, source, root].map((from) => slashed(resolve(from, asked))))];
  for (const path of paths) {
    const sources = files.filter((file) => file.source?.absolutePath === path);
    if (sources.length > 0) return sources.map((file) => ({ kind: 'file', file }));
    const part = partAt(path, { site, pages });
    if (part !== null) return [part];
  }
  const outputs = isAddress
    ? []
    : [...paths, slashed(join(destination, asked))].filter((path) => isWithin(destination, path));
  const wanted = [
    ...outputs.map((path) => pathWithin(destination, path)),
    ...outputPathsOf(asked, config.baseurl),
  ];
  for (const path of wanted) {
    const found = files.findLast((file) => file.outputPath === path && isWritten(file));
    if (found !== undefined) return [{ kind: 'file', file: found }];
  }
  return [];
}

/** Whether a file becomes one of the output, whatever else has the same place. */
export function isWritten(file: SiteFile): boolean {
  return file.kind === 'page' || file.isWritten;
}

function partAt(path: string, { site }: BuiltSite): Subject | null {
  const { config } = site;
  const { directories } = config;
  const within = (folders: readonly string[]): string | undefined => {
    const folder = folders.find((one) => isWithin(one, path) && path !== one);
    return folder && pathWithin(folder, path);
  };
  const shown = slashed(relative(directories.root, path));
  const of = (part: PartKind, key: DependencyKey | null): Subject => ({
    kind: 'part',
    part,
    path: shown,
    key,
  });
  const layout = [...site.layouts.values()].find(({ source }) => source.absolutePath === path);
  if (layout !== undefined) return of('layout', `layout:${layout.name}`);
  const include = within(directories.includes);
  if (include !== undefined) return of('include', `include:${include}`);
  const data = within(directories.data);
  if (data !== undefined) return of('data', `data:${data.split('/')[0]!.replace(/\.[^.]*$/, '')}`);
  if (config.configFiles.includes(path)) return of('configuration', null);
  if (within(directories.plugins) !== undefined) return of('plugin', null);
  if (within(directories.sass) === undefined) return null;
  const { theme } = directories;
  const isOfTheme = theme !== null && isWithin(theme, path) && !isWithin(directories.root, path);
  return of('sass', `sass:${isOfTheme ? `theme/${pathWithin(theme, path)}` : shown}`);
}
