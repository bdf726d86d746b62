/** Finding one's way in the `yaml` library's syntax tree by offsets into the text. */
import { isCollection, isPair, isScalar } from 'yaml';

/** A collection's items, keys and values one after the other. */
export function childrenOf(collection: { readonly items: readonly unknown[] }): unknown[] {
  return collection.items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item]));
}

/** The last child that begins before the offset. */
export function lastChildBefore(collection: { readonly items: readonly unknown[] }, offset: number): unknown {
  return childrenOf(collection).findLast((child) => startOf(child) < offset);
}

/**
 * Finds children for one offset after the other, each in a time that does not grow with the collection: children are listed once, and
 * their beginnings are in order.
 */
export class ChildFinder {
  private readonly lists = new Map<object, readonly unknown[]>();

  /** As `lastChildBefore`. */
  lastBefore(collection: { readonly items: readonly unknown[] }, offset: number): unknown {
    const children = this.placedChildren(collection);
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(children[middle]) < offset) low = middle + 1;
      else high = middle;
    }
    return children[low - 1];
  }

  private placedChildren(collection: { readonly items: readonly unknown[] }): readonly unknown[] {
    const known = this.lists.get(collection);
    if (known) return known;
    const children = childrenOf(collection).filter((child) => startOf(child) !== Number.POSITIVE_INFINITY);
    this.lists.set(collection, children);
    return children;
  }
}

/** Where a scalar or collection begins; infinity for anything else. */
export function startOf(node: unknown): number {
  return (isCollection(node) || isScalar(node)) && node.range ? node.range[0] : Number.POSITIVE_INFINITY;
}

/** 0-based column of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Spaces at the beginning of an offset's line: the column of a block collection that begins there with an anchor, a tag or a `?`. */
export function indentationAt(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(lineStart, offset).search(/[^ ]|$/);
}
