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
import type { KeptSources } from './kept-sources.js';
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
  /** What the last build made of files; `null` where each is read. */
  readonly kept: KeptSources | null;
  /** How often anything was told. */
  readonly told: { readonly count: number };
  /** What has been left out so far. */
  readonly leftOut: readonly LeftOut[];
  /** Notes what is left out. A file of which that is noted while it is made is not kept, so that it is noted each time. */
  readonly leaveOut: (one: LeftOut) => void;
}

/** What a reading is given. */
export type ReadParts = Pick<ReadContext, 'time' | 'reporter' | 'storage' | 'postInit'> &
  Partial<Pick<ReadContext, 'kept'>> & {
    /** Whether a page or document that cannot be read is told of and stood for, and does not end the reading; default no. */
    readonly keepsGoing?: boolean;
  };

/** Everything for a reading that begins now. */
export function createReadContext(
  config: Config,
  { time, reporter: outer, storage, postInit, kept = null, keepsGoing = false }: ReadParts,
  needsNoHeader?: (extension: string) => boolean,
): ReadContext {
  const now = presentTime(config.sourceDate);
  const memory = new ReadingMemory();
  const told = { count: 0 };
  const leftOut: LeftOut[] = [];
  const reporter = telling(outer, told);
  return {
    config,
    time,
    now,
    filter: new EntryFilter(config),
    defaults: new FrontMatterDefaults(config, now),
    reader: new SourceReader(memory, latestChange(config), needsNoHeader),
    reporter,
    failures: new Failures(reporter, memory, keepsGoing),
    storage,
    memory,
    postInit,
    // Hooks may do anything to what is made.
    kept: postInit === null ? kept : null,
    told,
    leftOut,
    leaveOut(one) {
      told.count++;
      leftOut.push(one);
    },
  };
}

function telling(reporter: Reporter, told: { count: number }): Reporter {
  const report: Reporter['report'] = (diagnostic) => {
    told.count++;
    reporter.report(diagnostic);
  };
  return { ...reporter, report };
}
