import { rstrip } from '../../ruby/string.js';
import { CslError } from '../csl-error.js';
import type { CslDate } from '../date.js';
import { isSet } from '../is-set.js';
import { type RenderedItem, valueText } from '../item.js';
import { isNumeric } from '../number.js';
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

const CONDITION =
  /^(disambiguate|position|is-numeric|is-uncertain-date|locator|type|variable)(?:-(any|all|none))?$/;

/** Whether a block's conditions hold: an `else` has none. */
function holds(item: RenderedItem, block: CslNode): boolean {
  const match = block.attributes.get('match') ?? 'all';
  const results: boolean[] = [];
  for (const [attribute, value] of block.attributes) {
    const [, condition, own] = CONDITION.exec(attribute) ?? [];
    if (condition === undefined) continue;
    // Nothing is denied twice: of a block that wants none of its conditions, each holds when any value does.
    const inner = own ?? (match === 'none' ? 'any' : match);
    results.push(conditionHolds(item, condition, inner, wordsOf(value)));
  }
  return matches(match, results);
}

/** A blank before the first word makes an empty one, as `String#split` does. */
function wordsOf(value: string): string[] {
  return rstrip(value).split(/[ \t\n\v\f\r]+/);
}

function conditionHolds(
  item: RenderedItem,
  condition: string,
  match: string,
  values: readonly string[],
): boolean {
  // Neither is known here: each reference is rendered by itself.
  if (condition === 'disambiguate' || condition === 'position') return false;
  const results = values.map((value) => {
    const isDenied = value.startsWith('not:');
    return valueHolds(item, condition, isDenied ? value.slice(4) : value) !== isDenied;
  });
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
      return !Array.isArray(item.peek(value)) && isNumeric(valueText(item.peek(value)));
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
