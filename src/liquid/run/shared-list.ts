import type { Value } from '../../ruby/value.js';

/** What variables and filters hold that make a list of another one: a value, or a list that shares its items with those it was made of. */
export type Held = Value | SharedList;

/** Items that several lists are parts of. It only grows, at either end, so that a list never sees what was added behind or before it. */
class Row {
  private readonly after: Value[];
  /** Those before 0; the first is at -1. */
  private readonly before: Value[] = [];
  /** Texts among the items, and up to where they have been looked at. */
  private texts: { readonly known: Set<string>; start: number; end: number } | null = null;

  constructor(items: readonly Value[]) {
    this.after = [...items];
  }

  get start(): number {
    return -this.before.length;
  }

  get end(): number {
    return this.after.length;
  }

  at(index: number): Value {
    return index < 0 ? this.before[-1 - index]! : this.after[index]!;
  }

  addAfter(item: Value): void {
    this.after.push(item);
  }

  addBefore(item: Value): void {
    this.before.push(item);
  }

  /** A copy of a part. */
  slice(start: number, end: number): Value[] {
    if (start >= 0) return this.after.slice(start, end);
    const before = this.before.slice(Math.max(0, -end), -start).reverse();
    return end > 0 ? before.concat(this.after.slice(0, end)) : before;
  }

  /** Whether the text is one of the items. */
  hasText(text: string): boolean {
    this.texts ??= { known: new Set(), start: 0, end: 0 };
    const { texts } = this;
    const add = (item: Value): void => {
      if (typeof item === 'string') texts.known.add(item);
    };
    while (texts.end < this.end) add(this.at(texts.end++));
    while (texts.start > this.start) add(this.at(--texts.start));
    return texts.known.has(text);
  }
}

/**
 * A list that stays as it is, made of another one by what stands at its ends (`push`, `unshift`, `concat`, `pop`, `shift`). Where nothing else
 * was added at that end, both are parts of one row; so a list that grows in a loop, round by round under the same name, is never
 * copied. Whoever asks for an array gets a copy, made once.
 */
export class SharedList {
  private array: Value[] | null = null;

  private constructor(
    private readonly row: Row,
    private readonly start: number,
    private readonly end: number,
    /** Whether a list may be among the items, which `concat` lays flat. */
    readonly mayNest: boolean,
  ) {}

  /** The list itself, or one with an array's items. */
  static of(list: readonly Value[] | SharedList): SharedList {
    if (list instanceof SharedList) return list;
    return new SharedList(new Row(list), 0, list.length, list.some(Array.isArray));
  }

  get length(): number {
    return this.end - this.start;
  }

  /** The item at an index, from the end for negative ones; nil where there is none. */
  at(index: number): Value {
    const place = index < 0 ? this.end + index : this.start + index;
    return place < this.start || place >= this.end ? null : this.row.at(place);
  }

  /** A list with more items at its end. */
  append(items: readonly Value[]): SharedList {
    const { row, start, end } = this.end === this.row.end ? this : this.copy();
    for (const item of items) row.addAfter(item);
    return new SharedList(row, start, end + items.length, this.mayNest || items.some(Array.isArray));
  }

  /** A list with one more item before the others. */
  prepend(item: Value): SharedList {
    const { row, start, end } = this.start === this.row.start ? this : this.copy();
    row.addBefore(item);
    return new SharedList(row, start - 1, end, this.mayNest || Array.isArray(item));
  }

  /** A list without the first or the last so many. */
  without(first: number, last: number): SharedList {
    const start = Math.min(this.start + first, this.end);
    return new SharedList(this.row, start, Math.max(start, this.end - last), this.mayNest);
  }

  /** Whether a text is one of the items. */
  hasText(text: string): boolean {
    const { row, start, end } = this;
    if (start === row.start && end === row.end) return row.hasText(text);
    return this.toArray().includes(text);
  }

  /** The same array each time. */
  toArray(): Value[] {
    this.array ??= this.row.slice(this.start, this.end);
    return this.array;
  }

  private copy(): SharedList {
    return SharedList.of(this.toArray());
  }
}

/** The value behind what is held: an array for a list. */
export function toValue(held: Held): Value {
  return held instanceof SharedList ? held.toArray() : held;
}
