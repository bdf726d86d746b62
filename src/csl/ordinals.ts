import type { CslTerm } from './locale.js';

/** The ordinal terms of a locale. */
export interface Ordinals {
  /** By number; `ordinal-01` is 1. */
  readonly short: ReadonlyMap<number, readonly CslTerm[]>;
  readonly long: ReadonlyMap<number, CslTerm>;
  /** The term `ordinal`, which CSL 1.0 did not have. */
  readonly usual: CslTerm | null;
}

/** Takes the ordinals out of a locale's terms. */
export function ordinalsOf(terms: readonly CslTerm[]): Ordinals {
  const short = new Map<number, CslTerm[]>();
  const long = new Map<number, CslTerm>();
  let usual: CslTerm | null = null;
  for (const term of terms) {
    const [, isLong, digits] = /^(long-)?ordinal-(\d\d+)$/.exec(term.name) ?? [];
    const number = Number(digits);
    if (term.name === 'ordinal') usual ??= term;
    else if (digits === undefined) continue;
    else if (isLong === undefined) short.set(number, [...(short.get(number) ?? []), term]);
    else if (!long.has(number)) long.set(number, term);
  }
  return { short, long, usual };
}

/** A number as an ordinal (csl-ruby 2.2, `Locale#ordinalize`): the long word stands alone, the short follows the digits. */
export function ordinalSuffix(ordinals: Ordinals, number: number, form: string): string {
  const size = Math.abs(number);
  const word = /^long/i.test(form) ? ordinals.long.get(size) : undefined;
  if (word !== undefined) return word.single;
  const term = ordinals.usual === null ? legacyTerm(ordinals, size) : currentTerm(ordinals, size);
  return `${number}${term?.single ?? ''}`;
}

/** CSL 1.0.1: the number itself, its last two digits, its last digit, and what is usual. */
function currentTerm(ordinals: Ordinals, number: number): CslTerm | null {
  return (
    fitting(ordinals, number, number) ??
    (number < 100 ? null : fitting(ordinals, number % 100, number)) ??
    (number < 10 ? null : fitting(ordinals, number % 10, number)) ??
    ordinals.usual
  );
}

/** CSL 1.0: endings of 1, 2 and 3; the fourth is that of all others. */
function legacyTerm(ordinals: Ordinals, number: number): CslTerm | undefined {
  const last = number % 10;
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  const key = !isTeen && last >= 1 && last <= 3 ? last : 4;
  return ordinals.short.get(key)?.[0];
}

function fitting(ordinals: Ordinals, key: number, number: number): CslTerm | null {
  const terms = ordinals.short.get(key) ?? [];
  return terms.find(({ match }) => fits(match, key, number)) ?? null;
}

function fits(match: string | null, key: number, number: number): boolean {
  if (match === 'last-two-digits') return key === number % 100;
  if (match === 'last-digit') return key === number % 10;
  return match !== 'whole-number' || key === number;
}
