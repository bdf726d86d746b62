/** Sums over an attribute of many, in which each can be exchanged: made anew, one would cost in proportion to their number. */
import { hash } from 'node:crypto';

/** A sum of an earlier build. */
export interface KeptSum {
  readonly text: string;
  /** Of whom it is made; nobody where that was not kept. */
  readonly ids: readonly string[];
  /** What each of them adds, one after the other. */
  readonly parts: string;
}

/** Characters of half a part, which is a number in Base64. */
const HALF = 8;
/** Halves are below this: of two of them JavaScript still has the exact sum. */
const MODULUS = 2 ** 48;

/** A sum. */
export class MemberSum {
  private readonly parts = new Map<string, string>();
  private first = 0;
  private second = 0;

  /** @param kept what to begin with */
  constructor(kept: KeptSum | null = null) {
    for (const [index, id] of kept?.ids.entries() ?? []) {
      const start = 2 * HALF * index;
      this.parts.set(id, kept!.parts.slice(start, start + 2 * HALF));
    }
    if (kept === null) return;
    const [, first, second] = kept.text.split(' ');
    this.first = Number(first);
    this.second = Number(second);
  }

  /** A text that is another one when any value is. */
  get text(): string {
    return `${this.parts.size} ${this.first} ${this.second}`;
  }

  /** For later builds. */
  get kept(): KeptSum {
    return { text: this.text, ids: [...this.parts.keys()], parts: [...this.parts.values()].join('') };
  }

  has(id: string): boolean {
    return this.parts.has(id);
  }

  set(id: string, value: string): void {
    this.delete(id);
    const part = hash('sha256', `${id}\0${value}`, 'base64url').slice(0, 2 * HALF);
    this.parts.set(id, part);
    this.first = (this.first + numberIn(part, 0)) % MODULUS;
    this.second = (this.second + numberIn(part, HALF)) % MODULUS;
  }

  delete(id: string): void {
    const part = this.parts.get(id);
    if (part === undefined) return;
    this.parts.delete(id);
    this.first = (this.first - numberIn(part, 0) + MODULUS) % MODULUS;
    this.second = (this.second - numberIn(part, HALF) + MODULUS) % MODULUS;
  }

  /** Lets go of all but some. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.parts.keys()]) if (!ids.has(id)) this.delete(id);
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

function numberIn(part: string, start: number): number {
  let value = 0;
  for (let at = start; at < start + HALF; at++) value = value * 64 + VALUES[part.charCodeAt(at)]!;
  return value;
}
