import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Renderable } from '../../model/page.js';
import type { Additions, Change } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { localTimeAt } from '../../ruby/time/time.js';
import type { Value } from '../../ruby/value.js';
import { withFrontMatter } from '../shared/front-matter.js';
import { lastModifiedAtTag } from './last-modified-at-tag.js';
import { ModificationTimes } from './modification-times.js';

/**
 * jekyll-last-modified-at 1.3.0: `page.last_modified_at` and a tag of that name, from the last commit or else the file. A document's own
 * front matter wins unless it says nil, a page's doesn't: the gem sets it before the one is read, and after the other.
 */
export const lastModifiedAt: EnginePlugin = {
  name: 'jekyll-last-modified-at',
  isSafe: true,
  generators: [
    { name: 'Jekyll::LastModifiedAt::Hook', priority: 'highest', generate: dateFilesOfSite },
    { name: 'Jekyll::LastModifiedAt::Hook', priority: 'lowest', generate: datePagesOfPlugins },
  ],
  liquidTags: () => [lastModifiedAtTag()],
};

function dateFilesOfSite(site: Site): Additions {
  return dated(site, [
    ...site.pages,
    ...[...site.collections.values()].flatMap(({ documents }) =>
      documents.filter(({ data }) => (data.get('last_modified_at') ?? null) === null),
    ),
  ]);
}

/** The gem dates each page when it is made: also those that other plugins read from files without front matter. */
function datePagesOfPlugins(site: Site): Additions {
  return dated(
    site,
    site.pages.filter(({ madeBy }) => madeBy !== undefined),
  );
}

function dated(site: Site, files: readonly Renderable[]): Additions {
  const times = new ModificationTimes(site.config.directories.source);
  const changes = new Map<string, Change>();
  for (const file of files) {
    if (file.source === null) continue;
    const time = localTimeAt(times.of(file.source.absolutePath));
    changes.set(file.id, withFrontMatter(file, new Map<Value, Value>([['last_modified_at', time]])));
  }
  return { changes };
}
