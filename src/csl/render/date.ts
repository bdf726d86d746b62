import { CslError } from '../csl-error.js';
import type { CslDate } from '../date.js';
import { isSet } from '../is-set.js';
import { isDate, isEmptyValue, type RenderedItem } from '../item.js';
import type { CslNode } from '../style-tree.js';
import type { Rendering } from './rendering.js';

type Attributes = ReadonlyMap<string, string>;

/**
 * `cs:date` (citeproc-ruby 2.1, `render_date`): in the locale's form, or in parts of the style's own. Of a range the first
 * date alone is written; the style's changes to the locale's parts count for nothing.
 */
export function renderDate(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const { attributes } = node;
  const variable = attributes.get('variable');
  if (variable === undefined) return '';
  const date = item.read(variable);
  if (isEmptyValue(date)) return '';
  if (!isDate(date)) throw new CslError(`"${variable}" is no date`);
  if (isSet(date.literal)) return date.literal!;
  return partsOf(rendering, node)
    .map((part) =>
      rendering.format.apply(renderPart(rendering, date, part), { name: 'date-part', attributes: part }),
    )
    .filter((text) => text !== '')
    .join(attributes.get('delimiter') ?? '');
}

function partsOf({ locale }: Rendering, { attributes, children }: CslNode): readonly Attributes[] {
  const form = attributes.get('form');
  if (form === undefined) return children.map((child) => child.attributes);
  const parts = locale.dates.get(form);
  if (parts === undefined) throw new CslError(`the locale has no date of the form "${form}"`);
  const wanted = (attributes.get('date-parts') ?? 'year-month-day').split('-');
  return parts.filter((part) => wanted.includes(part.get('name') ?? ''));
}

function renderPart(rendering: Rendering, date: CslDate, part: Attributes): string | null {
  const [year, month, day] = (date['date-parts']?.[0] ?? []).map((value) => Number(value));
  const name = part.get('name') ?? '';
  if (/day/i.test(name)) return day === undefined ? '' : renderDay(rendering, day, part);
  if (/month/i.test(name)) return renderMonth(rendering, date, month, part);
  return /year/i.test(name) ? renderYear(rendering, year, part) : '';
}

function renderDay({ locale }: Rendering, day: number, part: Attributes): string {
  const form = part.get('form');
  if (form === 'ordinal')
    return day > 1 && locale.limitsDayOrdinalsToFirst ? String(day) : locale.ordinalize(day);
  return form === 'numeric-leading-zeros' ? twoDigits(day) : String(day);
}

function renderMonth(
  { locale }: Rendering,
  { season }: CslDate,
  month: number | undefined,
  part: Attributes,
): string | null {
  if (isSet(season)) return locale.translate(`season-${twoDigits(Number(season))}`, part.get('form'));
  if (month === undefined) return '';
  const form = part.get('form') ?? '';
  if (/^numeric$/i.test(form)) return String(month);
  if (/^numeric-leading-zeros$/i.test(form)) return twoDigits(month);
  return locale.translate(`month-${twoDigits(month)}`, part.get('form'));
}

/** Years before 1000 say that they are after Christ, those below nought that they are before. */
function renderYear({ locale }: Rendering, year: number | undefined, part: Attributes): string {
  if (year === undefined) return '';
  const written = /^short$/i.test(part.get('form') ?? '') ? ((year % 100) + 100) % 100 : year;
  if (year < 0) return `${-written}${locale.translate('bc') ?? ''}`;
  return year < 1000 ? `${written}${locale.translate('ad') ?? ''}` : String(written);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
