/**
 * Tables. A table is what stands between block boundaries and has an unescaped vertical bar outside code on each line.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_table`.
 */
import type { Token } from 'markdown-it';
import { MarkdownError } from '../error.js';
import { parseTableSpans } from '../inline/table-spans.js';
import { type Alignment, type CellMeta, metaOf, type TableMeta } from '../tokens.js';
import { isWhiteSpace, skipOptionalSpaces, strip } from '../white-space.js';
import { isAfterBlockBoundary, isBeforeBlockBoundary } from './line-ends.js';
import type { KramdownBlockState } from './state.js';
import { type Piece, splitAtCode, splitCells } from './table-row.js';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Section {
  readonly kind: 'thead' | 'tbody' | 'tfoot';
  readonly rows: readonly Row[];
}

/** A table being read. */
interface Table {
  readonly sections: Section[];
  /** Rows not in a section yet. */
  rows: Row[];
  hasFooter: boolean;
  alignment: Alignment[];
}

/** The rule. */
export function table(state: KramdownBlockState, startLine: number, endLine: number): boolean {
  const { src, pos } = state;
  const isIndented = isWhiteSpace(src.charCodeAt(skipOptionalSpaces(src, pos)));
  if (isIndented || !hasPipe(state, pos) || !isAfterBlockBoundary(state)) return false;
  const attributeList = state.pendingAttributes;
  // kramdown gives the list to the table it is about to read, and loses it when that is none
  state.pendingAttributes = null;
  const mark = state.savePosition();
  const found = readTable(state, pos, endLine);
  if (!found) {
    state.restorePosition(mark);
    return false;
  }
  state.pendingAttributes = attributeList;
  pushTable(state, found, startLine);
  return true;
}

/** Whether an unescaped vertical bar stands on the line at `pos`. */
function hasPipe(state: KramdownBlockState, pos: number): boolean {
  const found = state.find.indexOf('|', pos);
  return (
    found >= 0 && found < state.eMarks[state.line]! && isPiped(state.src.slice(pos, state.eMarks[state.line]))
  );
}

/** Whether a line has an unescaped vertical bar. */
function isPiped(line: string): boolean {
  if (line.startsWith('|')) return true;
  let found = line.indexOf('|', 1);
  while (found > 0 && line[found - 1] === '\\') found = line.indexOf('|', found + 1);
  return found > 0;
}

function isSeparator(line: string): boolean {
  return line.includes('-') && /^[+|: \t-]+$/.test(line);
}

function isFooterSeparator(line: string): boolean {
  return line.includes('=') && /^[+|: \t=]+$/.test(line);
}

/** Reads the table's lines; `null` when they are none. */
function readTable(state: KramdownBlockState, start: number, endLine: number): Table | null {
  const { src } = state;
  const startLine = state.line;
  const table: Table = { sections: [], rows: [], hasFooter: false, alignment: [] };
  const firstLine = src.slice(start, state.eMarks[startLine]);
  const hasLeadingPipe = /^[ \t\r\f\v]*\|/.test(firstLine);
  if (isSeparator(firstLine)) state.line++;
  for (; state.line < endLine; state.line++) {
    const line = src.slice(state.pos, state.eMarks[state.line]);
    if (!isPiped(line)) break;
    readLine(table, line, state.line, hasLeadingPipe);
  }
  if (!isBeforeBlockBoundary(state)) return null;
  const end = state.eMarks[state.line - 1]!;
  if (!hasPipeOnEachLine(state, src.slice(start, end))) return null;
  if (table.rows.length > 0) closeSection(table, table.hasFooter ? 'tfoot' : 'tbody', false);
  if (!table.sections.some(({ kind }) => kind === 'tbody')) {
    state.kramdown.warn(`Found table without body on line ${state.sourceLine(startLine)} - ignoring it`);
    return null;
  }
  return table;
}

/** Reads a line: a separator, a footer's separator, or a row. */
function readLine(table: Table, line: string, number: number, hasLeadingPipe: boolean): void {
  if (isSeparator(line)) {
    if (table.rows.length === 0) return;
    if (table.alignment.length === 0 && !table.hasFooter) {
      closeSection(table, 'thead', false);
      table.alignment = readAlignment(line);
    } else closeSection(table, 'tbody', false);
  } else if (isFooterSeparator(line)) {
    if (table.rows.length > 0) closeSection(table, 'tbody', true);
    table.hasFooter = true;
  } else {
    table.rows.push({ cells: splitCells(line.replace(/[ \t]+$/, ''), hasLeadingPipe), line: number });
  }
}

/** Makes a section of the rows so far. Behind a footer's separator, other separators count for nothing. */
function closeSection(table: Table, kind: Section['kind'], isForced: boolean): void {
  if (table.hasFooter && kind === 'tbody' && !isForced) return;
  table.sections.push({ kind, rows: table.rows });
  table.rows = [];
}

function readAlignment(line: string): Alignment[] {
  return Array.from(line.matchAll(/[ \t]?(:?)-+(:?)[ \t]?/g), ([, left, right]) => {
    if (left === '' && right === '') return 'default';
    if (right === '') return 'left';
    return left === '' ? 'right' : 'center';
  });
}

/**
 * Whether each line has an unescaped vertical bar outside code. Code may go over a line end once, behind a bar. HTML elements in
 * the text count as nothing, whatever they hold.
 */
function hasPipeOnEachLine(state: KramdownBlockState, text: string): boolean {
  let isFound = false;
  for (const piece of splitAtSpans(state, text)) {
    const lines = rubyLines(piece.text);
    if (piece.isCode) {
      if (lines.length > 2 || (lines.length === 2 && !isFound)) break;
      if (lines.length === 2) isFound = false;
    } else {
      if (lines.length > 1 && !isFound && !isPiped(lines[0]!)) break;
      isFound = (lines.length <= 1 && isFound) || isPiped(lines[lines.length - 1] ?? '');
    }
  }
  return isFound;
}

/** Ruby's `split("\n")`: no empty lines at the end. */
function rubyLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/** Code and text at the top level of the table's source. */
function splitAtSpans(state: KramdownBlockState, text: string): Piece[] {
  if (!text.includes('<')) return text.includes('`') ? splitAtCode(text) : [{ isCode: false, text }];
  // kramdown counts from behind the table, and a line end there for a line
  const isAtLineEnd = state.src.charCodeAt(state.pos) === 0x0a;
  const { kramdown } = state;
  const line = state.sourceLine(isAtLineEnd ? state.line + 1 : state.line);
  const tokens = kramdown.withSpan({ ...kramdown.span, line }, () =>
    parseTableSpans(text, state.md, state.env),
  );
  let depth = 0;
  const pieces: Piece[] = [];
  for (const token of tokens) {
    if (token.nesting === 0 && depth === 0) {
      pieces.push({ isCode: token.type === 'code_inline', text: token.content });
    }
    depth += token.nesting;
  }
  return pieces;
}

/** More cells than any page has; rows are filled up, so a few lines could ask for billions. */
const maxCells = 200_000;

function countColumns(state: KramdownBlockState, sections: readonly Section[], startLine: number): number {
  let columns = 0;
  let rowCount = 0;
  for (const { rows } of sections) {
    rowCount += rows.length;
    for (const { cells } of rows) columns = Math.max(columns, cells.length);
  }
  if (rowCount * columns > maxCells) {
    throw new MarkdownError(
      (line) => `The table on line ${line} has more than ${maxCells} cells`,
      state.sourceLine(startLine),
    );
  }
  return columns;
}

function pushTable(state: KramdownBlockState, { sections, alignment }: Table, startLine: number): void {
  const columns = countColumns(state, sections, startLine);
  const open = state.push('table_open', 'table', 1);
  open.map = [startLine, state.line];
  const columnAlignment = Array.from({ length: columns }, (_, column) => alignment[column] ?? 'default');
  metaOf<TableMeta>(open).alignment = columnAlignment;
  state.addBlock('table', open);
  for (const { kind, rows } of sections) {
    state.push(`${kind}_open`, kind, 1);
    for (const row of rows) pushRow(state, row, kind === 'thead' ? 'th' : 'td', columnAlignment);
    state.push(`${kind}_close`, kind, -1);
  }
  state.push('table_close', 'table', -1);
}

function pushRow(
  state: KramdownBlockState,
  row: Row,
  tag: 'th' | 'td',
  alignment: readonly Alignment[],
): void {
  const lines: [number, number] = [row.line, row.line + 1];
  state.push('tr_open', 'tr', 1).map = lines;
  alignment.forEach((columnAlignment, column) => {
    const open: Token = state.push(`${tag}_open`, tag, 1);
    open.map = lines;
    metaOf<CellMeta>(open).alignment = columnAlignment;
    const text = row.cells[column];
    if (text !== undefined) state.pushInline(strip(text), row.line, row.line + 1);
    state.push(`${tag}_close`, tag, -1);
  });
  state.push('tr_close', 'tr', -1);
}
