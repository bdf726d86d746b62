import type { Document, Paginator } from '../../model/page.js';
import type { Value } from '../../ruby/value.js';
import type { Addresses } from './addresses.js';

/** How a listing is divided. */
export interface Division {
  readonly documents: readonly Document[];
  readonly perPage: number;
  /** Number of pages. */
  readonly total: number;
  readonly addresses: Addresses;
}

/** The number of pages for so many documents; one at least, unless the gem counts backwards. */
export function numberOfPages(documents: number, perPage: number, limit: number): number {
  const needed = Math.ceil(documents / perPage);
  const total = limit > 0 && limit < needed ? limit : needed;
  return total === 0 ? 1 : total;
}

/**
 * What the templates of one page see as `paginator` (`Paginator#to_liquid`).
 *
 * @param number from 1
 * @param trail  for `page_trail`
 */
export function paginatorOf(number: number, division: Division, trail: Value): Paginator {
  const { documents, perPage, total, addresses } = division;
  const isFirst = number === 1;
  const isLast = number === total;
  const shown = documents.slice((number - 1) * perPage, number * perPage);
  const values = new Map<Value, Value>([
    ['per_page', perPage],
    ['posts', null],
    ['total_posts', documents.length],
    ['total_pages', total],
    ['page', number],
    ['page_path', addresses.own(number)],
    ['previous_page', isFirst ? null : number - 1],
    ['previous_page_path', isFirst ? null : addresses.linked(number - 1)],
    ['next_page', isLast ? null : number + 1],
    ['next_page_path', isLast ? null : addresses.linked(number + 1)],
    ['first_page', 1],
    ['first_page_path', addresses.linked(1)],
    ['last_page', total],
    ['last_page_path', addresses.last],
    ['page_trail', trail],
  ]);
  return { values, documents: shown.map(({ id }) => id) };
}
