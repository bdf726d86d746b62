/**
 * `defaults:` of the configuration (Jekyll 4.4.1, `FrontmatterDefaults`). Scopes are compiled once; what applies to a path is
 * worked out per distinct list of matching sets, so a page costs one check per set.
 */
import { posix } from 'node:path';
import type { Config, FrontMatterDefault } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { glob } from '../ruby/glob.js';
import { inspect } from '../ruby/inspect.js';
import type { RubyTime } from '../ruby/time/time.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash } from '../ruby/value.js';
import { parseDateValue } from './date.js';

interface CompiledSet {
  readonly type: string | null;
  readonly matches: (path: string) => boolean;
  /** Length of the scope's path, which decides precedence. */
  readonly pathLength: number;
  readonly values: RubyHash;
}

/** The sets of one configuration. */
export class FrontMatterDefaults {
  private readonly sets: readonly CompiledSet[];
  private readonly merged = new Map<string, RubyHash>();
  private readonly none: RubyHash = new Map();

  /** @param now the present time, for dates among the values */
  constructor(config: Config, now: RubyTime) {
    this.sets = config.defaults.map((set) => compile(set, config, now));
  }

  /**
   * All defaults for a file, merged. Must not be changed: files with the same sets share it.
   *
   * @param path relative to the folder of the collections, with or without a leading slash
   * @param type `pages`, a collection's label, or `null` for static files
   */
  valuesFor(path: string, type: string | null): RubyHash {
    if (this.sets.length === 0) return this.none;
    const clean = withoutLeadingSlash(path);
    const matching: number[] = [];
    for (const [index, set] of this.sets.entries()) {
      if ((set.type === null || set.type === type) && set.matches(clean)) matching.push(index);
    }
    const key = matching.join();
    let values = this.merged.get(key);
    if (values === undefined) this.merged.set(key, (values = this.merge(matching)));
    return values;
  }

  /** A set with precedence over the last one that had it goes on top, any other goes below all. */
  private merge(matching: readonly number[]): RubyHash {
    let merged: RubyHash = new Map();
    let top: CompiledSet | null = null;
    for (const index of matching) {
      const set = this.sets[index]!;
      if (top === null || hasPrecedence(top, set)) {
        merged = deepMerge(merged, set.values);
        top = set;
      } else merged = deepMerge(set.values, merged);
    }
    return merged;
  }
}

function hasPrecedence(old: CompiledSet, set: CompiledSet): boolean {
  if (set.pathLength !== old.pathLength) return set.pathLength > old.pathLength;
  return set.type !== null || old.type === null;
}

function compile(set: FrontMatterDefault, config: Config, now: RubyTime): CompiledSet {
  const { path, type } = set;
  const matches =
    path === '' ? () => true : path.includes('*') ? globMatcher(path, config) : prefixMatcher(path, config);
  return { type, matches, pathLength: withoutLeadingSlash(path).length, values: withTime(set, now) };
}

/** A `date` among the values becomes a time once. */
function withTime({ values, written }: FrontMatterDefault, now: RubyTime): RubyHash {
  const date = values.get('date');
  if (date === undefined) return values;
  const time = parseDateValue(date, now);
  if (time === null) throw new SiteError(messages.defaultsInvalidDate(toS(date), inspect(written)));
  return new Map(values).set('date', time);
}

/** Plain text, not whole parts: the scope `docs` also matches `docs-old/a.md`. */
function prefixMatcher(path: string, config: Config): (path: string) => boolean {
  const prefix = withoutCollectionsFolder(path, config);
  return (candidate) => candidate.startsWith(prefix);
}

/**
 * A scope with stars is looked up in the file system, and what it finds there are prefixes. They are held by length, so a
 * lookup costs as many slices as there are lengths, however many files were found.
 */
function globMatcher(path: string, config: Config): (path: string) => boolean {
  const { source } = config.directories;
  const found = glob(withoutLeadingSlash(path), source).map((entry) => posix.normalize(entry));
  const prefixes = new Set(found.map((entry) => withoutCollectionsFolder(entry, config)));
  const lengths = [...new Set([...prefixes].map((prefix) => prefix.length))];
  return (candidate) =>
    lengths.some((length) => length <= candidate.length && prefixes.has(candidate.slice(0, length)));
}

function withoutCollectionsFolder(path: string, config: Config): string {
  const { source, collections } = config.directories;
  const prefix = collections === source ? '' : `${collections.slice(source.length + 1)}/`;
  return prefix !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

function withoutLeadingSlash(path: string): string {
  return path.startsWith('/') ? path.slice(1) : path;
}

/** Tells of entries in the wrong shape, which count for nothing, and of types by their old names. */
export function reportDefaults(config: Config, reporter: Reporter): void {
  const sets = config.settings.get('defaults');
  if (!Array.isArray(sets)) return;
  for (const set of sets) {
    if (!(set instanceof Map) || !(set.get('values') instanceof Map)) {
      reporter.report(messages.defaultsInvalidSet(toS(set)));
      continue;
    }
    const scope = set.get('scope');
    const type = scope instanceof Map ? scope.get('type') : undefined;
    if (type === 'page' || type === 'post' || type === 'draft') {
      reporter.report(messages.defaultsOldType(type, `${type}s`));
    }
  }
}
