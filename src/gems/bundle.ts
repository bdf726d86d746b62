/** Finds a site's Gemfile as Bundler does and reads it (Bundler 2.3, `SharedHelpers#find_gemfile`; Jekyll 4.4.1, `require_from_bundler`). */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Bundle } from '../model/bundle.js';
import { expandPath, joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import { type Gemfile, readGemfile } from './gemfile.js';
import { NO_LOCK, readLock } from './gemfile-lock.js';

const NAMES = ['gems.rb', 'Gemfile'];

const EMPTY: Gemfile = { gems: [], unread: [], declared: [], gemspecs: [], server: null };

/**
 * What the Gemfile says of the site whose command runs in a folder.
 *
 * @param directory   the working directory, absolute
 * @param environment `BUNDLE_GEMFILE` names another Gemfile; where `JEKYLL_NO_BUNDLER_REQUIRE` is set, no gems are loaded by one
 */
export function readBundle(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Bundle {
  const given = environment['BUNDLE_GEMFILE'] ?? '';
  const gemfile = given === '' ? findGemfile(directory) : expandPath(given, directory, environment['HOME']);
  const lock = lockOf(gemfile);
  const read = isFile(gemfile) ? readGemfile(readFileSync(gemfile, 'utf8'), gemfile) : EMPTY;
  const isLoaded = environment['JEKYLL_NO_BUNDLER_REQUIRE'] === undefined;
  return {
    files: [gemfile, lock],
    gems: isLoaded ? read.gems : [],
    unread: isLoaded ? read.unread : [],
    declared: read.declared,
    gemspecs: read.gemspecs,
    server: read.server,
    ...(existsSync(lock) ? readLock(readFileSync(lock, 'utf8')) : NO_LOCK),
  };
}

/** The one that would be found if it were there, where there is none. */
function findGemfile(directory: string): string {
  for (let folder = directory; ; folder = dirname(folder)) {
    const found = gemfileIn(folder);
    if (found !== null) return found;
    if (folder === dirname(folder)) return joinPaths(directory, 'Gemfile');
  }
}

/** Absolute path of the Gemfile in a folder; `null` when it has none. */
export function gemfileIn(folder: string): string | null {
  return NAMES.map((name) => joinPaths(folder, name)).find(isFile) ?? null;
}

/** `gems.rb` has `gems.locked` beside it, any other file its name with `.lock`. */
export function lockOf(gemfile: string): string {
  return gemfile.endsWith('/gems.rb') ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`;
}
