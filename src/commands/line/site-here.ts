import { accessSync, closeSync, constants, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../../model/config.js';
import { slashed } from '../../ruby/file-path.js';
import { isDirectory } from '../../ruby/file-test.js';
import { CommandError } from './command.js';

/** Folders of which one makes a site. */
const SITE_FOLDERS = ['_data', '_drafts', '_includes', '_layouts', '_plugins', '_posts', '_sass'];
/** So many files without front matter are enough to see that there is none. */
const MOST_FILES = 5000;

/**
 * Refuses a folder that holds no site, which Jekyll copies to `_site`.
 *
 * @param directory the working directory
 * @throws CommandError
 */
export function refuseNoSite(config: Config, directory: string): void {
  if (isSite(config)) return;
  const { source } = config.directories;
  const path = slashed(relative(directory, source));
  const where = path === '' ? 'here' : `in ${path}`;
  throw new CommandError(
    `There is no site ${where}: no content/, no _config.yml, no posts, no file with front matter.\n` +
      `→ \`utterson new ${path === '' ? '.' : path}\` writes one, --source names another folder. An empty _config.yml makes this one a site.`,
  );
}

/** Whether anything says that this folder is a site's. */
export function isSite({ configFiles, directories, bundle }: Config): boolean {
  const { source, public: publicFolder } = directories;
  if (configFiles.length > 0 || publicFolder !== null || bundle.gems.length > 0) return true;
  const names = readdirSync(source);
  if (SITE_FOLDERS.some((name) => names.includes(name) && isDirectory(join(source, name)))) return true;
  if (names.some((name) => /^index\./.test(name))) return true;
  const files = { left: MOST_FILES };
  return hasFrontMatter(source, files) || files.left === 0;
}

/** Looks at the files of a folder before it looks into those in it. */
function hasFrontMatter(folder: string, files: { left: number }): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    if (files.left === 0) return false;
    files.left--;
    if (beginsWithDashes(join(folder, entry.name))) return true;
  }
  return entries
    .filter((entry) => entry.isDirectory() && !/^[._]|^(?:node_modules|vendor)$/.test(entry.name))
    .some((entry) => hasFrontMatter(join(folder, entry.name), files));
}

function beginsWithDashes(path: string): boolean {
  // One that cannot be read may be a page: a build says so by name.
  if (!isReadable(path)) return true;
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(3);
    readSync(file, start, 0, 3, 0);
    return start.toString('latin1') === '---';
  } finally {
    closeSync(file);
  }
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
