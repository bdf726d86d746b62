/** Texts behind `|` and `>`. */
import type { Cursor } from './cursor.js';

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;

/** What stands behind the bar. A number there is left to the general way. */
interface Header {
  readonly isFolded: boolean;
  /** Whether the last line end goes (`-`), stays with all blank lines behind it (`+`), or stays alone. */
  readonly chomping: '-' | '+' | '';
}

/** Lines of a text, without what they are indented by; `''` for a blank one. */
interface Body {
  readonly lines: readonly string[];
  /** Blank lines behind them. */
  readonly blankLines: number;
  /** Whether the last line has no end, since it is the last of all. */
  readonly isCutOff: boolean;
}

/** The text of the lines that stand further in than `parent`, the column of the collection around. */
export function readBlockScalar(cursor: Cursor, parent: number): string | undefined {
  const header = readHeader(cursor);
  const body = header && readBody(cursor, parent);
  if (!body) return undefined;
  const text = header.isFolded ? fold(body.lines) : body.lines.join('\n');
  if (header.chomping === '-' || body.isCutOff) return text;
  return `${text}\n${header.chomping === '+' ? '\n'.repeat(body.blankLines) : ''}`;
}

/** The cursor goes to the line behind. */
function readHeader(cursor: Cursor): Header | undefined {
  const { text } = cursor;
  const isFolded = text[cursor.at++] === '>';
  const sign = text[cursor.at];
  const chomping = sign === '-' || sign === '+' ? sign : '';
  cursor.at += chomping.length;
  cursor.skipSpaces();
  if (text[cursor.at] === '#' && text[cursor.at - 1] === ' ') cursor.at = cursor.lineEnd(cursor.at);
  return text.charCodeAt(cursor.at++) === NEWLINE ? { isFolded, chomping } : undefined;
}

/** Lines of nothing but spaces are left to the general way when they are longer than the text is indented, or the last of all. */
function readBody(cursor: Cursor, parent: number): Body | undefined {
  const { text } = cursor;
  const indent = firstIndent(text, cursor.at);
  if (indent <= parent) return undefined;
  const lines: string[] = [];
  let count = 0;
  let isCutOff = false;
  let start = cursor.at;
  while (start < text.length) {
    cursor.step();
    const at = contentStart(text, start);
    const end = cursor.lineEnd(at);
    const width = at - start;
    if (at === end) {
      if (width > indent || end === text.length) return undefined;
      lines.push('');
    } else if (width >= indent) {
      count = lines.push(text.slice(start + indent, end));
      isCutOff = end === text.length;
    } else if (text.charCodeAt(at) === TAB) return undefined;
    else break;
    start = end + 1;
  }
  cursor.findLine(start);
  return { lines: lines.slice(0, count), blankLines: lines.length - count, isCutOff };
}

/** By how many spaces the first line is indented that holds something; -1 when none does, or a tab comes next. */
function firstIndent(text: string, from: number): number {
  let start = from;
  let at = contentStart(text, start);
  for (; text.charCodeAt(at) === NEWLINE; at = contentStart(text, start)) start = at + 1;
  return at < text.length && text.charCodeAt(at) !== TAB ? at - start : -1;
}

function contentStart(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** A line end stands for a space, but not next to a line that is indented further; each blank line is a line end. */
function fold(lines: readonly string[]): string {
  let result = '';
  let lineEnds = 0;
  let isFirst = true;
  let wasIndented = false;
  for (const line of lines) {
    if (line === '') {
      lineEnds++;
      continue;
    }
    const isIndented = line[0] === ' ' || line[0] === '\t';
    if (!isFirst && (wasIndented || isIndented)) lineEnds++;
    result += lineEnds === 0 && !isFirst ? ' ' : '\n'.repeat(lineEnds);
    result += line;
    lineEnds = 0;
    isFirst = false;
    wasIndented = isIndented;
  }
  return result;
}
