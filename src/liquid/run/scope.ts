import type { Value } from '../../ruby/value.js';
import type { LoopDrop } from './loop-drop.js';

/**
 * The names a loop or an include with parameters adds to those around it. Liquid 4.0.4 keeps a list of hashes; but as `assign`
 * and `capture` always write to the outermost, an inner one never holds more than these two.
 */
export class Scope {
  constructor(
    readonly parent: Scope | null,
    /** How many scopes there are, the outermost (the variables of `assign`) counted. */
    readonly depth: number,
    readonly name: string,
    public value: Value,
    /** `forloop`, `tablerowloop`, or `null` for none. */
    readonly loopName: string | null,
    readonly loop: LoopDrop | null,
  ) {}
}
