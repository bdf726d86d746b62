/** What every reader of this stage needs. */
import type { Config } from '../model/config.js';
import type { LeftOut } from '../model/left-out.js';
import type { TextHolder } from '../model/output.js';
import type { Reporter } from '../report/logger.js';
import { presentTime, type RubyTime } from '../ruby/time/time.js';
import { latestChange } from '../site/latest-change.js';
import type { PostInit } from '../site/post-init.js';
import { EntryFilter } from './entry-filter.js';
import { Failures } from './failures.js';
import { SourceReader } from './file-reader.js';
import { FrontMatterDefaults } from './front-matter-defaults.js';
import { ReadingMemory } from './reading-memory.js';

/** One reading of a site. */
export interface ReadContext {
  readonly config: Config;
  /** `site.time`. */
  readonly time: RubyTime;
  /** What the clock says, which `site.time` need not be: it fills in what a date leaves out. */
  readonly now: RubyTime;
  readonly filter: EntryFilter;
  readonly defaults: FrontMatterDefaults;
  readonly reader: SourceReader;
  readonly reporter: Reporter;
  readonly failures: Failures;
  /** Where texts after front matter are kept. */
  readonly storage: TextHolder;
  readonly memory: ReadingMemory;
  /** What runs when a page or document has been made; `null` for nothing. */
  readonly postInit: PostInit | null;
  /** What has been left out so far; whoever leaves a file out notes it. */
  readonly leftOut: LeftOut[];
}

/** Everything for a reading that begins now. */
export function createReadContext(
  config: Config,
  { time, reporter, storage, postInit }: Pick<ReadContext, 'time' | 'reporter' | 'storage' | 'postInit'>,
  needsNoHeader?: (extension: string) => boolean,
): ReadContext {
  const now = presentTime(config.sourceDate);
  const memory = new ReadingMemory();
  return {
    config,
    time,
    now,
    filter: new EntryFilter(config),
    defaults: new FrontMatterDefaults(config, now),
    reader: new SourceReader(memory, latestChange(config), needsNoHeader),
    reporter,
    failures: new Failures(reporter, memory),
    storage,
    memory,
    postInit,
    leftOut: [],
  };
}
