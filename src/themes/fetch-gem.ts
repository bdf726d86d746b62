/** Fetches a gem from its server, checks it and puts it into the cache. */
import { createHash } from 'node:crypto';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import type { GemSpecification } from './archive/gem-specification.js';
import { chooseVersion, type IndexedGem, nearestVersion, readGemIndex } from './gem-index.js';
import { ask, type Network } from './network.js';
import { type StoredTree, storeTree } from './store-tree.js';
import { gemFolder, serverFolder } from './theme-cache.js';
import type { LockedGem } from './theme-lock.js';
import type { Specification } from './tree-notes.js';
import { type GemWish, subjectOf } from './wish.js';

/** A gem that came. */
export interface FetchedGem {
  readonly locked: LockedGem;
  readonly stored: StoredTree;
  /** Whether the server said what its file must be. */
  readonly isChecked: boolean;
}

/**
 * Fetches the version that the lock holds, else the newest that will do.
 *
 * @param locked what `.utterson.lock` holds, when it is what the site wants
 * @throws SiteError for a gem or a version that is not there, and for a file that is not what it should be
 * @throws FetchError, ArchiveError
 */
export async function fetchGem(
  wish: GemWish,
  locked: LockedGem | null,
  network: Network,
): Promise<FetchedGem> {
  const { version, checksum } = locked === null ? await choose(wish, network) : fromLock(locked);
  const url = `${wish.server}/gems/${wish.name}-${version}.gem`;
  const { status, body } = await ask(url, network);
  if (status === 404) throw new SiteError(await gone(wish, version, network));
  const sha256 = createHash('sha256').update(body).digest('hex');
  const sums = [
    { owner: '.utterson.lock', sum: locked?.sha256 },
    { owner: 'the index of the server', sum: locked === null ? checksum : null },
    { owner: "the Gemfile's lock", sum: wish.checksums[`${wish.name}-${version}`] },
  ] as const;
  const wrong = sums.find(({ sum }) => (sum ?? sha256) !== sha256);
  if (wrong)
    throw new SiteError(messages.themeSumWrong(`${wish.name} ${version}`, wrong.owner, wrong.sum!, sha256));
  const found: LockedGem = { url, version, sha256 };
  return { locked: found, stored: await store(body, wish, found, network), isChecked: checksum !== null };
}

function fromLock({ version, sha256 }: LockedGem): IndexedGem {
  return { version, checksum: sha256 };
}

async function choose(wish: GemWish, network: Network): Promise<IndexedGem> {
  const indexed = await readIndex(wish, network);
  const chosen = chooseVersion(indexed, wish);
  if (chosen !== null) return chosen;
  if (wish.version !== null) throw new SiteError(versionGone(wish, wish.version, indexed));
  if (indexed.length === 0) throw new SiteError(messages.gemUnknown(subjectOf(wish), wish.server));
  const versions = indexed.map(({ version }) => version);
  throw new SiteError(messages.gemVersionMissing(subjectOf(wish), wish.requirements, versions));
}

async function readIndex(wish: GemWish, network: Network): Promise<IndexedGem[]> {
  const { status, body } = await ask(`${wish.server}/info/${wish.name}`, network);
  return status === 404 ? [] : readGemIndex(body.toString('utf8'));
}

async function gone(wish: GemWish, version: string, network: Network): Promise<Diagnostic> {
  return versionGone(wish, version, await readIndex(wish, network));
}

function versionGone(wish: GemWish, version: string, indexed: readonly IndexedGem[]): Diagnostic {
  if (indexed.length === 0) return messages.gemUnknown(subjectOf(wish), wish.server);
  const reason = wish.versionReason ?? '.utterson.lock says so';
  return messages.gemVersionGone(subjectOf(wish), version, reason, nearestVersion(indexed, version));
}

async function store(
  file: Buffer,
  wish: GemWish,
  locked: LockedGem,
  { environment }: Network,
): Promise<StoredTree> {
  const { readGem } = await import('./archive/unpack-gem.js');
  const gem = await readGem(file);
  const plugins = new Set<string>();
  const files = gem.files((path) => {
    if (/^_plugins\/.*\.rb$/.test(path)) plugins.add(path);
    return true;
  });
  const specification = describe(gem.specification);
  return storeTree(
    files,
    serverFolder(wish.server, environment),
    () => gemFolder(wish.name, locked, environment),
    () => ({ plugins: [...plugins], specification }),
  );
}

function describe(gem: GemSpecification): Specification {
  const { version, authors, description, runtimeDependencies } = gem;
  const metadata = [...gem.metadata].flatMap(([key, value]) =>
    typeof key === 'string' && typeof value === 'string' ? [[key, value] as const] : [],
  );
  const dependencies = runtimeDependencies.map(({ name }) => name).filter((name) => name !== 'jekyll');
  return {
    version,
    authors,
    description: description ?? '',
    dependencies,
    metadata: Object.fromEntries(metadata),
  };
}
