/** How the table of a piece of code is written. */
export interface LineTableOptions {
  /** Number of the first line, default 1. */
  readonly startLine: number;
  /** `sprintf`'s format of one line's number, e.g. `%3i` or `%02d`, default `%i`. */
  readonly lineFormat: string;
  /** Class of the table, default `rouge-table`. */
  readonly tableClass: string;
  /** Class of the cell with the numbers, default `rouge-gutter`. */
  readonly gutterClass: string;
  /** Class of the cell with the code, default `rouge-code`. */
  readonly codeClass: string;
}

const DEFAULTS = {
  startLine: 1,
  lineFormat: '%i',
  tableClass: 'rouge-table',
  gutterClass: 'rouge-gutter',
  codeClass: 'rouge-code',
} satisfies LineTableOptions;

/**
 * A table of line numbers and code. Origin: Rouge 4.7, `Formatters::HTMLTable`.
 *
 * @param html the code as it has been highlighted
 */
export function lineTable(html: string, code: string, options: Partial<LineTableOptions> = {}): string {
  const { startLine, lineFormat, tableClass, gutterClass, codeClass } = { ...DEFAULTS, ...options };
  const hasLineEnd = code.endsWith('\n');
  const count = code.split('\n').length - (hasLineEnd ? 1 : 0);
  let numbers = '';
  for (let line = 0; line < count; line += 1) numbers += `${formatNumber(lineFormat, startLine + line)}\n`;
  return (
    `<table class="${tableClass}"><tbody><tr>` +
    `<td class="${gutterClass} gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="${codeClass}"><pre>${html}${hasLineEnd ? '' : '\n'}</pre></td></tr></tbody></table>`
  );
}

function formatNumber(format: string, value: number): string {
  return format.replace(/%(0?)(\d*)[di]/, (_, zero: string, width: string) =>
    String(value).padStart(Number(width), zero || ' '),
  );
}
