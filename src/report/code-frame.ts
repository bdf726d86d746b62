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

/** Looks no further than the lines that are shown: a file may have a million. */
function linesAround(text: string, line: number): Excerpt | null {
  const first = Math.max(1, line - CONTEXT_LINES);
  let start: number | null = line < 1 ? null : 0;
  for (let number = 1; number < first && start !== null; number += 1) start = nextLine(text, start);
  const texts: string[] = [];
  while (start !== null && first + texts.length <= line + CONTEXT_LINES) {
    const next = nextLine(text, start);
    texts.push(next === null ? text.slice(start) : text.slice(start, next - 1).replace(/\r$/, ''));
    start = next;
  }
  const last = first + texts.length - 1;
  // Parsers tell of a missing end by the line after the last one.
  if (start === null && texts.at(-1) === '' && last > 1 && line !== last) texts.pop();
  return line < first + texts.length && texts.length > 0 ? { first, texts } : null;
}

/** Where the next line starts, `null` after the last one. */
function nextLine(text: string, from: number): number | null {
  const end = text.indexOf('\n', from);
  return end === -1 ? null : end + 1;
}

/** How many code points are left out at the start of every line so that the column is seen. */
function shiftFor(column: number): number {
  return column <= WIDEST_LINE ? 0 : column - Math.floor(WIDEST_LINE / 2);
}

function cut(content: string, shift: number): string {
  if (content.length <= WIDEST_LINE && shift === 0) return content;
  const points = pointsFrom(content, shift, WIDEST_LINE + 1);
  const shown = points.slice(0, WIDEST_LINE).join('');
  const start = shift > 0 && shown !== '' ? '…' : '';
  return start + shown + (points.length > WIDEST_LINE ? '…' : '');
}

/** Keeps tabs, so that the caret stands below its column whatever a tab's width is. */
function blanksBefore(content: string, column: number, shift: number): string {
  const most = column - 1 - shift;
  const before = pointsFrom(content, shift, most).map((point) => (point === '\t' ? '\t' : ' '));
  return (shift > 0 ? ' ' : '') + before.join('') + ' '.repeat(Math.max(0, most - before.length));
}

/** Some of a line's code points, without a list of all: a line may have millions. */
function pointsFrom(content: string, skipped: number, most: number): string[] {
  let at = 0;
  for (let count = 0; count < skipped && at < content.length; count += 1) {
    at += content.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  return [...content.slice(at, at + 2 * Math.max(0, most))].slice(0, Math.max(0, most));
}
