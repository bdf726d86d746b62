/** Files that belong to entries, by their keys (jekyll-scholar 7.3.0, `Utilities#load_repository`). */
import { join } from 'node:path';
import type { Config } from '../../model/config.js';
import { joinPaths, pathWithin } from '../../ruby/file-path.js';
import { glob } from '../../ruby/glob.js';
import type { ScholarSettings } from './settings.js';

/** Paths from the source by key, then by what stands behind the delimiter: `pdf`; `null` for a name without one. */
export type Repository = ReadonlyMap<string, ReadonlyMap<string | null, string>>;

/** What is in the folder that `repository` names. */
export function readRepository(settings: ScholarSettings, { directories }: Config): Repository {
  const folder = settings.text('repository');
  const files = new Map<string, Map<string | null, string>>();
  if (folder === '') return files;
  const base = join(directories.source, folder);
  const delimiter = settings.text('repository_file_delimiter');
  for (const path of glob('**/*', base)) {
    const at = delimiter === '' ? -1 : path.indexOf(delimiter);
    const key = at < 0 ? path : path.slice(0, at);
    const ofKey = files.get(key) ?? new Map<string | null, string>();
    ofKey.set(
      at < 0 ? null : path.slice(at + delimiter.length),
      pathWithin(directories.source, join(base, path)),
    );
    files.set(key, ofKey);
  }
  return files;
}

/** An entry's files as addresses. */
export function repositoryLinks(
  repository: Repository,
  key: string,
  baseUrl: string,
): Map<string | null, string> {
  const files = repository.get(fileKey(key)) ?? new Map<string | null, string>();
  return new Map([...files].map(([ending, path]) => [ending, joinPaths(baseUrl, path)]));
}

/** A key as names of files have it. */
export function fileKey(key: string): string {
  return key.replace(/[: \t\r\n\f\v]+/g, '_');
}
