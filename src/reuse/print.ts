import { hash } from 'node:crypto';

/** Longer texts are known by a digest. */
const LONGEST = 48;

/** A short text that is another one when a value is; '' for nothing. */
export function printOf(value: string | null): string {
  if (value === null) return '';
  // No digest begins like that.
  return value.length <= LONGEST ? `=${value}` : digestOf(value);
}

/** Of a SHA-256 in Base64. */
export const DIGEST_LENGTH = 43;

/** The same, of this length whatever the value. */
export function digestOf(value: string): string {
  return hash('sha256', value, 'base64url');
}

/** Fingerprints of what a turn read. */
export class TurnPrints {
  private known: string | null;
  private ofOthers: string | null;

  /**
   * @param own    of the page or document by itself, a digest
   * @param others of its attributes that come from others, and of attributes of others: a digest, '' for none, `null` where the
   *               records of their files say what they were
   * @param steady of keys that stay the same while a site is rendered
   * @param moving of those that do not: state carried from turn to turn, contents, time
   * @param chance of the outcome, where the like never comes again; else left out
   */
  constructor(
    readonly own: string,
    others: string | null,
    readonly steady: string,
    readonly moving: string,
    readonly chance: string | null = null,
  ) {
    this.ofOthers = others;
    this.known = chance;
  }

  get others(): string | null {
    return this.ofOthers;
  }

  /** Sees to it that there is one of others. @param make takes it of what they are now, which must be what the turn read */
  settle(make: () => string): void {
    this.ofOthers ??= make();
  }

  /** Stands for what came of a turn that is settled: another one when that may be. */
  get made(): string {
    return (this.known ??= printOf(`${this.own}\0${this.ofOthers}\0${this.steady}\0${this.moving}`));
  }
}

/** A turn by what it read. */
export interface HasPrints {
  readonly prints: TurnPrints;
}
