/**
 * What builds have changed since records were written, where that is little: records of the turns that are others, in a file of their own
 * that is laid over the first. It names the sum of the records that it goes with; with any others it does not count.
 */
import type { MoreRecords } from './disk-store.js';
import { readRecords, writeRecords } from './records-file.js';
import type { StoredRecords } from './stored-records.js';
import type { TextPack } from './text-pack.js';
import { encodeTurns } from './turn-codec.js';
import { type DecodedTurns, decodeTurns } from './turn-records.js';
import type { StoredTurn, TurnStore } from './turn-store.js';

/** Records that changes are laid over. */
export interface Base extends DecodedTurns {
  /** Of their file. */
  readonly sum: string;
  readonly pack: TextPack;
  /** Bytes of the pack that they refer to. */
  readonly used: number;
}

/** Gives what else has changed; `null` where that cannot be laid over what there was. */
export type MoreChanges = () => MoreRecords | null;

interface StoredChanges {
  readonly more: unknown;
  readonly turns: StoredRecords;
  /** Keys of sums that nobody asks for any more. */
  readonly goneSums: readonly string[];
}

/** Little is one turn of so many, */
const TURNS_A_CHANGE = 20;
/** or so many. */
const ALWAYS_FEW = 8;

/** The changes; `null` where there are none that count. */
export function loadChanges(
  path: string,
  { sum, store, pack }: Base,
): { readonly turns: TurnStore; readonly more: MoreRecords } | null {
  const file = readRecords(path);
  if (file === null || file.partner !== sum) return null;
  const { more, turns, goneSums } = file.records as StoredChanges;
  if (pack.size < turns.packSize) return null;
  const changed = decodeTurns(turns, pack).store;
  const { keys, lists } = changed;
  const sums = new Map([...store.sums, ...changed.sums]);
  for (const key of goneSums) sums.delete(key);
  return {
    turns: { ...store, turns: new Map([...store.turns, ...changed.turns]), keys, lists, sums },
    more: { records: more, text: file.text },
  };
}

/**
 * Keeps what differs; whether that is little.
 *
 * @param root what may stand in no record
 */
export function saveChanges(
  path: string,
  store: TurnStore,
  moreChanges: MoreChanges,
  root: string,
  base: Base,
): boolean {
  const changed = turnsSince(store, base);
  const more = changed && moreChanges();
  if (!changed || more === null) return false;
  const sums = new Map([...store.sums].filter(([key, sum]) => base.store.sums.get(key) !== sum));
  const part = { ...store, order: [], turns: changed, sums };
  const { stored, isWhole } = encodeTurns(part, root, () => base.pack);
  if (!isWhole) return false;
  const goneSums = [...base.store.sums.keys()].filter((key) => !store.sums.has(key));
  const records: StoredChanges = { more: more.records, turns: stored, goneSums };
  writeRecords(path, { partner: base.sum, records, text: more.text });
  return true;
}

/** The turns that are others than those of the records; `null` where there are many, or some have come or gone. */
function turnsSince(
  { turns, order }: TurnStore,
  { store, has }: Base,
): ReadonlyMap<string, StoredTurn> | null {
  const isSameOrder =
    order.length === store.order.length && order.every((id, index) => id === store.order[index]);
  if (!isSameOrder || turns.size !== store.turns.size) return null;
  const changed = new Map([...turns].filter(([, turn]) => !has(turn)));
  if (changed.size > Math.max(ALWAYS_FEW, turns.size / TURNS_A_CHANGE)) return null;
  return [...changed.keys()].every((id) => store.turns.has(id)) ? changed : null;
}
