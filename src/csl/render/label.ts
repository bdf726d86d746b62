import {
  type CslValue,
  isDate,
  isEmptyValue,
  isNumericValue,
  type RenderedItem,
  valueText,
} from '../item.js';
import { isPluralNumber } from '../number.js';
import { formatPageRange } from '../page-range.js';
import type { CslNode } from '../style-tree.js';
import { pageRangeDash, pageRangeFormat, type Rendering } from './rendering.js';

/** Variables whose term has another name. */
const TERMS = new Map<string, string>([
  ['chapter-number', 'chapter'],
  ['collection-number', 'collection'],
  ['number-of-pages', 'page'],
  ['number-of-volumes', 'volume'],
]);

/** `cs:label`: the term for a variable that is not empty, in the number of what the variable holds. */
export function renderLabel(rendering: Rendering, item: RenderedItem, node: CslNode): string | null {
  const variable = node.attributes.get('variable') ?? '';
  if (variable === '') return '';
  if (/^page/i.test(variable)) {
    const pages = rewrittenPages(rendering, item);
    return translate(rendering, node, 'page', pages, isPluralNumber(pages));
  }
  if (/^locator/i.test(variable)) {
    const locator = item.cited.locator ?? item.peek('locator');
    return translate(rendering, node, item.cited.label ?? '', locator, isPluralNumber(valueText(locator)));
  }
  const value = item.peek(variable);
  return translate(rendering, node, TERMS.get(variable) ?? variable, value, isPlural(variable, value));
}

/** The label beside the names of a role. */
export function renderNamesLabel(
  rendering: Rendering,
  item: RenderedItem,
  node: CslNode,
  role: string,
): string | null {
  const names = item.peek(role === 'editortranslator' ? 'editor' : role);
  return translate(rendering, node, role, names, isPlural(role, names));
}

/** Pages as they will be written; later readers find them so. */
function rewrittenPages(rendering: Rendering, item: RenderedItem): string {
  const pages = valueText(item.peek('page'));
  const written = formatPageRange(pages, pageRangeDash(rendering), pageRangeFormat(rendering));
  item.rewrite('page', written);
  return written;
}

function isPlural(variable: string, value: CslValue): boolean {
  const text = valueText(value);
  if (/^number-of-(?:pages|volumes)/i.test(variable)) return Number(/[+-]?[0-9]+/.exec(text)?.[0] ?? 0) > 1;
  if (Array.isArray(value)) return value.length > 1;
  if (isDate(value)) return (value['date-parts']?.[1]?.length ?? 0) > 0;
  return isNumericValue(value) && isPluralNumber(text);
}

function translate(
  { locale }: Rendering,
  { attributes }: CslNode,
  term: string,
  value: CslValue,
  isPlural: boolean,
): string | null {
  if (isEmptyValue(value)) return '';
  const plural = attributes.get('plural') ?? '';
  const isMany = /^always$/i.test(plural) || (isPlural && !/^never$/i.test(plural));
  return locale.translate(term, attributes.get('form'), isMany);
}
