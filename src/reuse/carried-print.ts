/** Carried state as texts to compare. */
import { wholeText } from '../model/output.js';
import { inspect } from '../ruby/inspect.js';
import type { Value } from '../ruby/value.js';

/** Of objects that many turns leave, such as the front matter of layouts: they do not change. */
const known = new WeakMap<object, string>();

/** A text that is another one when the value is; '' for nothing. */
export function printCarried(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return `=${inspectPlain(value)}`;
  let print = known.get(value);
  if (print === undefined) known.set(value, (print = `=${printObject(value)}`));
  return print;
}

function printObject(value: object): string {
  if (value instanceof Map) return inspect(value as Value);
  return JSON.stringify(value, (_key, item) =>
    item instanceof Map ? inspect(item as Value) : readable(item),
  );
}

/** Texts may wait in a file. */
function readable(item: unknown): unknown {
  const isHeld =
    typeof item === 'object' && item !== null && 'read' in item && typeof item.read === 'function';
  return isHeld ? wholeText(item as { read(): string }) : item;
}

function inspectPlain(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
