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
  private ofOthers: string;
  private laterGroups: string;
  private ofOwn: string;

  /**
   * @param own    of the page or document by itself, a digest; '' where its record will tell
   * @param others of its attributes that come from others, and of attributes of others, but for those that records will tell: a digest, ''
   *               for none
   * @param later  the groups of which they will, see `LaterOthers`; '' for none
   * @param steady of keys that stay the same while a site is rendered
   * @param moving of those that do not: state carried from turn to turn, contents, time
   * @param chance of the outcome, where the like never comes again; else left out
   */
  constructor(
    own: string,
    others: string,
    later: string,
    readonly steady: string,
    readonly moving: string,
    readonly chance: string | null = null,
  ) {
    this.ofOwn = own;
    this.ofOthers = others;
    this.laterGroups = later;
    this.known = chance;
  }

  get own(): string {
    return this.ofOwn;
  }

  /** Keeps one of the page or document by itself that somebody asked for: later builds compare with it. */
  keepOwn(own: string): void {
    if (this.ofOwn === '') this.ofOwn = own;
  }

  get others(): string {
    return this.ofOthers;
  }

  get later(): string {
    return this.laterGroups;
  }

  /** Leaves nothing of others to records. @param all of all that comes from others, as it was at the turn */
  settle(all: () => string): void {
    if (this.laterGroups === '') return;
    this.ofOthers = all();
    this.laterGroups = '';
  }

  /**
   * Stands for what came of the turn: another one when that may be.
   *
   * @param self of the page or document by itself, as it was at the turn
   * @param all  as for `settle`
   */
  made(self: () => string, all: () => string): string {
    if (this.known === null) {
      const own = this.ofOwn === '' ? self() : this.ofOwn;
      const others = this.laterGroups === '' ? this.ofOthers : all();
      this.known = printOf(`${own}\0${others}\0${this.steady}\0${this.moving}`);
    }
    return this.known;
  }
}

/** A turn by what it read. */
export interface HasPrints {
  readonly prints: TurnPrints;
}
