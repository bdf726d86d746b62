/** Fetches the archive of a repository, checks it and puts what counts of it into the cache. */
import { SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { ArchiveError } from './archive/archive-error.js';
import { FetchError } from './http/fetch-error.js';
import { archiveHost, ask, type Network, releaseApi } from './network.js';
import { type StoredTree, storeTree } from './store-tree.js';
import { archiveFolder, cacheFolder } from './theme-cache.js';
import type { LockedArchive } from './theme-lock.js';
import { type ArchiveWish, nameOfWish, THEME_FOLDERS } from './wish.js';

/** An archive that came. */
export interface FetchedArchive {
  readonly locked: LockedArchive;
  readonly stored: StoredTree;
}

/**
 * Fetches the commit that a lock holds, else what the site names.
 *
 * @param locked what `.utterson.lock` holds, when it is what the site wants
 * @throws SiteError for a repository that is not there, and for an archive that is not what it should be
 * @throws FetchError, ArchiveError
 */
export async function fetchArchive(
  wish: ArchiveWish,
  locked: LockedArchive | null,
  network: Network & { readonly reporter: Reporter },
): Promise<FetchedArchive> {
  const ref = locked?.commit ?? wish.revision ?? (await namedRef(wish, network));
  const body = await download(wish, ref, network);
  const { unpackZip, zipComment } = await import('./archive/unpack-zip.js');
  const commit = await zipComment(body);
  if (commit === null) throw new ArchiveError('it does not name the commit that it holds');
  const expected = locked?.commit ?? wish.revision;
  const name = nameOfWish(wish);
  if (expected !== null && commit !== expected) {
    const owner = locked === null ? "the Gemfile's lock" : '.utterson.lock';
    throw new SiteError(messages.themeSumWrong(name, owner, expected, commit));
  }
  const plugins = new Set<string>();
  const accepts = (path: string): boolean => {
    if (/^_plugins\/.*\.rb$/.test(path)) plugins.add(path);
    return counts(path, wish);
  };
  const place = (tree: string): string => {
    if (locked !== null && tree !== locked.tree) {
      throw new SiteError(messages.themeSumWrong(name, '.utterson.lock', locked.tree, tree));
    }
    return archiveFolder(wish, { commit, tree }, network.environment);
  };
  const parent = `${cacheFolder(network.environment)}/archives/new`;
  const notes = () => ({ plugins: [...plugins], specification: null });
  const stored = await storeTree(unpackZip(body, accepts), parent, place, notes);
  return { locked: { commit, tree: stored.tree }, stored };
}

/** What is looked at of a repository. */
function counts(path: string, { contents }: ArchiveWish): boolean {
  if (contents === 'everything') return true;
  if (/^[^/]+\.gemspec$/.test(path) || (contents === 'theme' && path === '_config.yml')) return true;
  return THEME_FOLDERS.some((folder) => path.startsWith(`${folder}/`));
}

/** Names count as they are written first; the gem takes all of them in lower case. */
async function download(wish: ArchiveWish, ref: string, network: Network): Promise<Buffer> {
  const host = archiveHost(wish.host, network.environment);
  const written = `${wish.owner}/${wish.repository}/zip/${ref}`;
  for (const path of new Set([written, written.toLowerCase()])) {
    const { status, body } = await ask(`${host}/${path}`, network);
    if (status !== 404) return body;
  }
  throw new SiteError(messages.themeRepositoryMissing(nameOfWish(wish), `${host}/${written}`));
}

/** `latest` is the tag of the latest release, and where there is none the newest commit (`resolve_latest_release`). */
async function namedRef(
  wish: ArchiveWish,
  network: Network & { readonly reporter: Reporter },
): Promise<string> {
  if (wish.ref?.toLowerCase() !== 'latest' || wish.contents !== 'remote theme') return wish.ref ?? 'HEAD';
  const repository = `${wish.owner}/${wish.repository}`;
  const tag = await latestTag(`${releaseApi(wish.host, network.environment)}/repos/${repository}`, network);
  if (typeof tag === 'string') return tag;
  network.reporter.report(messages.themeReleaseMissing(repository, tag.reason));
  return 'HEAD';
}

async function latestTag(repository: string, network: Network): Promise<string | { reason: string }> {
  try {
    const { status, body } = await ask(`${repository}/releases/latest`, network);
    const release: unknown = status === 404 ? null : JSON.parse(body.toString('utf8'));
    const tag = (release as { tag_name?: unknown } | null)?.tag_name;
    return typeof tag === 'string' && tag !== '' ? tag : { reason: 'there are none' };
  } catch (error) {
    // Whatever the host answers, the gem goes on with the newest commit.
    if (error instanceof FetchError) return { reason: error.message };
    if (error instanceof SyntaxError) return { reason: 'the answer is no JSON' };
    throw error;
  }
}
