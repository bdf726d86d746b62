/** Names of people (bibtex-ruby 6.2.0, `Names`, `Name`). */
import { compareStrings } from '../../../ruby/compare.js';
import { parseNames } from './name-parser.js';
import type { TextFilter } from './value.js';

/** The parts of a name as templates call them, in this order. */
export const NAME_PARTS = ['first', 'last', 'prefix', 'suffix'] as const;

/** A name by its parts; `null` for one it does not have. */
export type Name = Readonly<Record<(typeof NAME_PARTS)[number], string | null>>;

/** A list of names. */
export class Names {
  constructor(readonly names: readonly Name[]) {}

  /** `Knuth, Donald E. and Lamport, Leslie`. */
  get text(): string {
    return this.names.map(nameText).join(' and ');
  }

  quoted(quotes: readonly string[]): string {
    return `${quotes[0] ?? ''}${this.text}${quotes.at(-1) ?? ''}`;
  }

  /** With filters applied to each part of each name. */
  converted(filters: readonly TextFilter[]): Names {
    return new Names(this.names.map((name) => convertName(name, filters)));
  }
}

/** Reads a list of names; one that cannot be read makes the whole list empty. */
export function readNames(text: string): Names {
  return new Names(parseNames(text) ?? []);
}

/** `von Last, Jr, First`. */
export function nameText({ first, last, prefix, suffix }: Name): string {
  const family = [prefix, last].filter((part) => part !== null).join(' ');
  return [family, suffix, first].filter((part) => part !== null).join(', ');
}

/** Name by name, in the order of their texts; the shorter list first where one is the beginning of the other. */
export function compareNames(left: Names, right: Names): number {
  const shared = Math.min(left.names.length, right.names.length);
  for (let index = 0; index < shared; index++) {
    const order = compareStrings(nameText(left.names[index]!), nameText(right.names[index]!));
    if (order !== 0) return order;
  }
  return Math.sign(left.names.length - right.names.length);
}

function convertName(name: Name, filters: readonly TextFilter[]): Name {
  const convert = (part: string | null): string | null =>
    part === null ? null : filters.reduce((text, filter) => filter(text), part);
  return {
    first: convert(name.first),
    last: convert(name.last),
    prefix: convert(name.prefix),
    suffix: convert(name.suffix),
  };
}
