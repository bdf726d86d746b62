/** Turns of the last good build of a site, kept for the next. */
import type { DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import type { Effects } from '../model/turn.js';

/** A turn as it is kept. */
export interface StoredTurn {
  /** Keys that it read; state that it had left itself is none of them. */
  readonly keys: readonly DependencyKey[];
  /** Fingerprints of the keys, at the same places. */
  readonly prints: readonly string[];
  /** Stands for what came of it: another one when that may be. */
  readonly print: string;
  readonly effects: Effects;
  /** `null` for the text that the page or document has of its own. */
  readonly content: string | HeldText | null;
  readonly output: StoredOutput;
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** An output: a text that is not written, or what the destination has. */
export type StoredOutput =
  | { readonly kind: 'text'; readonly text: string }
  /** At `path`, with the SHA-1 `hash` of its bytes. */
  | { readonly kind: 'file'; readonly path: string; readonly hash: string };

/** Those of one configuration. */
export interface TurnStore {
  /** A text that is another one when nothing can be taken over. */
  readonly variant: string;
  /** By the id of the page or document. */
  readonly turns: ReadonlyMap<string, StoredTurn>;
}
