import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { HookItem, ItemHook } from '../../model/plugin.js';
import { FormattedTime } from '../../ruby/time/formatted-time.js';
import { localTimeAt } from '../../ruby/time/time.js';
import { latestChange } from '../../site/latest-change.js';
import { configuredFormat } from './configured-format.js';
import { lastModifiedAtTag } from './last-modified-at-tag.js';
import { ModificationTimes } from './modification-times.js';

/**
 * jekyll-last-modified-at 1.3.0: `page.last_modified_at` and a tag of that name, from the last commit or else the file. A document's own
 * front matter wins unless it says nil, a page's doesn't: at `post_init` the one is still to be read, the other is there.
 */
export const lastModifiedAt: EnginePlugin = {
  name: 'jekyll-last-modified-at',
  isSafe: true,
  hooksOfBuild: datingHooks,
  liquidTags: () => [lastModifiedAtTag()],
};

function datingHooks(): readonly ItemHook[] {
  let times: ModificationTimes | null = null;
  /** A page without a file has no such time: the gem fails where it is printed. */
  const run = ({ file, data, config }: HookItem): void => {
    if (file.source === null) return;
    times ??= new ModificationTimes(config.directories.source, latestChange(config));
    const time = localTimeAt(times.of(file.source.absolutePath));
    data.set('last_modified_at', new FormattedTime(time, configuredFormat(config)));
  };
  return ['pages', 'documents'].map((owner) => ({ owner, event: 'post_init', priority: 'normal', run }));
}
