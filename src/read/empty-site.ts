import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { presentTime, type RubyTime } from '../ruby/time/time.js';
import { toS } from '../ruby/to-s.js';
import { parseDateValue } from './date.js';

/**
 * The site before anything is read (Jekyll 4.4.1, `Site#reset`).
 *
 * @throws SiteError for a `time` that is none
 */
export function emptySite(config: Config): Site {
  return {
    config,
    time: siteTime(config),
    pages: [],
    collections: new Map(),
    staticFiles: [],
    publicFiles: [],
    layouts: new Map(),
    data: new Map(),
    leftOut: [],
  };
}

/** `time:` of the configuration, else now. */
function siteTime(config: Config): RubyTime {
  const now = presentTime(config.sourceDate);
  if (config.time === null) return now;
  const time = parseDateValue(config.time, now);
  if (time === null) throw new SiteError(messages.invalidSiteTime(toS(config.time)));
  return time;
}
