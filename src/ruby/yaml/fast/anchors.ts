import type { Value } from '../../value.js';
import type { Cursor } from './cursor.js';

/** Values that aliases may stand for in sum; beyond, the general way counts, which has a limit. */
const MAX_ALIASED_VALUES = 100_000;

/** The values that anchors name in one document. */
export class Anchors {
  private readonly values = new Map<string, Value>();
  private aliased = 0;

  /** Goes over an anchor; its name, `''` when none stands here. Within what it names there is nothing of that name. */
  begin(cursor: Cursor): string {
    const name = passName(cursor, '&');
    if (name !== '') {
      this.values.delete(name);
      cursor.skipSpaces();
    }
    return name;
  }

  /** Gives the value its name, unless something within it took it. */
  keep(name: string, value: Value | undefined): Value | undefined {
    if (name !== '' && value !== undefined && !this.values.has(name)) this.values.set(name, value);
    return value;
  }

  /** What the alias here stands for; what has no anchor is left to the general way. */
  read(cursor: Cursor): Value | undefined {
    const value = this.values.get(passName(cursor, '*'));
    if (value === undefined) return undefined;
    this.aliased += sizeOf(value);
    return this.aliased > MAX_ALIASED_VALUES ? undefined : value;
  }
}

/** Goes over an indicator and the name behind it; `''`, and no step further, when they do not stand here. */
function passName(cursor: Cursor, indicator: '&' | '*'): string {
  const { text, at } = cursor;
  if (text[at] !== indicator) return '';
  let end = at + 1;
  while (end < text.length && /[A-Za-z0-9_-]/.test(text[end]!)) end++;
  if (end === at + 1 || (indicator === '&' && !cursor.isBlankOrEnd(end))) return '';
  cursor.at = end;
  return text.slice(at + 1, end);
}

function sizeOf(value: Value): number {
  if (Array.isArray(value)) return value.reduce<number>((size, item) => size + sizeOf(item), 1);
  if (!(value instanceof Map)) return 1;
  let size = 1;
  for (const item of value.values()) size += 1 + sizeOf(item);
  return size;
}
