/** `paginator.page_trail`: the pages around one of a listing, for links such as `< 3 4 [5] 6 7 >`. */
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { integerUnder, mappingOf } from './settings.js';

/** A page of a listing as the lists of the others show it. */
export interface TrailPage {
  readonly address: string;
  readonly title: Value;
}

/** A part of the pages: from this index up to, but not with, that one. */
type Part = readonly [start: number, end: number];

/** Answers the list of a page, from 1; `null` where a listing has only one page or wants no lists. */
export function trailOf(settings: RubyHash, pages: readonly TrailPage[]): (number: number) => Value {
  const setting = settings.get('trail') ?? null;
  if (!isTruthy(setting) || pages.length < 2) return () => null;
  const trail = mappingOf(setting, 'trail');
  const before = Math.max(0, integerUnder(trail, 'before'));
  const after = Math.max(0, integerUnder(trail, 'after'));
  if (before === 0 && after === 0) return () => null;
  return (number) => {
    const [start, end] = partAround(number, { before, after, total: pages.length });
    return pages.slice(start, end).map(({ address, title }, index) => {
      return new Map<Value, Value>([
        ['num', start + index + 1],
        ['path', address],
        ['title', title],
      ]);
    });
  };
}

/** As long near the ends as elsewhere, if there are so many pages. */
function partAround(
  number: number,
  { before, after, total }: Record<'before' | 'after' | 'total', number>,
): Part {
  const length = before + after + 1;
  const start = Math.max(0, number - before - 1);
  const end = Math.min(start + length, total);
  return [Math.max(0, start - (length - (end - start))), end];
}
