import type { Condition } from '../conditions.js';
import { CslError } from '../csl-error.js';
import type { CslDate } from '../date.js';
import { isSet } from '../is-set.js';
import { isNumericValue, type RenderedItem, valueText } from '../item.js';
import type { CslNode } from '../style-tree.js';
import { type Rendering, renderChildren } from './rendering.js';

/** `cs:choose`: the first block whose conditions hold, its parts joined by the delimiter of the group around. */
export function renderChoose(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const block = node.children.find((child) => holds(item, child));
  if (block === undefined) return '';
  return rendering.format.join(renderChildren(rendering, item, block), delimiterAround(block));
}

function delimiterAround(node: CslNode): string {
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (outer.name.startsWith('group') || outer.name.endsWith('layout'))
      return outer.attributes.get('delimiter') ?? '';
  }
  return '';
}

/** Whether a block's conditions hold: an `else` has none. */
function holds(item: RenderedItem, { conditions, attributes }: CslNode): boolean {
  const results = conditions.map((condition) => conditionHolds(item, condition));
  return matches(attributes.get('match') ?? 'all', results);
}

function conditionHolds(item: RenderedItem, { kind, match, values }: Condition): boolean {
  // Neither is known here: each reference is rendered by itself.
  if (kind === 'disambiguate' || kind === 'position') return false;
  const results = values.map(({ value, isDenied }) => valueHolds(item, kind, value) !== isDenied);
  return matches(match, results);
}

function matches(match: string, results: readonly boolean[]): boolean {
  if (match === 'any') return results.includes(true);
  return match === 'none' ? !results.includes(true) : !results.includes(false);
}

function valueHolds(item: RenderedItem, condition: string, value: string): boolean {
  const { locator, label } = item.cited;
  switch (condition) {
    case 'is-numeric':
      return isNumericValue(item.peek(value));
    case 'is-uncertain-date':
      return isSet((item.peek(value) as CslDate | null)?.circa);
    case 'locator':
      return value === (label ?? '').replaceAll(' ', '-');
    case 'type':
      return value === valueText(item.peek('type'));
    case 'variable':
      return item.has(value) || (value === 'locator' && isSet(locator));
    default:
      throw new CslError(`unknown condition "${condition}"`);
  }
}
