/** Where a key stands in a YAML text, for messages about its value. */
import { isMap, isScalar, isSeq, type ParsedNode, parseAllDocuments } from 'yaml';
import { toS } from '../to-s.js';
import type { Value } from '../value.js';
import { SYNTAX_ONLY } from './tree.js';
import { yamlErrorAt } from './yaml-error.js';

/** Both 1-based, columns in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The place of the key, or the entry of a list, that a path leads to; that of the last part of the path which is written out where
 * the rest comes from an alias or a merge; `undefined` when not even the first is there.
 *
 * @example keyPosition('a:\n  b: 1\n', ['a', 'b']) // { line: 2, column: 3 }
 */
export function keyPosition(text: string, path: readonly Value[]): Position | undefined {
  const documents = parseAllDocuments(text, SYNTAX_ONLY);
  let node: unknown = Array.isArray(documents) ? documents[0]?.contents : null;
  let offset: number | undefined;
  for (const part of path) {
    const step = stepInto(node, part);
    if (!step) break;
    ({ offset, node } = step);
  }
  if (offset === undefined) return undefined;
  const { line, column } = yamlErrorAt(text, offset, '');
  return { line, column };
}

/** Of a key that is given twice the last one counts. */
function stepInto(node: unknown, part: Value): { offset: number; node: unknown } | undefined {
  if (isSeq<ParsedNode>(node) && typeof part === 'number') {
    const item = node.items[part];
    return item && { offset: item.range[0], node: item };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const pair = node.items.findLast(({ key }) => isScalar(key) && key.value === toS(part));
  return pair && { offset: pair.key.range[0], node: pair.value };
}
