/**
 * Turns on the disk: a file of records as JSON, and a pack of texts. The records name the pack and how much of it counts, so that a build
 * that is killed leaves what was there before; they begin with a sum of themselves. In any doubt there are none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What builds keep. */
export interface KeptOnDisk {
  readonly turns: TurnStore | null;
  /** What else there is, as JSON; nothing where that does not count. */
  readonly more: unknown;
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
    const text = readFileSync(recordsPath(folder, name), 'utf8');
    const end = text.indexOf('\n');
    const records = text.slice(end + 1);
    if (text.slice(0, SUM_LENGTH) !== sumOf(records)) return nothing;
    const stored = JSON.parse(records) as StoredFile;
    const more = stored.reading === reading ? stored.more : null;
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
 * Keeps turns and what else is JSON; turns that cannot be written are left out. Whoever calls holds the lock of the cache.
 *
 * @returns the same turns, which need less memory now
 * @throws what Node says of a disk that takes no more
 */
export function saveTurns(store: TurnStore, more: unknown, place: StorePlace): TurnStore {
  const { folder, name, reading } = place;
  mkdirSync(folder, { recursive: true });
  const known = readPackName(place);
  const { stored, pack, turns } = encodeTurns(store, place.root, (used) => packFor(place, known, used));
  const file: StoredFile = { reading, more, turns: stored };
  const text = JSON.stringify(file);
  const path = recordsPath(folder, name);
  writeFileSync(`${path}.new`, `${sumOf(text)} ${pack}\n${text}`);
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
    const text = readFileSync(recordsPath(folder, name), 'utf8');
    return text.slice(SUM_LENGTH + 1, text.indexOf('\n'));
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

/** Of a SHA-256 in hex, with which the records' file begins; behind it stands the pack's name. */
const SUM_LENGTH = 64;

function recordsPath(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
