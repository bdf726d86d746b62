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

/** With more corrections than these a sum that was kept is taken apart. */
const MOST_CORRECTIONS = 32;

/** A sum. One that was kept stays in one piece for as long as few of its parts are exchanged. */
export class MemberSum {
  /** Where the halves of each member's part stand; `null` where all is as it was kept, but for corrections. */
  private places: Map<string, number> | null = null;
  private readonly firsts: number[] = [];
  private readonly seconds: number[] = [];
  /** Parts that are others, by their places. */
  private readonly corrections = new Map<number, Part>();
  private first = 0;
  private second = 0;

  /** @param before what to begin with */
  constructor(private readonly before: KeptSum = NOTHING) {
    const [, first, second] = before.text.split(' ');
    this.first = Number(first);
    this.second = Number(second);
  }

  /** A text that is another one when any value is. */
  get text(): string {
    return `${this.places?.size ?? this.before.ids.length} ${this.first} ${this.second}`;
  }

  /** For later builds. */
  get kept(): KeptSum {
    const { places, before, corrections, text } = this;
    if (places === null && corrections.size === 0) return before;
    if (places === null) return { text, ids: before.ids, parts: corrected(before.parts, corrections) };
    const parts = Array.from(
      places.values(),
      (place) => textOf(this.firsts[place]!) + textOf(this.seconds[place]!),
    );
    return { text, ids: [...places.keys()], parts: parts.join('') };
  }

  /** Whether it is made of these, in this order. */
  isOf(members: readonly { readonly id: string }[]): boolean {
    const ids = this.places === null ? this.before.ids : [...this.places.keys()];
    return ids.length === members.length && ids.every((id, index) => id === members[index]!.id);
  }

  has(id: string): boolean {
    return this.apart().has(id);
  }

  set(id: string, value: string): void {
    const digest = hash('sha256', `${id}\0${value}`, 'binary');
    const part: Part = [bytesAt(digest, 0), bytesAt(digest, HALF_BYTES)];
    this.count(part, 1);
    if (this.correct(id, part)) return;
    const place = this.apart().get(id);
    if (place === undefined) this.add(id, part);
    else {
      this.count([this.firsts[place]!, this.seconds[place]!], -1);
      [this.firsts[place], this.seconds[place]] = part;
    }
  }

  /** Exchanges a part of what was kept; whether that could be done without taking it apart. */
  private correct(id: string, part: Part): boolean {
    const { corrections, before } = this;
    if (this.places !== null || corrections.size >= MOST_CORRECTIONS) return false;
    const place = before.ids.indexOf(id);
    if (place < 0) return false;
    this.count(corrections.get(place) ?? partAt(before.parts, place), -1);
    corrections.set(place, part);
    return true;
  }

  /** The places of all, each by itself. */
  private apart(): Map<string, number> {
    if (this.places === null) {
      this.places = new Map();
      const { ids, parts } = this.before;
      for (const [index, id] of ids.entries()) {
        this.add(id, this.corrections.get(index) ?? partAt(parts, index));
      }
    }
    return this.places;
  }

  private add(id: string, [first, second]: Part): void {
    this.apart().set(id, this.firsts.length);
    this.firsts.push(first);
    this.seconds.push(second);
  }

  private count([first, second]: Part, sign: 1 | -1): void {
    this.first = (this.first + sign * first + MODULUS) % MODULUS;
    this.second = (this.second + sign * second + MODULUS) % MODULUS;
  }

  delete(id: string): void {
    const places = this.apart();
    const place = places.get(id);
    if (place === undefined) return;
    places.delete(id);
    this.count([this.firsts[place]!, this.seconds[place]!], -1);
  }

  /** Lets go of all but some. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.apart().keys()]) if (!ids.has(id)) this.delete(id);
  }
}

/** Both halves of what a member adds. */
type Part = readonly [first: number, second: number];

const NOTHING: KeptSum = { text: '0 0 0', ids: [], parts: '' };

function partAt(parts: string, place: number): Part {
  const start = 2 * HALF * place;
  return [numberIn(parts, start), numberIn(parts, start + HALF)];
}

/** @param corrections parts by their places */
function corrected(parts: string, corrections: ReadonlyMap<number, Part>): string {
  let text = '';
  let end = 0;
  for (const [place, [first, second]] of [...corrections].sort(([a], [b]) => a - b)) {
    text += parts.slice(end, 2 * HALF * place) + textOf(first) + textOf(second);
    end = 2 * HALF * (place + 1);
  }
  return text + parts.slice(end);
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
