/** Tables in HTML: cells that span, rows that go on, alignment, Markdown in cells (`TableProcessor#on_handle_html`). */

import { parseDocument, writeDocument } from '../../html/document.js';
import { ancestors, descendants, type HtmlElement, replaceNode, textOf } from '../../html/node.js';
import { parseFragment } from '../../html/parse-fragment.js';
import { writeChildren, writeHtml } from '../../html/write-html.js';
import { applyList, attributeLists } from './attribute-lists.js';
import { without } from './exclusions.js';
import { setInner, setText } from './inner-html.js';

/** What cells are read with. */
export interface TableTools {
  markdownify(text: string): string;
  /** Attribute lists by name. */
  readonly lists: ReadonlyMap<string, string>;
}

/** Makes them of what stands in their cells. */
export function spanTables(html: string, tools: TableTools): string {
  const document = parseDocument(html);
  for (const table of elementsIn(document.content, ['table'])) {
    if (ancestors(table).some(({ name }) => name === 'code' || name === 'pre')) continue;
    const rows = elementsIn(table, ['tr']);
    new TableSpans().span(rows);
    for (const cell of rows.flatMap(cellsOf)) {
      readMarkdown(cell, tools);
      readLists(cell, tools);
    }
  }
  return writeDocument(document);
}

function elementsIn(parent: Parameters<typeof descendants>[0], names: readonly string[]): HtmlElement[] {
  return descendants(parent).filter(
    (node) => node.kind === 'element' && names.includes(node.name),
  ) as HtmlElement[];
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return elementsIn(row, ['th', 'td']);
}

function remove(element: HtmlElement): void {
  if (element.parent !== null) replaceNode(element, []);
}

/** Looks through one table, cell by cell. */
class TableSpans {
  /** The cells of the row that goes on; `null` when none does. */
  private continued: readonly HtmlElement[] | null = null;
  /** By column, the cell that `^^` adds to. */
  private readonly above: HtmlElement[] = [];

  span(rows: readonly HtmlElement[]): void {
    for (const row of rows) this.spanRow(row, cellsOf(row));
  }

  private spanRow(row: HtmlElement, cells: readonly HtmlElement[]): void {
    let covered = 0;
    let column = 0;
    for (const cell of cells) {
      const isLast = cell === cells.at(-1);
      covered += spanColumns(cell, isLast ? cells.slice(Math.max(0, cells.length - covered)).reverse() : []);
      if (isLast) this.joinRows(row, cells, cell);
      align(cell);
      column = this.spanRows(cell, column);
    }
  }

  /** A backslash at the end of the last cell: the next row goes on with this one. */
  private joinRows(row: HtmlElement, cells: readonly HtmlElement[], last: HtmlElement): void {
    const text = textOf(last);
    const goesOn = /(?<!\\)\\[ \t\r\n\f\v]*$/m.test(text);
    if (goesOn) {
      setText(last, text.replace(/(?<!\\)\\[ \t\r\n\f\v]*$/gm, ''));
      this.continued ??= cells;
    }
    if (this.continued !== null && this.continued !== cells) {
      for (const [index, cell] of this.continued.entries()) {
        const more = cells[index] === undefined ? '' : writeChildren(cells[index]);
        setInner(cell, `${writeChildren(cell)}\n<br>\n${more}`);
      }
      remove(row);
    }
    if (!goesOn) this.continued = null;
  }

  /** `^^` at the beginning: the cell belongs to the one above. @returns the next cell's column */
  private spanRows(cell: HtmlElement, column: number): number {
    const above = this.above[column];
    const inner = writeChildren(cell);
    if (above !== undefined && /^[ \t\r\n\f\v]*\^{2}/m.test(inner)) {
      setInner(cell, inner.replace(/^[ \t\r\n\f\v]*\^{2}/gm, ''));
      setInner(above, `${writeChildren(above)}\n<br>\n${writeChildren(cell)}`);
      above.attributes.set('rowspan', String(integerIn(above, 'rowspan', 1) + 1));
      remove(cell);
    } else {
      this.above[column] = cell;
    }
    return column + Math.max(integerIn(cell, 'colspan', 0), 1);
  }
}

function integerIn({ attributes }: HtmlElement, name: string, otherwise: number): number {
  const value = attributes.get(name);
  return value === undefined ? otherwise : Number.parseInt(value ?? '', 10) || 0;
}

/**
 * Bars at the end of a cell: it spans so many more columns.
 *
 * @param surplus the cells at the end of the row that the spans before have made needless, the last first
 * @returns how many columns it spans besides its own
 */
function spanColumns(cell: HtmlElement, surplus: readonly HtmlElement[]): number {
  for (const one of surplus) {
    if (one.attributes.has('colspan')) return 0;
    remove(one);
  }
  const inner = writeChildren(cell);
  const bars = /\|+$/m.exec(inner)?.[0].length ?? 0;
  if (bars === 0) return 0;
  setInner(cell, inner.replace(/\|+$/gm, ''));
  cell.attributes.set('colspan', String(bars + 1));
  return bars;
}

/** A colon at the beginning, at the end, or at both. */
function align(cell: HtmlElement): void {
  const text = textOf(cell);
  const isLeft = /^[ \t\r\n\f\v]*:(?!:)/m.test(text);
  if (isLeft) setText(cell, text.replace(/^[ \t\r\n\f\v]*:/gm, ''));
  const rest = textOf(cell);
  const isRight = /(?<!\\):[ \t\r\n\f\v]*$/m.test(rest);
  if (isRight) setText(cell, rest.replace(/:[ \t\r\n\f\v]*$/gm, ''));
  if (!isLeft && !isRight) return;
  setText(cell, textOf(cell).replaceAll('\\:', ':'));
  const wanted = `text-align: ${isLeft ? (isRight ? 'center' : 'left') : 'right'}`;
  const style = cell.attributes.get('style') ?? '';
  cell.attributes.set(
    'style',
    /text-align:.+/.test(style) ? style.replace(/text-align:.+/g, wanted) : wanted,
  );
}

const CODE = /<code.*>.*<\/code>/g;

/** What was escaped before is Markdown now. */
function readMarkdown(cell: HtmlElement, tools: TableTools): void {
  const markdown = without(writeChildren(cell), [CODE], (text) =>
    text
      .replace(/(?<!\\)\|/g, '\\|')
      .replace(/^[ \t\r\n\f\v]+|[ \t\r\n\f\v]+$/gm, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );
  const fragment = parseFragment(tools.markdownify(markdown));
  const [first] = fragment.children;
  const isParagraph = first?.kind === 'element' && first.name === 'p';
  const inner = isParagraph
    ? fragment.children.map((node) => (node.kind === 'element' ? writeChildren(node) : '')).join('')
    : writeHtml(fragment);
  setInner(cell, inner);
}

function readLists(cell: HtmlElement, { lists }: TableTools): void {
  let inner = writeChildren(cell);
  for (const { written, name, list } of attributeLists(inner)) {
    if (name === null) applyList(list, cell.attributes, lists);
    inner = inner.replace(written, '');
  }
  setInner(cell, inner);
}
