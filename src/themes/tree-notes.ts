/** What is known of a tree that was fetched and that its files do not say, in a file beside them. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ThemeDescription } from '../model/theme.js';
import { joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';

/** The file's name; no theme of Jekyll's has one of that name. */
export const NOTES_NAME = '.utterson-theme.json';

/** What is noted. */
export interface TreeNotes {
  /** Ruby files of its `_plugins`, which are not run, from its folder on. */
  readonly plugins: readonly string[];
  /** What the gem's specification says; `null` for a repository, whose files say it. */
  readonly specification: Specification | null;
}

/** Of a gem. */
export interface Specification
  extends Pick<ThemeDescription, 'version' | 'authors' | 'description' | 'dependencies'> {
  /** E.g. `homepage_uri` → an address. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** The notes in a folder; `null` for one that nobody fetched. */
export function readTreeNotes(folder: string): TreeNotes | null {
  const path = joinPaths(folder, NOTES_NAME);
  return isFile(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TreeNotes) : null;
}

/** Writes them. */
export function writeTreeNotes(folder: string, notes: TreeNotes): void {
  writeFileSync(joinPaths(folder, NOTES_NAME), `${JSON.stringify(notes, null, 2)}\n`);
}
