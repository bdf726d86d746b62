/**
 * Turns on the disk: a file of records, and a pack of texts. The records name the pack and how much of it counts, so that a build that is
 * killed leaves what was there before; they begin with a sum of themselves. In any doubt there are none. Where a build changes little,
 * what it changed stands in a file of its own; see `changes-file.ts`.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Base, loadChanges, type MoreChanges, saveChanges } from './changes-file.js';
import { FreshPack } from './fresh-pack.js';
import { isGone, isLeftover, thisProcess } from './owner.js';
import { type Records, readHead, readRecords, writeRecords } from './records-file.js';
import type { StoredRecords } from './stored-records.js';
import { TextPack } from './text-pack.js';
import { encodeTurns } from './turn-codec.js';
import { decodeTurns } from './turn-records.js';
import type { TurnStore } from './turn-store.js';

/** Where turns are kept, and for whom. */
export interface StorePlace {
  /** Absolute path of the folder of all stores of a site. */
  readonly folder: string;
  /** Which build it is: what is kept for another is not looked at. */
  readonly name: string;
  /** Everything that must be the same, this program among it; see `variant`. */
  readonly variant: string;
  /** The same for what is kept besides turns. */
  readonly reading: string;
  /** What may stand in no record, since another machine has another one: the site's folder. */
  readonly root: string;
}

/** So many builds of a site are kept side by side, e.g. one for development and one for production. */
const MOST_STORES = 4;

/** Parts of a pack that nothing refers to; with more the pack is written anew. */
const MOST_GARBAGE = 0.3;

/** What builds keep besides turns: JSON, and a text of ASCII. */
export interface MoreRecords {
  readonly records: unknown;
  readonly text: string;
}

/** What builds keep. */
export interface KeptOnDisk {
  readonly turns: TurnStore | null;
  /** `null` where another program may have written it; what changed since, if anything did, is laid over the first. */
  readonly more: readonly MoreRecords[] | null;
  /** What `more` was made for; with another one nothing of it may be taken over. */
  readonly reading: string;
  /** What `turns` began with; `null` where they cannot be corrected in part. */
  readonly base: Base | null;
}

interface StoredFile {
  /** What `more` was made for. */
  readonly reading: string;
  readonly more: unknown;
  readonly turns: StoredRecords;
}

/** What is kept; nothing that does not count. */
export function loadTurns(place: StorePlace): KeptOnDisk {
  const nothing: KeptOnDisk = { turns: null, more: null, reading: place.reading, base: null };
  const file = readRecords(storePath(place));
  try {
    return (file && keptIn(file, place)) ?? nothing;
  } catch {
    // Records of another form, or a pack that cannot be opened, as on a disk that takes no more: all the same.
    return nothing;
  }
}

function keptIn(file: Records, place: StorePlace): KeptOnDisk | null {
  const { folder, variant, reading } = place;
  const stored = file.records as StoredFile;
  const { turns } = stored;
  const isSame = turns.variant === variant;
  const isOurs = isSame || stored.reading === reading;
  const first: MoreRecords = { records: stored.more, text: file.text };
  const more = isOurs ? [first] : null;
  if (!isSame) return { turns: null, more, reading: stored.reading, base: null };
  const path = join(folder, turns.pack);
  if (!existsSync(path)) return null;
  const pack = new TextPack(path);
  if (pack.size < turns.packSize) {
    pack.close();
    return null;
  }
  const base: Base = { sum: file.sum, used: turns.used, pack, ...decodeTurns(turns, pack) };
  const changes = loadChanges(changesPath(place), base);
  const kept = { turns: changes?.turns ?? base.store, more: changes ? [first, changes.more] : more };
  // What is read otherwise from now on is another one throughout.
  return { ...kept, reading: stored.reading, base: stored.reading === reading ? base : null };
}

/**
 * Keeps turns and what else there is; turns that cannot be written are left out. Whoever calls holds the lock of the cache.
 *
 * @param fresh where texts of the build were left
 * @returns gives the same turns, which need less memory then
 * @throws what Node says of a disk that takes no more
 */
export function saveTurns(
  store: TurnStore,
  more: MoreRecords,
  place: StorePlace,
  fresh: FreshPack | null,
): () => TurnStore {
  const { folder, name, reading } = place;
  mkdirSync(folder, { recursive: true });
  // Another build may have written since they were read.
  const known = readHead(storePath(place))?.partner ?? null;
  const { stored, pack, turns } = encodeTurns(store, place.root, (used) =>
    packFor(place, { known, fresh, used }),
  );
  const file: StoredFile = { reading, more: more.records, turns: stored };
  writeRecords(storePath(place), { partner: pack, records: file, text: more.text });
  rmSync(changesPath(place), { force: true });
  for (const other of readdirSync(folder)) {
    if (other !== pack && isAbandoned(folder, other, name)) rmSync(join(folder, other), { force: true });
  }
  removeOldest(folder);
  return () => ({ ...store, turns: turns() });
}

/**
 * Keeps what differs from what a build began with, where that is little and is still there. Whoever calls holds the lock of the cache.
 *
 * @returns whether it could be kept so
 * @throws what Node says of a disk that takes no more
 */
export function saveTurnChanges(store: TurnStore, more: MoreChanges, place: StorePlace, base: Base): boolean {
  const isThere = readHead(storePath(place))?.sum === base.sum && existsSync(base.pack.path);
  const isWorthwhile = base.used >= base.pack.size * (1 - MOST_GARBAGE);
  return isThere && isWorthwhile && saveChanges(changesPath(place), store, more, place.root, base);
}

/** Packs to choose from. */
interface Packs {
  /** Name of the one that stands on the disk. */
  readonly known: string | null;
  readonly fresh: FreshPack | null;
  /** Bytes of each pack that records refer to. */
  readonly used: ReadonlyMap<TextPack, number>;
}

/** The pack to add to. */
function packFor(place: StorePlace, { known, fresh, used }: Packs): TextPack {
  const { folder } = place;
  const current = [...used.keys()].find(({ path }) => known !== null && path === join(folder, known));
  if (current !== undefined && used.get(current)! >= current.size * (1 - MOST_GARBAGE)) return current;
  return fresh?.take() ?? new TextPack(newPackPath(place));
}

const PACK_NAME = /^([0-9a-f]+)-(\d+)-[0-9a-f]+\.texts$/;

/** The name says of which build it is, and by its number of which process. */
function newPackPath({ folder, name }: StorePlace): string {
  return join(folder, `${name}-${process.pid}-${randomBytes(4).toString('hex')}.texts`);
}

/** A pack for the texts of a build that runs. */
export function freshPack(place: StorePlace): FreshPack {
  return new FreshPack(newPackPath(place));
}

/** Whether a pack is there that no build will take any more. @param name of the build whose records name another one */
function isAbandoned(folder: string, file: string, name: string): boolean {
  const [, owner, pid] = PACK_NAME.exec(file) ?? [];
  if (owner !== name) return false;
  return isGone({ ...thisProcess(), pid: Number(pid) }) || isLeftover(join(folder, file));
}

function removeOldest(folder: string): void {
  const records = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const byAge = records
    .map((file) => file.slice(0, -'.json'.length))
    .map((name) => ({ name, modified: lastSaved({ folder, name }) }))
    .sort((a, b) => b.modified - a.modified);
  for (const { name } of byAge.slice(MOST_STORES)) {
    for (const other of readdirSync(folder))
      if (other.startsWith(name)) rmSync(join(folder, other), { force: true });
  }
}

/** In milliseconds since 1970. */
function lastSaved(place: Pick<StorePlace, 'folder' | 'name'>): number {
  const paths = [storePath(place), changesPath(place)];
  return Math.max(...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

/** Absolute path of the records' file. */
export function storePath({ folder, name }: Pick<StorePlace, 'folder' | 'name'>): string {
  return join(folder, `${name}.json`);
}

/** Absolute path of the file of what builds have changed since. */
export function changesPath({ folder, name }: Pick<StorePlace, 'folder' | 'name'>): string {
  return join(folder, `${name}.changes`);
}
