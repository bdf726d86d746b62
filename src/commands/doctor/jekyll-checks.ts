/** The checks of Jekyll's own doctor (Jekyll 4.4.1, `Commands::Doctor`), each a list of what it found. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { slashed } from '../../ruby/file-path.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { originInMessages, writtenFiles } from '../../site/site-files.js';

/** All of them, in Jekyll's order. The one about macOS's file events does not apply: our watcher does not use them. */
export function jekyllChecks(site: Site): Diagnostic[] {
  return [
    ...relativePermalinks(site.config),
    ...conflictingUrls(site),
    ...urlsThatDifferByCase(site),
    ...wrongSiteUrl(site.config),
    ...postsOutsideCollections(site.config),
  ];
}

function relativePermalinks({ settings }: Config): Diagnostic[] {
  if (!isTruthy(settings.get('relative_permalinks') ?? null)) return [];
  const words = 'Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.';
  // A build stops at it.
  return [{ ...messages.deprecation(words), severity: 'error' }];
}

function conflictingUrls(site: Site): Diagnostic[] {
  const byDestination = groupBy(writtenFiles(site), ({ outputPath }) => outputPath);
  return [...byDestination]
    .filter(([, files]) => files.length > 1)
    .map(([path, files]) =>
      messages.destinationConflict(
        join(site.config.directories.destination, path),
        files.map(originInMessages),
      ),
    );
}

function urlsThatDifferByCase(site: Site): Diagnostic[] {
  const rendered = writtenFiles(site).filter(({ kind }) => kind !== 'static');
  const destinations = rendered.map(({ outputPath }) =>
    join(site.config.directories.destination, outputPath),
  );
  const groups = [...groupBy(destinations, (path) => path.toLowerCase()).values()];
  return groups
    .map((paths) => [...new Set(paths)])
    .filter((paths) => paths.length > 1)
    .map((paths) => messages.urlsDifferByCase(paths));
}

/** Jekyll says of one that is missing that it is not absolute, too. */
function wrongSiteUrl(config: Config): Diagnostic[] {
  const url = config.settings.get('url') ?? null;
  const place = config.placeOf(['url']) ?? firstLine(config);
  if (url === null || url === '') return [messages.siteUrlMissing(place)];
  if (typeof url !== 'string') return [messages.siteUrlInvalid(place)];
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? [] : [messages.siteUrlNotAbsolute(place)];
}

/** Where a setting that is missing would be written. */
function firstLine({ configFiles, directories }: Config): messages.Place | undefined {
  const file = configFiles.at(-1);
  return file === undefined ? undefined : { file: slashed(relative(directories.root, file)) };
}

function postsOutsideCollections({ directories, settings }: Config): Diagnostic[] {
  if (toS(settings.get('collections_dir') ?? null) === '') return [];
  const posts = join(directories.source, '_posts');
  return existsSync(posts) ? [messages.postsOutsideCollections(posts, directories.collections)] : [];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
