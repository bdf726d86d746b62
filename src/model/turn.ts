import type { Value } from '../ruby/value.js';
import type { CarriedName, DependencyKey } from './dependency.js';
import type { Diagnostic } from './diagnostic.js';
import type { HeldText, StagedText } from './output.js';
import type { Page } from './page.js';

/** What rendering one page or document read, left to later turns, and made. */
export interface Turn {
  /** Of the page or document. */
  readonly id: string;
  readonly keys: TurnKeys;
  readonly effects: Effects;
  /** Converted body, before layouts. */
  readonly content: string | HeldText;
  /** After layouts: what is written. */
  readonly output: string | StagedText;
  readonly diagnostics: readonly Diagnostic[];
  /** What `output` is written in, by Ruby's name, e.g. `UTF-8`. */
  readonly encoding: string;
}

/** What a turn read. */
export interface TurnKeys {
  /** Each key once, the page or document itself first. They are put together at every call. */
  all(): DependencyKey[];
}

/** What a turn leaves to later ones. */
export interface Effects {
  /** Carried state that the turn changed, as it stands at the turn's end. */
  readonly carried: ReadonlyMap<CarriedName, unknown>;
  /** Pages that came up, such as source maps; they have their turns after all others. */
  readonly pages: readonly Page[];
  /** Front matter that hooks wrote, by the id of its page or document; `undefined` for a key that went. */
  readonly data: ReadonlyMap<string, ReadonlyMap<Value, Value | undefined>>;
}
