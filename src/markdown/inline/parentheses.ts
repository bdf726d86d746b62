import { isWhiteSpace } from '../white-space.js';

const open = 0x28;
const close = 0x29;

/**
 * Ends of link URLs. Parentheses are looked at one by one; once a URL has turned out never to end, a table of all pairs is made, so
 * that the next ten thousand cost nothing.
 */
export class Parentheses {
  /** By position of an opening parenthesis: where its URL ends, or -1. */
  #table: Int32Array | null = null;

  constructor(private readonly text: string) {}

  /**
   * The end of the URL that starts with the parenthesis at `pos`: the parenthesis that closes it, or white space with a quote
   * behind it if that comes first; -1 if neither comes.
   */
  endOf(pos: number): number {
    if (this.#table) return this.#table[pos]!;
    let depth = 0;
    for (let at = pos; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === open) depth++;
      else if (code === close ? --depth === 0 : this.#startsTitle(at, code)) return at;
    }
    this.#table = this.#makeTable();
    return -1;
  }

  #startsTitle(pos: number, code: number): boolean {
    if (!isWhiteSpace(code)) return false;
    const next = this.text.charCodeAt(pos + 1);
    return next === 0x22 || next === 0x27;
  }

  #makeTable(): Int32Array {
    const table = new Int32Array(this.text.length).fill(-1);
    let opened: number[] = [];
    for (let at = 0; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === open) opened.push(at);
      else if (code === close) {
        const start = opened.pop();
        if (start !== undefined) table[start] = at;
      } else if (this.#startsTitle(at, code)) {
        for (const start of opened) table[start] = at;
        opened = [];
      }
    }
    return table;
  }
}
