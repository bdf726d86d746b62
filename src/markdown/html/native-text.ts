import { findEntity } from '../entity-names.js';
import { createNode, type NativeNode } from './native-node.js';

const reference = /&(?:([A-Za-z0-9_:][A-Za-z0-9_.:-]*)|#(\d+)|#x([0-9a-fA-F]+));/g;
const quotes: ReadonlySet<string> = new Set(['lsquo', 'rsquo', 'ldquo', 'rdquo']);
const symbols: ReadonlySet<string> = new Set(['mdash', 'ndash', 'hellip', 'laquo', 'raquo']);

/**
 * Text of an HTML element as nodes: references to quotes and dashes become those. Runs of white space become a space unless
 * `isPreserved`. Origin: kramdown 2.5.2, `Html::ElementConverter#process_text`.
 */
export function readText(raw: string, isPreserved: boolean): NativeNode[] {
  const text = isPreserved ? raw : raw.replaceAll(/[ \t-\r]+/g, ' ');
  const nodes: NativeNode[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    addText(nodes, text.slice(from, match.index));
    const node = readReference(match);
    nodes.push(node);
    from = match.index + (node.entity?.original === null ? 1 : match[0].length);
  }
  addText(nodes, text.slice(from));
  return nodes;
}

function addText(nodes: NativeNode[], text: string): void {
  if (text !== '') nodes.push(createNode('text', text));
}

/** An unknown name is an ampersand with text behind it. */
function readReference([original, name, decimal, hexadecimal]: RegExpExecArray): NativeNode {
  if (name !== undefined && quotes.has(name)) return createNode('smart_quote', name);
  if (name !== undefined && symbols.has(name)) return createNode('typographic_sym', name);
  const entity = findEntity(name ?? (decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16)));
  const node = createNode('entity');
  node.entity = entity ? { entity, original } : { entity: findEntity('amp')!, original: null };
  return node;
}

/** All the text in a node. Origin: kramdown 2.5.2, `Html::ElementConverter#extract_text`. */
export function textOf(node: NativeNode): string {
  if (node.type === 'finished') {
    return node.tokens.map(({ type, content }) => (type === 'text' ? content : '')).join('');
  }
  const own = node.type === 'text' ? node.value : '';
  return own + node.children.map(textOf).join('');
}

/** The characters of text nodes and references: what code holds. */
export function charactersOf(nodes: readonly NativeNode[]): string {
  return nodes.map(charactersOfNode).join('');
}

function charactersOfNode(node: NativeNode): string {
  if (node.type === 'text') return node.value;
  const entity = node.entity?.entity ?? findEntity(node.value)!;
  return String.fromCodePoint(entity.codePoint);
}
