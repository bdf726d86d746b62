import { Anchors } from './anchors.js';

/** Collections inside each other that the fast way reads; the general way goes on from here, to its own limit of 1,000. */
const MAX_DEPTH = 200;

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const HYPHEN = 45;
const POINT = 46;

/**
 * A place in a text that is read by the fast way. Each reader begins at the first character of what it reads; readers of block forms
 * leave the cursor at the next line that holds something. One that gives up answers `undefined`, and the place has no meaning any
 * more.
 */
export class Cursor {
  at = 0;
  /** Of the character at `at`, 0-based, where that begins a node; -1 behind the end of the document. */
  column = -1;
  /** Blank lines right before this one; -1 when a comment stands among them. */
  blankLines = 0;
  readonly anchors = new Anchors();
  private lineStart = 0;
  private depth = 0;

  constructor(
    readonly text: string,
    /** Called for each line and each entry of a flow collection. */
    readonly step: () => void,
  ) {}

  /** Goes to the first line from `start` on that holds something, `start` being the beginning of a line. */
  findLine(start: number): void {
    const { text } = this;
    this.step();
    this.blankLines = 0;
    for (let lineStart = start; lineStart < text.length; ) {
      let at = lineStart;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (code === HASH) {
        this.blankLines = -1;
        lineStart = this.lineEnd(at) + 1;
      } else if (code === NEWLINE) {
        if (this.blankLines >= 0) this.blankLines++;
        lineStart = at + 1;
      } else {
        if (at < text.length && !(at === lineStart && this.isMarker(at))) this.stand(at, lineStart);
        else this.column = -1;
        return;
      }
    }
    this.column = -1;
  }

  /** Goes on to the next line that holds something. Whether nothing but a comment follows on this one. */
  finishLine(): boolean {
    const { text } = this;
    this.skipSpaces();
    const code = text.charCodeAt(this.at);
    const isComment = code === HASH && text.charCodeAt(this.at - 1) === SPACE;
    if (!isComment && code !== NEWLINE && this.at < text.length) return false;
    this.findLine(this.lineEnd(this.at) + 1);
    return true;
  }

  /** Moves along the line to where a node begins. */
  moveTo(at: number): void {
    this.stand(at, this.lineStart);
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  /** Whether a hyphen begins an item of a list here. */
  isAtItem(): boolean {
    return this.text.charCodeAt(this.at) === HYPHEN && this.isBlankOrEnd(this.at + 1);
  }

  /** Whether a space or a line end stands there, or nothing at all. */
  isBlankOrEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === NEWLINE || at >= this.text.length;
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  /** Whether a collection may begin here, one level further in. */
  enter(): boolean {
    return ++this.depth <= MAX_DEPTH;
  }

  leave(): void {
    this.depth--;
  }

  private stand(at: number, lineStart: number): void {
    this.at = at;
    this.lineStart = lineStart;
    this.column = at - lineStart;
  }

  /** Whether a line is `---` or `...` and no more, and so ends the document. */
  private isMarker(lineStart: number): boolean {
    const code = this.text.charCodeAt(lineStart);
    return (
      (code === HYPHEN || code === POINT) &&
      /^(?:---|\.\.\.) *$/.test(this.text.slice(lineStart, this.lineEnd(lineStart)))
    );
  }
}

/** Whether the code of a space, a tab or a line end. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === TAB;
}
