/** How many lines are shown before and after the one in question. */
const CONTEXT_LINES = 2;
/** Longer lines (minified CSS, a paragraph on one line) are cut around the column; one fits a terminal of 100 columns. */
const WIDEST_LINE = 90;

/**
 * The lines around a place with a caret under the column, e.g.
 *
 * ```
 *     11 | <main>
 *   > 12 |   {% include nope.html %}
 *        |   ^
 *     13 | </main>
 * ```
 *
 * @param text   the whole file
 * @param line   1-based
 * @param column 1-based in code points; without it there is no caret
 * @returns `''` when the file has no such line
 */
export function codeFrame(text: string, line: number, column?: number): string {
  const lines = linesAround(text, line);
  if (!lines) return '';
  const width = String(lines.first + lines.texts.length - 1).length;
  const shift = column === undefined ? 0 : shiftFor(column);
  const frame: string[] = [];
  lines.texts.forEach((content, index) => {
    const number = lines.first + index;
    const mark = number === line ? '>' : ' ';
    frame.push(`${mark} ${String(number).padStart(width)} | ${cut(content, shift)}`.trimEnd());
    if (number === line && column !== undefined) {
      frame.push(`  ${' '.repeat(width)} | ${blanksBefore(content, column, shift)}^`);
    }
  });
  return frame.join('\n');
}

interface Excerpt {
  /** Number of the first line. */
  readonly first: number;
  readonly texts: readonly string[];
}

function linesAround(text: string, line: number): Excerpt | null {
  const all = text.split(/\r?\n/);
  // Parsers tell of a missing end by the line after the last one.
  if (all.at(-1) === '' && all.length > 1 && line !== all.length) all.pop();
  if (line < 1 || line > all.length) return null;
  const first = Math.max(1, line - CONTEXT_LINES);
  return { first, texts: all.slice(first - 1, line + CONTEXT_LINES) };
}

/** How many code points are left out at the start of every line so that the column is seen. */
function shiftFor(column: number): number {
  return column <= WIDEST_LINE ? 0 : column - Math.floor(WIDEST_LINE / 2);
}

function cut(content: string, shift: number): string {
  const points = [...content];
  if (points.length <= WIDEST_LINE && shift === 0) return content;
  const shown = points.slice(shift, shift + WIDEST_LINE).join('');
  const start = shift > 0 && shown !== '' ? '…' : '';
  return start + shown + (points.length > shift + WIDEST_LINE ? '…' : '');
}

/** Keeps tabs, so that the caret stands below its column whatever a tab's width is. */
function blanksBefore(content: string, column: number, shift: number): string {
  const before = [...content].slice(shift, column - 1).map((point) => (point === '\t' ? '\t' : ' '));
  const missing = Math.max(0, column - 1 - shift - before.length);
  return (shift > 0 ? ' ' : '') + before.join('') + ' '.repeat(missing);
}
