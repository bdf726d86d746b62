import { integerSize } from '../../ruby/integer.js';
import { codePointLength } from '../../ruby/string.js';
import { Drop, isInteger, RubyRange, type Value } from '../../ruby/value.js';
import { LiquidError } from '../errors.js';
import { LoopDrop } from './loop-drop.js';
import { type Held, SharedList } from './shared-list.js';

/** Keys that Liquid asks of an object itself where it has no entry of the name. */
const COMMANDS: ReadonlySet<unknown> = new Set(['size', 'first', 'last']);

/** Whether a key, written behind a dot, is a command too. */
export function isCommandName(key: unknown): boolean {
  return COMMANDS.has(key);
}

/**
 * What stands behind a key, by the rules of `VariableLookup#evaluate` (Liquid 4.0.4): own entries of a mapping, declared
 * properties of a drop, an array's items by number; nothing else of an object can be reached.
 *
 * @param isCommand whether the key was written as `.size`, `.first` or `.last`, which also work where no entry is called so
 * @returns `undefined` when there is nothing, which ends the lookup
 */
export function property(object: Held, key: Value, isCommand: boolean): Value | undefined {
  if (object === null || typeof object !== 'object') return isCommand ? command(object, key) : undefined;
  if (object instanceof Map) return entry(object, key, isCommand);
  if (object instanceof Drop) return dropProperty(object, key, isCommand);
  if (Array.isArray(object) && typeof key === 'number') return item(object, key);
  if (object instanceof SharedList) return sharedItem(object, key, isCommand);
  return isCommand ? command(object, key) : undefined;
}

function entry(hash: Map<Value, Value>, key: Value, isCommand: boolean): Value | undefined {
  const value = hash.get(key);
  if (value !== undefined) return value;
  if (isCommand) return command(hash, key);
  return isInteger(key) ? null : undefined;
}

/** `Array#[]`: from the end for negative numbers; a float's part behind the point is no index here. */
function item(array: Value[], index: number): Value | undefined {
  if (!Number.isInteger(index)) return undefined;
  return array[index < 0 ? array.length + index : index] ?? null;
}

function sharedItem(list: SharedList, key: Value, isCommand: boolean): Value | undefined {
  if (typeof key === 'number') return Number.isInteger(key) ? list.at(key) : undefined;
  if (!isCommand) return undefined;
  return key === 'size' ? list.length : list.at(key === 'first' ? 0 : -1);
}

function dropProperty(drop: Drop, key: Value, isCommand: boolean): Value | undefined {
  if (typeof key !== 'string') return drop instanceof LoopDrop ? null : refuseKey(key);
  const value = drop.get(key);
  if (value !== null || drop.has(key)) return value;
  return isCommand ? command(drop, key) : undefined;
}

/** Jekyll's drops hand every key to `respond_to?`, which takes names only; `nil` they answer themselves. */
function refuseKey(key: Value): undefined {
  if (isInteger(key)) throw new LiquidError('ruby', `${key} is not a symbol nor a string`);
  return undefined;
}

/** `size`, `first` and `last` as Ruby's own methods; an Integer's size is its bytes. */
function command(object: Value, key: Value): Value | undefined {
  if (typeof object === 'string') return key === 'size' ? codePointLength(object) : undefined;
  if (Array.isArray(object)) return arrayCommand(object, key);
  if (object instanceof Map) return hashCommand(object, key);
  if (object instanceof RubyRange) return rangeCommand(object, key);
  return isInteger(object) && key === 'size' ? integerSize(object) : undefined;
}

function arrayCommand(array: Value[], key: Value): Value {
  if (key === 'size') return array.length;
  return (key === 'first' ? array[0] : array[array.length - 1]) ?? null;
}

function hashCommand(hash: Map<Value, Value>, key: Value): Value | undefined {
  if (key === 'size') return hash.size;
  if (key === 'last') return undefined;
  const first = hash.entries().next();
  return first.done ? null : [...first.value];
}

function rangeCommand(range: RubyRange, key: Value): Value {
  if (key === 'size') return range.size;
  return key === 'first' ? range.first : range.last;
}
