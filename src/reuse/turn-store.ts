/** Turns of the last good build of a site, kept for the next. */
import type { DependencyKey, MemberGroup } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import type { KeptSum } from './member-sum.js';
import type { TurnPrints } from './print.js';
import type { KeyShape } from './read-keys.js';

/** A turn as it is kept. */
export interface StoredTurn {
  /** What it read, as it shares it with others; of state that it had left itself there is no fingerprint. */
  readonly shape: KeyShape;
  /** Ids for each of the shape's members, one after the other. */
  readonly members: readonly string[];
  readonly prints: TurnPrints;
  /** Whether its page or document was as its file has it: no generator had changed it. */
  readonly isAsRead: boolean;
  readonly effects: Effects;
  /** `null` for the text that the page or document has of its own. */
  readonly content: string | HeldText | null;
  readonly output: StoredOutput;
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
  /** When and why it was run last, but for its output alone. */
  readonly lastRun: LastRun;
}

/** When the build began that ran a turn, in milliseconds since 1970, and why it did. */
export type LastRun = `${number} ${Reason}`;

/** Why a page or document was rendered again: the key behind which something else stood than before; it was new; its output was gone. */
export type Reason = DependencyKey | 'new' | 'output';

/** An output: a text that is not written, or what the destination has. */
export type StoredOutput =
  | { readonly kind: 'text'; readonly text: string }
  /** In the place that the page or document has, with the SHA-1 `hash` of its bytes. */
  | { readonly kind: 'file'; readonly hash: string };

/** Those of one configuration. */
export interface TurnStore {
  /** A text that is another one when nothing can be taken over. */
  readonly variant: string;
  /** Ids of all pages and documents that had a turn, in the order of their turns. */
  readonly order: readonly string[];
  /** By the id of the page or document. */
  readonly turns: ReadonlyMap<string, StoredTurn>;
  /** Fingerprints of steady keys that were the same in the whole build. */
  readonly keys: ReadonlyMap<DependencyKey, string>;
  /** Which members groups had. */
  readonly lists: ReadonlyMap<MemberGroup, string>;
  /** Sums over attributes of all members of a group, by their keys. */
  readonly sums: ReadonlyMap<string, KeptSum>;
}

/** The turn with its texts elsewhere. */
export function withTexts(turn: StoredTurn, content: StoredTurn['content'], effects: Effects): StoredTurn {
  if (content === turn.content && effects === turn.effects) return turn;
  const { shape, members, prints, isAsRead, output, encoding, diagnostics, lastRun } = turn;
  return { shape, members, prints, isAsRead, effects, content, output, encoding, diagnostics, lastRun };
}
