/**
 * Turns on the disk: a file of records as JSON, and a pack of texts. The records name the pack and how much of it counts, so that a build
 * that is killed leaves what was there before; they begin with a sum of themselves. In any doubt there are none.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { FreshPack } from './fresh-pack.js';
import { asciiJson } from './json-codec.js';
import { isGone, isLeftover, thisProcess } from './owner.js';
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

/** Of the line before the records, in bytes. */
const LONGEST_HEAD = 128;

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
  /** `null` where another program may have written it. */
  readonly more: MoreRecords | null;
  /** What `more` was made for; with another one nothing of it may be taken over. */
  readonly reading: string;
}

interface StoredFile {
  /** What `more` was made for. */
  readonly reading: string;
  readonly more: unknown;
  readonly turns: StoredRecords;
}

/** What is kept; nothing that does not count. */
export function loadTurns({ folder, name, variant, reading }: StorePlace): KeptOnDisk {
  const nothing: KeptOnDisk = { turns: null, more: null, reading };
  try {
    const bytes = readFileSync(storePath({ folder, name }));
    const head = bytes.indexOf('\n') + 1;
    const [sum, , length] = bytes.toString('latin1', 0, head - 1).split(' ');
    if (sum !== String(crc32(bytes.subarray(head)))) return nothing;
    const end = head + Number(length);
    const stored = JSON.parse(bytes.toString('latin1', head, end)) as StoredFile;
    const isSame = stored.turns.variant === variant;
    const isOurs = isSame || stored.reading === reading;
    const more = isOurs ? { records: stored.more, text: bytes.toString('latin1', end) } : null;
    if (!isSame) return { turns: null, more, reading: stored.reading };
    const pack = new TextPack(join(folder, stored.turns.pack));
    if (pack.size >= stored.turns.packSize)
      return { turns: decodeTurns(stored.turns, pack), more, reading: stored.reading };
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
  const known = readPackName(place);
  const { stored, pack, turns } = encodeTurns(store, place.root, (used) =>
    packFor(place, { known, fresh, used }),
  );
  const file: StoredFile = { reading, more: more.records, turns: stored };
  const records = asciiJson(file);
  const parts = [Buffer.from(records, 'latin1'), Buffer.from(more.text, 'latin1')];
  const sum = parts.reduce((before, part) => crc32(part, before), 0);
  const path = storePath({ folder, name });
  writeFileSync(`${path}.new`, Buffer.concat([Buffer.from(`${sum} ${pack} ${records.length}\n`), ...parts]));
  renameSync(`${path}.new`, path);
  for (const other of readdirSync(folder)) {
    if (other !== pack && isAbandoned(folder, other, name)) rmSync(join(folder, other), { force: true });
  }
  removeOldest(folder);
  return () => ({ ...store, turns: turns() });
}

/** The pack that the records on the disk name: another build may have written since they were read. */
function readPackName({ folder, name }: StorePlace): string | null {
  try {
    const descriptor = openSync(storePath({ folder, name }), 'r');
    try {
      const head = Buffer.alloc(LONGEST_HEAD);
      const [line] = head.toString('latin1', 0, readSync(descriptor, head)).split('\n', 1);
      return line!.split(' ')[1] ?? null;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
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
