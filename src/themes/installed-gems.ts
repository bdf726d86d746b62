/** Gems that are installed on the machine, by whatever Ruby. */
import { readdirSync } from 'node:fs';
import { compareGemVersions, meetsRequirements } from '../gems/gem-version.js';
import { isDirectory } from '../ruby/file-test.js';
import type { GemWish } from './wish.js';

/** Where to look. */
export interface GemSearch {
  /** The site's folder, for `vendor/bundle`. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The folder of an installed gem, the newest of the versions that will do; `null` without one. */
export function findInstalledGem(wish: GemWish, search: GemSearch): string | null {
  const all = gemFolders(search).flatMap((folder) => versionsIn(folder, wish.name));
  const wanted = all.filter(({ version }) => isWanted(version, wish));
  return wanted.sort((a, b) => compareGemVersions(b.version, a.version))[0]?.path ?? null;
}

/** Whether a version is one that a site wants. */
export function isWanted(version: string, wish: Pick<GemWish, 'version' | 'requirements'>): boolean {
  return wish.version === null ? meetsRequirements(version, wish.requirements) : version === wish.version;
}

/** Every `gems` folder of the Rubies and bundles that may be on the machine. */
function gemFolders({ root, environment }: GemSearch): string[] {
  const home = environment['HOME'] ?? '/';
  const paths = [environment['GEM_HOME'], ...(environment['GEM_PATH'] ?? '').split(':')];
  const bases = [
    ...childFolders(`${root}/vendor/bundle/ruby`),
    ...paths.filter((path) => path !== undefined && path !== ''),
    ...childFolders(`${home}/.gem/ruby`),
    ...childFolders(`${home}/.local/share/gem/ruby`),
    ...childFolders(`${home}/.rvm/gems`),
    ...childFolders(`${home}/.rbenv/versions`).flatMap((ruby) => childFolders(`${ruby}/lib/ruby/gems`)),
    ...childFolders('/opt/homebrew/lib/ruby/gems'),
    ...childFolders('/usr/local/lib/ruby/gems'),
    ...childFolders('/usr/local/bundle'),
    ...childFolders('/usr/lib/ruby/gems'),
    ...childFolders('/var/lib/gems'),
    '/usr/local/bundle',
    '/usr/share/rubygems-integration/all',
  ];
  return bases.map((base) => `${base}/gems`).filter(isDirectory);
}

function childFolders(folder: string): string[] {
  return isDirectory(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
}

function versionsIn(folder: string, name: string): { path: string; version: string }[] {
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name}-`) && /^\d[\w.]*$/.test(entry.slice(name.length + 1)))
    .map((entry) => ({ path: `${folder}/${entry}`, version: entry.slice(name.length + 1) }));
}
