/** What every reader of this stage needs. */
import type { Config } from '../model/config.js';
import type { Reporter } from '../report/logger.js';
import type { RubyTime } from '../ruby/time.js';
import type { EntryFilter } from './entry-filter.js';
import type { Failures } from './failures.js';
import type { FrontMatterDefaults } from './front-matter-defaults.js';
import type { SourceReader } from './source-reader.js';

/** One reading of a site. */
export interface ReadContext {
  readonly config: Config;
  /** `site.time`. */
  readonly time: RubyTime;
  readonly filter: EntryFilter;
  readonly defaults: FrontMatterDefaults;
  readonly reader: SourceReader;
  readonly reporter: Reporter;
  readonly failures: Failures;
}
