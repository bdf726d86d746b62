/** `where`, `find` and their kin (Jekyll 4.4.1, `Filters`). */
import { joinItems, toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { Filter, FilterContext } from '../filter.js';
import { MethodLiteral } from '../run/method-literal.js';
import { impliedText } from '../run/ruby-errors.js';
import { type ExpressionCall, equalItems, rememberByExpression } from './by-expression.js';
import { remember, toArray, toSelectable } from './collection.js';
import { itemProperty } from './item-property.js';

/** Items of a list by what they are found under. */
interface PropertyIndex {
  /** By the property's text, or by the text of each item of an array. */
  readonly byText: ReadonlyMap<string, Value[]>;
  readonly nils: Value[];
  /** For `where: "x", empty`. */
  readonly empties: Value[];
}

function indexBy(context: FilterContext, items: readonly Value[], property: string): PropertyIndex {
  const byText = new Map<string, Value[]>();
  const nils: Value[] = [];
  const empties: Value[] = [];
  for (const item of items) {
    const value = itemProperty(context, item, property);
    if (value === null) nils.push(item);
    if (isBlank(value)) empties.push(item);
    for (const text of textsOf(value)) {
      const found = byText.get(text);
      if (found === undefined) byText.set(text, [item]);
      else found.push(item);
    }
  }
  return { byText, nils, empties };
}

function listsIn({ byText, nils, empties }: PropertyIndex): Value[][] {
  return [...byText.values(), nils, empties];
}

/** The texts under which a value is found; each once. */
function textsOf(value: Value): Iterable<string> {
  return typeof value === 'string' ? [value] : new Set(toArray(value).map(toS));
}

/** What `empty` and `blank` find: nothing, or a list of nothings. */
function isBlank(value: Value): boolean {
  return typeof value === 'string' ? value === '' : joinItems(toArray(value), '') === '';
}

function matches(value: Value, target: Value): boolean {
  if (target === null) return value === null;
  if (target instanceof MethodLiteral) return isBlank(value);
  const text = toS(target);
  return typeof value === 'string' ? value === text : toArray(value).some((item) => toS(item) === text);
}

/** The input as a list to look through; `null` when it is to be handed back, as is one that is asked for a list or mapping. */
function searched(input: Value, property: Value, target: Value): Value[] | null {
  const isRefused = !isTruthy(property) || Array.isArray(target) || target instanceof Map;
  return isRefused ? null : toSelectable(input);
}

function where(context: FilterContext, input: Value, property: Value, target: Value): Value {
  const items = searched(input, property, target);
  if (items === null) return input;
  if (target === null && context.render.config?.generation.whereFindsNil === false) return input;
  const name = toS(property);
  const { byText, nils, empties } = remember(
    context,
    items,
    `where\0${name}`,
    () => indexBy(context, items, name),
    listsIn,
  );
  if (target === null) return nils;
  return target instanceof MethodLiteral ? empties : (byText.get(toS(target)) ?? []);
}

/** Stops at the first match, so that later items may be such as cannot be asked. */
function find(context: FilterContext, input: Value, property: Value, target: Value): Value {
  const items = searched(input, property, target);
  if (items === null) return input;
  const name = toS(property);
  return remember(
    context,
    items,
    `find\0${name}\0${targetKey(target)}`,
    () => items.find((item) => matches(itemProperty(context, item, name), target)) ?? null,
  );
}

function targetKey(target: Value): string {
  if (target === null) return 'nil';
  return target instanceof MethodLiteral ? 'empty' : `"${toS(target)}`;
}

/**
 * Runs `select` with the condition of `where_exp` or `find_exp`.
 *
 * @param shortcut asked first; `null` where it does not know
 */
function byCondition(
  name: string,
  select: (items: readonly Value[], test: (item: Value) => boolean) => Value,
  shortcut: (call: ExpressionCall) => Value[] | null = () => null,
): Filter {
  return {
    name,
    arity: [2, 2],
    apply(context, input, variable = null, expression = null) {
      const items = toSelectable(input);
      if (items === null) return input;
      const condition = impliedText(expression);
      const itemName = toS(variable);
      const compute = (): Value => select(items, context.condition(condition, itemName));
      const call = { context, items, name, variable: itemName, expression: condition };
      return shortcut(call) ?? rememberByExpression(call, compute);
    },
  };
}

/** Filters that look for items. */
export const selectFilters: readonly Filter[] = [
  {
    name: 'where',
    arity: [2, 2],
    apply: (context, input, property = null, target = null) => where(context, input, property, target),
  },
  {
    name: 'find',
    arity: [2, 2],
    apply: (context, input, property = null, target = null) => find(context, input, property, target),
  },
  byCondition('where_exp', (items, test) => items.filter(test), equalItems),
  byCondition('find_exp', (items, test) => items.find(test) ?? null),
];
