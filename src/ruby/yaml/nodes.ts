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

/** Where a scalar or collection begins; infinity for anything else. */
export function startOf(node: unknown): number {
  return (isCollection(node) || isScalar(node)) && node.range ? node.range[0] : Number.POSITIVE_INFINITY;
}

/** 0-based column of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
