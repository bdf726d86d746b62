/** Gems restated as one release of several that write different things. */
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { isFrom } from './shared/gem-version.js';

interface SingleRelease {
  readonly restated: string;
  /** The first release that writes the same. */
  readonly from: string;
  /** The first one that does not any more. */
  readonly before: string;
}

const SINGLE_RELEASES: ReadonlyMap<string, SingleRelease> = new Map([
  ['jekyll-polyglot', { restated: '1.5.1', from: '1.5.1', before: '1.7.0' }],
]);

/** What is to be said of those of the gems that the site's lock has in a release which writes something else. */
export function otherReleases(gems: ReadonlySet<string>, config: Config): Diagnostic[] {
  return [...SINGLE_RELEASES].flatMap(([name, { restated, from, before }]) => {
    const locked = gems.has(name) ? config.lockedVersion(name) : null;
    if (locked === null || (isFrom(locked, from) && !isFrom(locked, before))) return [];
    return [messages.gemReleaseDiffers(name, locked, restated)];
  });
}
