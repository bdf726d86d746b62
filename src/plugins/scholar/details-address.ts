import type { Config } from '../../model/config.js';
import { joinPaths } from '../../ruby/file-path.js';
import { toS } from '../../ruby/to-s.js';
import { replacePlaceholders } from '../../url/permalink.js';
import { slugify } from '../../url/slugify.js';
import type { Entry } from './bibtex/entry.js';
import { fileKey } from './repository.js';
import type { ScholarSettings } from './settings.js';

/** Where an entry's page is (jekyll-scholar 7.3.0, `Utilities#details_path_for`): `details_permalink`, with the entry's fields. */
export function detailsPath(entry: Entry, settings: ScholarSettings, config: Config): string {
  const placeholders = new Map<string, string>();
  for (const [name, { text }] of entry.fields) {
    placeholders.set(name, name === 'doi' || text === '' ? text : slugify(text, 'pretty'));
  }
  const key = fileKey(entry.key);
  const isFolder = config.permalink === 'pretty' || config.permalink.endsWith('/');
  placeholders.set('key', key);
  placeholders.set('details_dir', settings.text('details_dir'));
  placeholders.set('extension', isFolder ? '/' : '.html');
  if ((placeholders.get('doi') ?? '') === '') placeholders.set('doi', key);
  return replacePlaceholders(settings.text('details_permalink'), [...placeholders]);
}

/** The same below the site's `baseurl`. */
export function detailsLink(entry: Entry, settings: ScholarSettings, config: Config): string {
  return joinPaths(baseUrl(config), detailsPath(entry, settings, config));
}

/** The layout of entries' pages; where there is none of that name they have none. */
export function detailsLayoutName(settings: ScholarSettings): string {
  return settings
    .text('details_layout')
    .replace(/^.*\//, '')
    .replace(/\.html$/, '');
}

/** What addresses of the site begin with. */
export function baseUrl({ baseurl, settings }: Config): string {
  return baseurl ?? toS(settings.get('base_url') ?? null);
}
