import { type CslDate, dateText, isEmptyDate, readDate } from './date.js';
import { isDenial } from './is-set.js';
import type { CslName } from './name.js';
import { isNumeric } from './number.js';

/** What a variable of an item may hold. */
export type CslValue = string | number | readonly CslName[] | CslDate | null;

/** A reference as CSL-JSON, e.g. as made of a BibTeX entry: `id`, `type` and CSL's variables. */
export type CslItem = Readonly<Record<string, CslValue | undefined>>;

/** A reference where it is cited. */
export interface CitedItem {
  readonly item: CslItem;
  /** Page or the like, e.g. `12-14`. */
  readonly locator?: string | null;
  /** What the locator counts: `page`, `chapter`; the name of a term. */
  readonly label?: string | null;
  readonly prefix?: string | null;
  readonly suffix?: string | null;
  /** Leaves the author out. */
  readonly suppressAuthor?: boolean;
}

const DATES = new Set(
  'accessed available-date container event-date issued original-date submitted'.split(' '),
);

const NAMES = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director editor editorial-director
  executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient
  reviewed-author script-writer series-creator translator`.split(/\s+/),
);

/** Told of each variable that is read, with what it holds even if that may not be shown. */
export type Watcher = (variable: string, value: CslValue) => void;

/** An item while it is rendered (citeproc 1.1, `Item` with its observers). */
export class RenderedItem {
  readonly cited: CitedItem;
  readonly #values: Map<string, CslValue>;
  readonly #suppressed = new Set<string>();
  readonly #watchers = new Set<Watcher>();

  constructor(cited: CitedItem) {
    this.cited = cited;
    this.#values = new Map(
      Object.entries(cited.item).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typedValue(name, value)]],
      ),
    );
    if (cited.suppressAuthor) this.suppress(['author']);
  }

  /** What a variable holds, `null` when it is suppressed or not there; those who watch are told. */
  read(variable: string): CslValue {
    const value = this.peek(variable);
    this.announce(variable, value);
    return this.#suppressed.has(variable) ? null : value;
  }

  /** The same as text. */
  readText(variable: string): string {
    return valueText(this.read(variable));
  }

  /** What a variable holds, suppressed or not, without anyone being told. */
  peek(variable: string): CslValue {
    return this.#values.get(variable) ?? null;
  }

  /** Puts pages in the form they are written in, for all that read them later. */
  rewrite(variable: string, text: string): void {
    if (this.#values.has(variable)) this.#values.set(variable, text);
  }

  /** Tells those who watch as if the variable held this. */
  announce(variable: string, value: CslValue): void {
    for (const watcher of this.#watchers) watcher(variable, value);
  }

  /** Variables that are not to be shown any more. */
  suppress(variables: Iterable<string>): void {
    for (const variable of variables) this.#suppressed.add(variable);
  }

  isSuppressed(variable: string): boolean {
    return this.#suppressed.has(variable);
  }

  /** Whether a condition on the variable holds: it is there, and is not `false`, `no` or `never`. */
  has(variable: string): boolean {
    const value = this.peek(variable);
    return !isEmptyValue(value) && !isDenial(valueText(value));
  }

  /** Watches what is read while something runs. */
  watch<T>(watcher: Watcher, run: () => T): T {
    this.#watchers.add(watcher);
    try {
      return run();
    } finally {
      this.#watchers.delete(watcher);
    }
  }
}

/** Text in place of a date is read as one; in place of names it is a name written as it stands. */
function typedValue(name: string, value: CslValue): CslValue {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const text = String(value);
  if (DATES.has(name)) return readDate(text);
  return NAMES.has(name) ? [{ literal: text }] : text;
}

/** Whether a value is a date. */
export function isDate(value: CslValue): value is CslDate {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a value is nothing, an empty text, no names, or a date without any part. */
export function isEmptyValue(value: CslValue): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isDate(value) && isEmptyDate(value);
}

/** Whether a value is made of numbers: names and dates are not. */
export function isNumericValue(value: CslValue): boolean {
  return value !== null && typeof value !== 'object' && isNumeric(String(value));
}

/** A value as text: names and dates only as far as they are asked for so. */
export function valueText(value: CslValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return namesText(value as readonly CslName[]);
  return isDate(value) ? dateText(value) : String(value);
}

/** `Names#to_s`: five and more are cut after the third. */
function namesText(names: readonly CslName[]): string {
  const texts = names.map(({ given, family }) => [given, family].filter(Boolean).join(' '));
  if (texts.length >= 5) return `${texts.slice(0, 3).join(', ')}, et al.`;
  if (texts.length < 3) return texts.join(' & ');
  return `${texts.slice(0, -1).join(', ')}, & ${texts.at(-1)}`;
}
