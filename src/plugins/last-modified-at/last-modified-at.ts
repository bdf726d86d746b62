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
 * front matter wins, a page's doesn't: the gem sets it before the one is read, and after the other.
 */
export const lastModifiedAt: EnginePlugin = {
  name: 'jekyll-last-modified-at',
  isSafe: true,
  generators: [{ name: 'Jekyll::LastModifiedAt::Hook', priority: 'highest', generate }],
  liquidTags: () => [lastModifiedAtTag()],
};

function generate(site: Site): Additions {
  const times = new ModificationTimes(site.config.directories.source);
  const changes = new Map<string, Change>();
  const add = (file: Renderable): void => {
    if (file.source === null) return;
    const time = localTimeAt(times.of(file.source.absolutePath));
    changes.set(file.id, withFrontMatter(file, new Map<Value, Value>([['last_modified_at', time]])));
  };
  for (const page of site.pages) add(page);
  for (const { documents } of site.collections.values()) {
    for (const document of documents) if (!document.data.has('last_modified_at')) add(document);
  }
  return { changes };
}
