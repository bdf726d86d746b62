/**
 * Turns on the disk: a file of records as JSON, and a pack of texts. The records name the pack and how much of it counts, so that a build
 * that is killed leaves what was there before; they begin with a sum of themselves. In any doubt there are none.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { asciiJson } from './json-codec.js';
import { TextPack } from './text-pack.js';
import { decodeTurns, encodeTurns, type StoredRecords } from './turn-codec.js';
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
  /** `null` where it does not count. */
  readonly more: MoreRecords | null;
}

interface StoredFile {
  /** What `more` was made for; another one, and it counts for nothing. */
  readonly reading: string;
  readonly more: unknown;
  readonly turns: StoredRecords;
}

/** What is kept; nothing that does not count. */
export function loadTurns({ folder, name, variant, reading }: StorePlace): KeptOnDisk {
  const nothing: KeptOnDisk = { turns: null, more: null };
  try {
    const text = readFileSync(storePath({ folder, name }), 'latin1');
    const end = text.indexOf('\n');
    const [sum, , length] = text.slice(0, end).split(' ');
    const records = text.slice(end + 1);
    if (sum !== String(crc32(records))) return nothing;
    const stored = JSON.parse(records.slice(0, Number(length))) as StoredFile;
    const more =
      stored.reading === reading ? { records: stored.more, text: records.slice(Number(length)) } : null;
    if (stored.turns.variant !== variant) return { turns: null, more };
    const pack = new TextPack(join(folder, stored.turns.pack));
    if (pack.size >= stored.turns.packSize) return { turns: decodeTurns(stored.turns, pack), more };
    pack.close();
    return nothing;
  } catch {
    // Not there, cut short, or of another form: all the same.
    return nothing;
  }
}

/**
 * Keeps turns and what else there is; turns that cannot be written are left out. Whoever calls holds the lock of the cache.
 *
 * @returns the same turns, which need less memory now
 * @throws what Node says of a disk that takes no more
 */
export function saveTurns(store: TurnStore, more: MoreRecords, place: StorePlace): TurnStore {
  const { folder, name, reading } = place;
  mkdirSync(folder, { recursive: true });
  const known = readPackName(place);
  const { stored, pack, turns } = encodeTurns(store, place.root, (used) => packFor(place, known, used));
  const file: StoredFile = { reading, more: more.records, turns: stored };
  const records = asciiJson(file);
  const text = records + more.text;
  const path = storePath({ folder, name });
  writeFileSync(`${path}.new`, `${crc32(text)} ${pack} ${records.length}\n${text}`, 'latin1');
  renameSync(`${path}.new`, path);
  for (const other of readdirSync(folder)) {
    if (other.startsWith(`${name}-`) && other !== pack) rmSync(join(folder, other), { force: true });
  }
  removeOldest(folder);
  return { ...store, turns };
}

/** The pack that the records on the disk name: another build may have written since they were read. */
function readPackName({ folder, name }: StorePlace): string | null {
  try {
    const text = readFileSync(storePath({ folder, name }), 'latin1');
    return text.slice(0, text.indexOf('\n')).split(' ')[1] ?? null;
  } catch {
    return null;
  }
}

/**
 * The pack to add to.
 *
 * @param known the one that stands on the disk
 * @param used  bytes of each pack that records still refer to
 */
function packFor(
  { folder, name }: StorePlace,
  known: string | null,
  used: ReadonlyMap<TextPack, number>,
): TextPack {
  const current = [...used.keys()].find(({ path }) => known !== null && path === join(folder, known));
  if (current !== undefined && used.get(current)! >= current.size * (1 - MOST_GARBAGE)) return current;
  return new TextPack(join(folder, `${name}-${Date.now().toString(36)}-${process.pid}.texts`));
}

function removeOldest(folder: string): void {
  const records = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const byAge = records
    .map((file) => ({ file, modified: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.modified - a.modified);
  for (const { file } of byAge.slice(MOST_STORES)) {
    const name = file.slice(0, -'.json'.length);
    for (const other of readdirSync(folder))
      if (other.startsWith(name)) rmSync(join(folder, other), { force: true });
  }
}

/** Absolute path of the records' file. */
export function storePath({ folder, name }: Pick<StorePlace, 'folder' | 'name'>): string {
  return join(folder, `${name}.json`);
}
