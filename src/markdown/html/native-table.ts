/** Tables for `html_to_native`. Origin: kramdown 2.5.2, `Html::ElementConverter#convert_table` and `#is_simple_table?`. */
import type { Alignment } from '../tokens.js';
import { blockElements } from './elements.js';
import { createNode, type NativeNode } from './native-node.js';

/** Makes a table kramdown's if Markdown could say the same; answers whether it did. */
export function convertTable(table: NativeNode, convertChildren: (node: NativeNode) => void): boolean {
  if (!isSimple(table)) return false;
  table.children = table.children.filter((child) => child.type !== 'text');
  convertChildren(table);
  table.type = 'table';
  table.value = '';
  takeAlignment(table, table);
  table.children = table.children.filter((child) => child.type !== 'html_element');
  for (const cell of nodesOfType(table, 'th')) cell.type = 'td';
  if (table.children[0]?.type === 'tr') table.children = [createNode('tbody', '', table.children)];
  return true;
}

function* nodesOfType(node: NativeNode, type: NativeNode['type']): Generator<NativeNode> {
  for (const child of node.children) {
    if (child.type === type) yield child;
    else yield* nodesOfType(child, type);
  }
}

const alignment = /(?:;[ \t-\r]*)?text-align:[ \t-\r]+(center|left|right)/;

/** Reads the cells' alignment and takes it out of their styles; that of the last row counts. */
function takeAlignment(table: NativeNode, node: NativeNode): void {
  for (const child of node.children) {
    if (child.type === 'tr') table.alignment = child.children.map(takeCellAlignment);
    else takeAlignment(table, child);
  }
}

function takeCellAlignment(cell: NativeNode): Alignment {
  const style = cell.attrs.find(([name]) => name === 'style');
  if (!style) return 'default';
  const match = alignment.exec(style[1]);
  style[1] = style[1].replace(alignment, '');
  if (/^[\0 \t-\r]*$/.test(style[1])) cell.attrs = cell.attrs.filter((attribute) => attribute !== style);
  return (match?.[1] as Alignment | undefined) ?? 'default';
}

/** All elements of that name that are not in one of them. */
function* elements(node: NativeNode, ...wanted: string[]): Generator<NativeNode> {
  for (const child of node.children) {
    if (wanted.includes(child.value)) yield child;
    else yield* elements(child, ...wanted);
  }
}

function cellsOf(row: NativeNode): NativeNode[] {
  return row.children.filter(({ value }) => value === 'th' || value === 'td');
}

/** Text only in the cells, as many cells in each row, aligned alike, and sections as Markdown makes them. */
function isSimple(table: NativeNode): boolean {
  const rows = [...elements(table, 'tr')];
  const counts = new Set(rows.map((row) => cellsOf(row).length));
  const styles = rows.map((row) => cellsOf(row).map(styleOf).join());
  return (
    [...elements(table, 'th', 'td')].every(hasPhrasingOnly) &&
    counts.size === 1 &&
    !counts.has(0) &&
    !/justify|inherit/.test(styles.join()) &&
    new Set(styles).size === 1 &&
    (hasRowsOf(table, 'td') || hasSections(table))
  );
}

function hasPhrasingOnly(node: NativeNode): boolean {
  return node.children.every(
    (child) => (child.type === 'text' || !blockElements.has(child.value)) && hasPhrasingOnly(child),
  );
}

function styleOf(cell: NativeNode): string {
  const style = cell.attrs.find(([name]) => name === 'style')?.[1] ?? '';
  return /text-align:[ \t-\r]+(center|left|right|justify|inherit)/.exec(style)?.[1] ?? 'default';
}

function hasRowsOf(node: NativeNode, name: string): boolean {
  return node.children.every(
    (row) =>
      (row.value === 'tr' || row.type === 'text') &&
      row.children.every((cell) => cell.value === name || cell.type === 'text'),
  );
}

function hasSections({ children }: NativeNode): boolean {
  const areSections = children.every(
    (child) =>
      child.type === 'text' ||
      (child.value === 'thead' && hasRowsOf(child, 'th')) ||
      ((child.value === 'tfoot' || child.value === 'tbody') && hasRowsOf(child, 'td')),
  );
  return areSections && children.some(({ value }) => value === 'tbody');
}
