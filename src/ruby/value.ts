/**
 * The values a Liquid template can hold, as Ruby has them.
 *
 * JavaScript has one number type and objects that reorder numeric keys; Ruby has neither. So: integers are `number` up to
 * 2^53 and `bigint` beyond; a float with a fraction (and NaN, Infinity) is a `number`, a float without one (`1.0`, `-0.0`) is a
 * `RubyFloat`; mappings are `Map`s, which keep insertion order for any key; `nil` is `null` (never `undefined`).
 */
import type { RubyDate } from './time/date.js';
import type { RubyTime } from './time/time.js';

/** What a template can hold. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | RubyFloat
  | RubyDate
  | RubyTime
  | RubyRange
  | Drop
  | Value[]
  | RubyHash;

/** A Ruby Hash: insertion order, any key. String keys are plain strings, so `hash.get('title')` works. */
export type RubyHash = Map<Value, Value>;

/** A float whose value is integral (`1.0`), which a JavaScript number could not tell from the integer 1. */
export class RubyFloat {
  constructor(readonly value: number) {}
}

/** A Ruby range of integers, both ends included: what `(1..5)` makes in Liquid. */
export class RubyRange {
  constructor(
    readonly first: number,
    readonly last: number,
  ) {}

  /** How many integers it has; 0 when the ends are the wrong way round. */
  get size(): number {
    return Math.max(0, this.last - this.first + 1);
  }
}

/**
 * An object a template may look into: only what `get` answers exists for it, so no internals, prototypes or functions leak.
 * Keys are in the order in which Ruby would list them; `jsonify` and `inspect` print those.
 */
export abstract class Drop {
  /** Class name Ruby's `inspect` and `to_s` print, e.g. `Jekyll::Drops::SiteDrop`. */
  abstract readonly className: string;
  /** The value of a property; `null` for one that does not exist. */
  abstract get(key: string): Value;
  /** Whether `get` knows the property (differs from a `null` value under `strict_variables`). */
  abstract has(key: string): boolean;
  /** The properties in Ruby's order. */
  abstract keys(): string[];
  /**
   * Whether it can be walked through, property by property, as Jekyll's own drops can. Liquid's own (`forloop`) cannot, and `jekyll` is one
   * of those but for its name.
   */
  get isEnumerable(): boolean {
    return this.className.startsWith('Jekyll::') && this.className !== 'Jekyll::Drops::JekyllDrop';
  }
  /** What a loop runs over, for a drop that is a list (`each` and `to_a`); `null` for all others. */
  items(): Value[] | null {
    return null;
  }
  /** What `{{ drop }}` prints, Ruby's `to_s`: the class name, unless the drop says otherwise (a document prints its output). */
  toText(): string {
    return this.className;
  }
  /** What Ruby's `inspect` prints: the class name; Jekyll's drops answer with pretty JSON of their properties (`prettyJson`). */
  inspect(): string {
    return this.className;
  }
  /** Ruby's `<=>`: `null` when there is no order, as for most drops; documents go by date, then path. */
  compareTo(other: Value): number | null {
    return this === other ? 0 : null;
  }
  /**
   * What `to_json` writes: a mapping for Jekyll's drops; Liquid's own have no JSON form and print as a string.
   * @param _depth how deep in the JSON text this stands, 1 for the outermost
   */
  toJson(_depth: number): Value {
    return this.toText();
  }
}

/** A drop or Hash that templates see in place of an object, while Ruby's arrays and hashes hold the object itself: its texts in there. */
export interface HeldObject {
  /** Of the file it stands for. */
  readonly heldId: string;
  /** `to_s`. */
  heldText(): string;
  /** `inspect`. */
  heldInspect(): string;
}

/** Whether a value has other texts inside arrays and hashes than alone. */
export function isHeldObject(value: Value): value is Value & HeldObject {
  return typeof value === 'object' && value !== null && 'heldInspect' in value;
}

/** The Ruby Float for a JavaScript number: a `RubyFloat` when integral, else the number itself. */
export function toFloat(value: number): number | RubyFloat {
  return Number.isInteger(value) ? new RubyFloat(value) : value;
}

/** Whether the value is a Ruby Float. */
export function isFloat(value: Value): value is number | RubyFloat {
  return value instanceof RubyFloat || (typeof value === 'number' && !Number.isInteger(value));
}

/** Whether the value is a Ruby Integer. */
export function isInteger(value: Value): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

/** Ruby's truthiness: everything but `nil` and `false`. */
export function isTruthy(value: Value): boolean {
  return value !== null && value !== false;
}
