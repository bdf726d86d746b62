/**
 * Code spans in table source, and the cells of a row. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_table`, `#parse_codespan`.
 */
import { append } from '../../ruby/append.js';
import { Finder } from '../finder.js';
import { isWhiteSpace, strip } from '../white-space.js';

/** A stretch of table source: a code span's contents, or what stands between code spans. */
export interface Piece {
  readonly isCode: boolean;
  readonly text: string;
}

/** Cuts a text at its code spans. */
export function splitAtCode(text: string): Piece[] {
  const pieces: Piece[] = [];
  const finder = new Finder(text);
  let textStart = 0;
  let tick = text.indexOf('`');
  while (tick >= 0) {
    let open = tick;
    while (text.charCodeAt(open) === 0x60) open++;
    const length = open - tick;
    const close = isLiteral(text, tick, open) ? -1 : finder.indexOf('`'.repeat(length), open);
    if (close < 0) tick = text.indexOf('`', open);
    else {
      if (tick > textStart) pieces.push({ isCode: false, text: text.slice(textStart, tick) });
      pieces.push({ isCode: true, text: codeText(text.slice(open, close), length) });
      textStart = close + length;
      tick = text.indexOf('`', textStart);
    }
  }
  if (textStart < text.length) pieces.push({ isCode: false, text: text.slice(textStart) });
  return pieces;
}

/** A single backtick between white space starts no code. */
function isLiteral(text: string, tick: number, open: number): boolean {
  if (open - tick > 1 || !isWhiteSpace(text.charCodeAt(open))) return false;
  return tick === 0 || isWhiteSpace(text.charCodeAt(tick - 1));
}

function codeText(text: string, length: number): string {
  if (length === 1) return text;
  const start = text.startsWith(' ') ? text.slice(1) : text;
  return start.endsWith(' ') ? start.slice(0, -1) : start;
}

/** Cuts a row into cells at vertical bars outside code; escaped bars lose their backslash. */
export function splitCells(row: string, hasLeadingPipe: boolean): string[] {
  const cells: string[] = [];
  const extend = (text: string): void => {
    if (cells.length === 0) cells.push(text);
    else cells[cells.length - 1] += text;
  };
  for (const [index, part] of row.split(/(<code[^\n]*?>[^\n]*?<\/code>)/).entries()) {
    if (index % 2 === 1) extend(part);
    else {
      for (const piece of splitAtCode(part)) {
        if (piece.isCode) extend(quoteCode(piece.text));
        else {
          const [first, ...others] = splitAtPipes(piece.text);
          extend(first!);
          append(cells, others);
        }
      }
    }
  }
  if (hasLeadingPipe && strip(cells[0]!) === '') cells.shift();
  if (cells.length > 0 && strip(cells[cells.length - 1]!) === '') cells.pop();
  return cells;
}

function splitAtPipes(text: string): string[] {
  return text.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
}

/** A code span again, in delimiters that are longer than any backticks in it. */
function quoteCode(code: string): string {
  const longest = (code.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const delimiter = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return delimiter + space + code + space + delimiter;
}
