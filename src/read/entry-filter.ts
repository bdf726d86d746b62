/** Which files and folders count (Jekyll 4.4.1, `EntryFilter`). */
import { lstatSync, realpathSync } from 'node:fs';
import type { Config } from '../model/config.js';
import type { LeftOut } from '../model/left-out.js';
import { isWithin, joinPaths, pathWithin } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { compileFnmatch } from '../ruby/fnmatch.js';
import { fileNameOf } from '../url/extension.js';
import { unreadable } from './file-reader.js';

/** The first pattern that an entry matches; the path has a leading slash, as if the source were the root. */
type Matcher = (path: string) => string | undefined;

/** Why an entry does not count, with the pattern that says so. */
export type Refusal = Pick<LeftOut, 'reason' | 'detail'>;

const SPECIAL: Refusal = { reason: 'special-name' };
const OUTSIDE: Refusal = { reason: 'outside' };

/** The filter that `include` and `exclude` of one configuration make. */
export class EntryFilter {
  private readonly including: Matcher;
  private readonly excluding: Matcher;
  private readonly source: string;
  private readonly isSafe: boolean;

  constructor(config: Config) {
    this.source = config.directories.source;
    this.isSafe = config.safe;
    const include = new Set(config.include);
    this.including = this.compile([...include]);
    this.excluding = this.compile(config.exclude.filter((pattern) => !include.has(pattern)));
  }

  /**
   * @param entry name or path as the listing of a folder gave it, e.g. `about.md`, `2024/a.md`
   * @param folder the listed folder relative to the source, e.g. `docs`, `''` for the source itself
   * @param listed the same folder's absolute path, where patterns take it for another one (layouts, collections)
   */
  accepts(entry: string, folder: string, listed?: string): boolean {
    return this.refusalOf(entry, folder, listed) === null;
  }

  /** Why the entry does not count; `null` when it does. */
  refusalOf(entry: string, folder: string, listed?: string): Refusal | null {
    if (entry.endsWith('.')) return SPECIAL;
    const isIncluded = this.isIncluded(entry);
    const pattern = isIncluded ? undefined : this.excluding(joinPaths(`/${folder}`, entry));
    if (pattern !== undefined) return { reason: 'excluded', detail: pattern };
    if (this.isSafe && this.isForbiddenLink(joinPaths(listed ?? joinPaths(this.source, folder), entry)))
      return OUTSIDE;
    const isOrdinary = !(isSpecial(entry) || isSpecial(fileNameOf(entry)) || entry.endsWith('~'));
    return isIncluded || isOrdinary ? null : SPECIAL;
  }

  /** Whether `exclude` alone keeps an entry out. */
  excludes(entry: string, folder: string): boolean {
    return !this.isIncluded(entry) && this.excluding(joinPaths(`/${folder}`, entry)) !== undefined;
  }

  /**
   * Under `safe`, links are followed only inside the source.
   *
   * @throws SiteError for a link to nothing, as Jekyll stops there
   */
  isForbiddenLink(absolutePath: string): boolean {
    if (!this.isSafe || !lstatSync(absolutePath, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
    try {
      return !isWithin(realpathSync(this.source), realpathSync(absolutePath));
    } catch (cause) {
      throw unreadable(pathWithin(this.source, absolutePath), absolutePath, cause);
    }
  }

  /** The patterns are held against the entry's name alone, wherever its folder lies. */
  private isIncluded(entry: string): boolean {
    const isNamed = (name: string): boolean => this.including(`/${name}`) !== undefined;
    return isNamed(entry) || (entry.includes('/') && isNamed(fileNameOf(entry)));
  }

  private compile(patterns: readonly string[]): Matcher {
    const rooted = patterns.map((pattern) => `/${pattern.replace(/^\/+/, '')}`);
    const matchers = rooted.map((pattern) => this.compilePattern(pattern));
    const beginnings = beginningsOf(rooted);
    return (path) => {
      if (beginnings?.has(path.charAt(1)) === false) return undefined;
      return patterns[matchers.findIndex((matches) => matches(path))];
    };
  }

  /** A pattern matches as a glob, as a prefix, or with a slash at its end as that very folder. */
  private compilePattern(pattern: string): (path: string) => boolean {
    const matchesGlob = /[*?[\\]/.test(pattern) ? compileFnmatch(pattern) : null;
    const folder = pattern.endsWith('/') ? pattern.slice(0, -1) : null;
    return (path) =>
      path.startsWith(pattern) ||
      (matchesGlob?.(path) ?? false) ||
      (path === folder && isDirectory(joinPaths(this.source, path)));
  }
}

/** The characters behind the slash with which whatever matches a pattern begins, so that most paths are held against none; `null` for any. */
function beginningsOf(patterns: readonly string[]): ReadonlySet<string> | null {
  const beginnings = patterns.map((pattern) => pattern.charAt(1));
  return beginnings.every((beginning) => /^[\w.~#-]$/.test(beginning)) ? new Set(beginnings) : null;
}

function isSpecial(name: string): boolean {
  return '._#~'.includes(name.charAt(0)) && name !== '';
}
