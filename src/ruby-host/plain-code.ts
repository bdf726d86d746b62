/**
 * Which files of plugins are plain: their code keeps nothing from one call to the next and reaches nothing but what is noted, so that pages in
 * which it has a part can be taken over. Ruby tells by the files' syntax (`shim/plain`); in doubt a file is not.
 */
import type { RubyHash, Value } from '../ruby/value.js';
import type { HookRecord, PluginRecord } from './plugin-parts.js';
import type { RubySession } from './session.js';

/** What is known once all files are loaded. */
export interface PlainCode {
  /** By absolute path, why a file is not plain; `null` for one that is. */
  readonly reasons: ReadonlyMap<string, string | null>;
  /** Paths of files that look at what converters are made with. */
  readonly readersOfSettings: ReadonlySet<string>;
  /** Notes of what was read while they were loaded. */
  readonly reads: readonly string[];
  /** Names of tags of which nobody sees when they are made. */
  readonly bareTags: ReadonlySet<string>;
  /** Whether other code may change what plain code sees of the site, while it is rendered. */
  readonly sharesCopies: boolean;
  /** Another text when the program that runs them is another, or a file that was loaded. */
  readonly print: string;
}

/** What loading told. */
export interface LoadingParts {
  /** What each file registers, by its absolute path. */
  readonly records: ReadonlyMap<string, RubyHash>;
  readonly reads: readonly string[];
  readonly print: string;
}

/** Asks Ruby, which has read the files. */
export function plainCode(session: RubySession, { records, reads, print }: LoadingParts): PlainCode {
  const told = session.call('verdicts', [], 'site', 'the start of Ruby') as Value[];
  const reasons = new Map(told[0] as Map<string, string | null>);
  return {
    reasons,
    readersOfSettings: new Set(told[1] as string[]),
    bareTags: new Set(told[2] as string[]),
    reads,
    sharesCopies: [...records].some(([path, record]) => mayChange(record, reasons.get(path) === null)),
    print,
  };
}

/** Whether a file has code that may change the site's copies while pages are rendered. */
function mayChange(record: RubyHash, isPlain: boolean): boolean {
  const list = <T>(key: string): readonly T[] => (record.get(key) as unknown as T[] | undefined) ?? [];
  if (list<HookRecord>('hooks').some(([owner]) => owner !== 'site' && owner !== 'clean')) return true;
  const converts = list<PluginRecord>('plugins').some(([, kind]) => kind === 'converter');
  return !isPlain && (converts || list('tags').length > 0 || list('filters').length > 0);
}
