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

/** Of each part there are two halves, which are whole numbers of so many bytes: of two of them JavaScript still has the exact sum. */
const HALF_BYTES = 6;
const MODULUS = 2 ** (8 * HALF_BYTES);
/** Characters of a half in Base64. */
const HALF = 8;

/** A sum. */
export class MemberSum {
  /** Where the halves of each member's part stand. */
  private readonly places = new Map<string, number>();
  private readonly firsts: number[] = [];
  private readonly seconds: number[] = [];
  private first = 0;
  private second = 0;

  /** @param kept what to begin with */
  constructor(kept: KeptSum | null = null) {
    if (kept === null) return;
    for (const [index, id] of kept.ids.entries()) {
      const start = 2 * HALF * index;
      this.add(id, numberIn(kept.parts, start), numberIn(kept.parts, start + HALF));
    }
    const [, first, second] = kept.text.split(' ');
    this.first = Number(first);
    this.second = Number(second);
  }

  /** A text that is another one when any value is. */
  get text(): string {
    return `${this.places.size} ${this.first} ${this.second}`;
  }

  /** For later builds. */
  get kept(): KeptSum {
    const parts = Array.from(
      this.places.values(),
      (place) => textOf(this.firsts[place]!) + textOf(this.seconds[place]!),
    );
    return { text: this.text, ids: [...this.places.keys()], parts: parts.join('') };
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  set(id: string, value: string): void {
    this.delete(id);
    const digest = hash('sha256', `${id}\0${value}`, 'binary');
    const [first, second] = [bytesAt(digest, 0), bytesAt(digest, HALF_BYTES)];
    this.add(id, first, second);
    this.first = (this.first + first) % MODULUS;
    this.second = (this.second + second) % MODULUS;
  }

  private add(id: string, first: number, second: number): void {
    this.places.set(id, this.firsts.length);
    this.firsts.push(first);
    this.seconds.push(second);
  }

  delete(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.first = (this.first - this.firsts[place]! + MODULUS) % MODULUS;
    this.second = (this.second - this.seconds[place]! + MODULUS) % MODULUS;
  }

  /** Lets go of all but some. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.places.keys()]) if (!ids.has(id)) this.delete(id);
  }
}

/** The number in some bytes of a digest, one character each. */
function bytesAt(digest: string, start: number): number {
  let value = 0;
  for (let at = start; at < start + HALF_BYTES; at++) value = value * 256 + digest.charCodeAt(at);
  return value;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

function numberIn(parts: string, start: number): number {
  let value = 0;
  for (let at = start; at < start + HALF; at++) value = value * 64 + VALUES[parts.charCodeAt(at)]!;
  return value;
}

/** Four characters of 24 bits each, which are a small whole number. */
function textOf(half: number): string {
  const high = Math.floor(half / 2 ** 24);
  return wordOf(high) + wordOf(half - high * 2 ** 24);
}

function wordOf(bits: number): string {
  return DIGITS[bits >> 18]! + DIGITS[(bits >> 12) & 63]! + DIGITS[(bits >> 6) & 63]! + DIGITS[bits & 63]!;
}
