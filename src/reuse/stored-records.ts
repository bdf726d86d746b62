/** Turns as records of JSON: what many of them share, such as keys, fingerprints and effects, stands once and is named by its number. */
import type { DependencyKey, MemberGroup } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Json } from './json-codec.js';
import type { KeyShape } from './read-keys.js';
import type { StoredSums } from './sums-codec.js';

/** What stands on the disk: columns, in which each turn has a place. */
export interface StoredRecords extends StoredSums {
  readonly variant: string;
  /** Name of the pack beside it, and how many of its bytes count. */
  readonly pack: string;
  readonly packSize: number;
  /** Bytes of it that the records refer to. */
  readonly used: number;
  readonly keys: readonly (readonly [DependencyKey, string])[];
  readonly lists: readonly (readonly [MemberGroup, string])[];
  readonly shapes: readonly KeyShape[];
  /** Ids of pages and documents. */
  readonly ids: readonly string[];
  /** Numbers of the ids of all that had a turn, in their order. */
  readonly order: readonly number[];
  /** What many turns have in common: fingerprints of steady and of moving keys, groups of which records tell, encodings, when and why they were run. */
  readonly texts: readonly string[];
  readonly effects: readonly Json[];
  /** Lists of keys that effects name. */
  readonly keyLists: readonly (readonly DependencyKey[])[];
  /** For each turn, one after the other, what stands in `FACT`. */
  readonly facts: readonly number[];
  /** Numbers of the ids of members, those of each turn one after the other. */
  readonly members: readonly number[];
  /** For each turn the SHA-1 of its output; spaces where that is a text. */
  readonly hashes: string;
  /**
   * Of turns by their places: fingerprints of pages and documents by themselves, and of others, outputs that are not written, what they reported, and what stands for the outcome of
   * those that read chance.
   */
  readonly owns: readonly (readonly [number, string])[];
  readonly others: readonly (readonly [number, string])[];
  readonly outputs: readonly (readonly [number, string])[];
  readonly diagnostics: readonly (readonly [number, readonly Diagnostic[]])[];
  readonly chances: readonly (readonly [number, string])[];
}

/** Places of a turn's numbers among `facts`. */
export const FACT = {
  id: 0,
  shape: 1,
  effects: 2,
  encoding: 3,
  steady: 4,
  moving: 5,
  isAsRead: 6,
  /** Where its members begin; they end where those of the next turn begin. */
  members: 7,
  /** Where its content is in the pack, -1 for its own text. */
  start: 8,
  size: 9,
  sum: 10,
  /** A text; see `LastRun`. */
  lastRun: 11,
  /** A text; see `TurnPrints`. */
  later: 12,
} as const;
/** How many there are. */
export const FACTS = 13;

/** Length of a SHA-1 in hex. */
export const HASH_LENGTH = 40;
