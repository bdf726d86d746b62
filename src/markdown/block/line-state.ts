/**
 * The lines of a text and the place in it, in the shape of markdown-it's block state, which rules of plugins know. It is a class
 * of its own because the library's defines each field through `Object.defineProperty` and looks at each character, which shows
 * when every list item and quote is a state.
 *
 * A rule may stop in the middle of a line (behind an HTML tag): `moveTo` then lets the line begin there.
 */
import type { Env, MarkdownIt, StateBlock, Token } from 'markdown-it';
import { KramdownToken } from '../kramdown-token.js';

const space = 0x20;
const tab = 0x09;

/** A place in the text of a state. */
export interface Position {
  readonly line: number;
  readonly start: number;
}

export class LineState implements StateBlock {
  /** By line: where it begins and ends (its line end), characters and columns of its indentation. */
  bMarks: number[];
  eMarks: number[];
  tShift: number[];
  sCount: number[];
  /** By line: columns before its start, for tabs; kramdown has none. */
  bsCount: number[];
  blkIndent = 0;
  /** The line being parsed. */
  line = 0;
  lineMax = 0;
  tight = false;
  listIndent = -1;
  parentType = 'root';
  level = 0;
  Token: StateBlock['Token'] = KramdownToken;

  constructor(
    public src: string,
    public md: MarkdownIt,
    public env: Env,
    public tokens: Token[],
  ) {
    // arrays that grow line by line cost four times as much, which shows when texts are nested deeply
    const marks = countLines(src) + 1;
    this.bMarks = new Array(marks);
    this.eMarks = new Array(marks);
    this.tShift = new Array(marks);
    this.sCount = new Array(marks);
    this.bsCount = new Array(marks);
    let start = 0;
    while (start < src.length) {
      const lineEnd = src.indexOf('\n', start);
      const end = lineEnd < 0 ? src.length : lineEnd;
      this.#setLine(this.lineMax++, start, end);
      start = end + 1;
    }
    this.#setLine(this.lineMax, src.length, src.length);
  }

  #setLine(line: number, start: number, end: number): void {
    let pos = start;
    let columns = 0;
    for (; pos < end; pos++) {
      const code = this.src.charCodeAt(pos);
      if (code === space) columns++;
      else if (code === tab) columns += 4 - (columns % 4);
      else break;
    }
    this.bMarks[line] = start;
    this.eMarks[line] = end;
    this.tShift[line] = pos - start;
    this.sCount[line] = columns;
    this.bsCount[line] = 0;
  }

  /** Position at which the next rule starts. */
  get pos(): number {
    return this.bMarks[this.line]!;
  }

  /** Continues at `pos`, at or after the current position, also in the middle of a line. */
  moveTo(pos: number): void {
    let { line } = this;
    while (line < this.lineMax && this.eMarks[line]! < pos) line++;
    this.line = line;
    if (line < this.lineMax && this.bMarks[line] !== pos) this.#setLine(line, pos, this.eMarks[line]!);
  }

  /** The current position, to come back to. */
  savePosition(): Position {
    const { line } = this;
    return { line, start: this.bMarks[line]! };
  }

  /** Goes back to a saved position; the line reached since is whole again. */
  restorePosition(position: Position): void {
    const reached = this.line;
    if (reached > position.line && reached < this.lineMax) {
      this.#setLine(reached, this.eMarks[reached - 1]! + 1, this.eMarks[reached]!);
    }
    this.line = position.line;
    if (this.bMarks[position.line] !== position.start) {
      this.#setLine(position.line, position.start, this.eMarks[position.line]!);
    }
  }

  /** The line a position lies in. */
  lineAt(pos: number): number {
    let low = 0;
    let high = this.lineMax;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.eMarks[middle]! < pos) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token = new KramdownToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }

  isEmpty(line: number): boolean {
    return this.bMarks[line]! + this.tShift[line]! >= this.eMarks[line]!;
  }

  skipEmptyLines(from: number): number {
    let line = from;
    while (line < this.lineMax && this.isEmpty(line)) line++;
    return line;
  }

  skipSpaces(pos: number): number {
    let end = pos;
    while (this.src.charCodeAt(end) === space || this.src.charCodeAt(end) === tab) end++;
    return end;
  }

  skipSpacesBack(pos: number, min: number): number {
    let end = pos;
    while (end > min && (this.src.charCodeAt(end - 1) === space || this.src.charCodeAt(end - 1) === tab))
      end--;
    return end;
  }

  skipChars(pos: number, code: number): number {
    let end = pos;
    while (this.src.charCodeAt(end) === code) end++;
    return end;
  }

  skipCharsBack(pos: number, code: number, min: number): number {
    let end = pos;
    while (end > min && this.src.charCodeAt(end - 1) === code) end--;
    return end;
  }

  /** Lines without `indent` columns of their indentation; the last one without its line end unless asked for. */
  getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
    let text = '';
    for (let line = begin; line < end; line++) {
      const isLast = line + 1 === end && !keepLastLF;
      text += this.#cutLine(line, indent) + (isLast ? '' : '\n');
    }
    return text;
  }

  /** A tab that reaches over the indentation leaves spaces. */
  #cutLine(line: number, indent: number): string {
    let pos = this.bMarks[line]!;
    const textStart = pos + this.tShift[line]!;
    let columns = 0;
    for (; pos < textStart && columns < indent; pos++) {
      columns += this.src.charCodeAt(pos) === tab ? 4 - ((columns + this.bsCount[line]!) % 4) : 1;
    }
    return ' '.repeat(Math.max(0, columns - indent)) + this.src.slice(pos, this.eMarks[line]);
  }
}

/** A line without a line end counts, too. */
function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) count++;
  return count;
}
