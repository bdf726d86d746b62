/** Which files and folders count (Jekyll 4.4.1, `EntryFilter`). */
import { lstatSync, realpathSync } from 'node:fs';
import type { Config } from '../model/config.js';
import { isWithin, joinPaths, pathWithin } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { compileFnmatch } from '../ruby/fnmatch.js';
import { fileNameOf } from '../url/extension.js';
import { unreadable } from './file-reader.js';

/** Whether an entry matches; the path has a leading slash, as if the source were the root. */
type Matcher = (path: string) => boolean;

/** The filter that `include` and `exclude` of one configuration make. */
export class EntryFilter {
  private readonly included: Matcher;
  private readonly excluded: Matcher;
  private readonly source: string;
  private readonly isSafe: boolean;

  constructor(config: Config) {
    this.source = config.directories.source;
    this.isSafe = config.safe;
    const include = new Set(config.include);
    this.included = this.compile([...include]);
    this.excluded = this.compile(config.exclude.filter((pattern) => !include.has(pattern)));
  }

  /**
   * @param entry name or path as the listing of a folder gave it, e.g. `about.md`, `2024/a.md`
   * @param folder the listed folder relative to the source, e.g. `docs`, `''` for the source itself
   * @param listed the same folder's absolute path, where patterns take it for another one (layouts, collections)
   */
  accepts(entry: string, folder: string, listed = joinPaths(this.source, folder)): boolean {
    if (entry.endsWith('.')) return false;
    const isIncluded = this.isIncluded(entry);
    if (this.excludes(entry, folder)) return false;
    if (this.isSafe && this.isForbiddenLink(joinPaths(listed, entry))) return false;
    return isIncluded || !(isSpecial(entry) || isSpecial(fileNameOf(entry)) || entry.endsWith('~'));
  }

  /** Whether `exclude` alone keeps an entry out. */
  excludes(entry: string, folder: string): boolean {
    return !this.isIncluded(entry) && this.excluded(joinPaths(`/${folder}`, entry));
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
    return this.included(`/${entry}`) || (entry.includes('/') && this.included(`/${fileNameOf(entry)}`));
  }

  private compile(patterns: readonly string[]): Matcher {
    const matchers = patterns.map((pattern) => this.compilePattern(`/${pattern.replace(/^\/+/, '')}`));
    return (path) => matchers.some((matches) => matches(path));
  }

  /** A pattern matches as a glob, as a prefix, or with a slash at its end as that very folder. */
  private compilePattern(pattern: string): Matcher {
    const matchesGlob = /[*?[\\]/.test(pattern) ? compileFnmatch(pattern) : null;
    const folder = pattern.endsWith('/') ? pattern.slice(0, -1) : null;
    return (path) =>
      path.startsWith(pattern) ||
      (matchesGlob?.(path) ?? false) ||
      (path === folder && isDirectory(joinPaths(this.source, path)));
  }
}

function isSpecial(name: string): boolean {
  return /^[._#~]/.test(name);
}
