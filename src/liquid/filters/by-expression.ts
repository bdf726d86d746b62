/** What filters compute with an expression over each item (`where_exp`, `group_by_exp`), kept by what the expression reads besides the item. */
import type { Value } from '../../ruby/value.js';
import type { FilterContext } from '../filter.js';
import { isCommandName, property } from '../run/property.js';
import { remember } from './collection.js';
import { outsideNames } from './outside-names.js';

/** A filter's call. */
export interface ExpressionCall {
  readonly context: FilterContext;
  readonly items: Value[];
  /** The filter's name. */
  readonly name: string;
  /** The item's name in the expression. */
  readonly variable: string;
  readonly expression: string;
}

/**
 * So many sets of values from outside are kept for a list and an expression, e.g. a blog's categories. With another on each page
 * (`post.url != page.url`) all of them would be as many lists as there are pages.
 */
const MOST_SETS = 16;

/**
 * The filter's answer, kept where the same values give the same.
 *
 * @param partsOf lists inside the answer. Default: none
 */
export function rememberByExpression<T>(
  call: ExpressionCall,
  compute: () => T,
  partsOf?: (value: T) => Iterable<Value[]>,
): T {
  const { context, items, name, variable, expression } = call;
  const key = `${name}\0${variable}\0${expression}`;
  const outside = outsideOf(call);
  if (outside === null) return compute();
  if (outside.size === 0) return remember(context, items, key, compute, partsOf);
  const values = JSON.stringify([...outside]);
  const sets = remember(context, items, `sets\0${key}`, () => new Set<string>());
  if (sets.size < MOST_SETS) sets.add(values);
  if (!sets.has(values)) return compute();
  // The template is read here, and not by what others take, too.
  const known = () => context.within(namesFrom(outside), compute);
  return remember(context, items, `${key}\0${values}`, known, partsOf);
}

/** What the expression reads besides the item: lookups with their values; `null` in doubt, and where one is a list or an object. */
function outsideOf(call: ExpressionCall): ReadonlyMap<string, Simple> | null {
  const names = namesOf(call);
  if (names === null || (names.length > 0 && isStrict(call))) return null;
  const outside = new Map<string, Simple>();
  for (const name of names) {
    const value = outsideValue(call.context, name);
    if (!isSimple(value)) return null;
    outside.set(name, value);
  }
  return outside;
}

/** A value that JSON tells from all others of its kind. */
type Simple = string | number | boolean | null;

/** Whether asking for what is not there is an error, which whoever computes meets in its own place. */
function isStrict({ context }: ExpressionCall): boolean {
  return context.config?.liquid.strictVariables ?? true;
}

function isSimple(value: Value | undefined): value is Simple {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

/** The variables behind lookups, with nothing else in them: `page` with `kind` for `page.kind`. */
function namesFrom(outside: ReadonlyMap<string, Simple>): ReadonlyMap<string, Value> {
  const names = new Map<Value, Value>();
  for (const [lookup, value] of outside) {
    const keys = lookup.split('.');
    const last = keys.pop()!;
    let hash = names;
    for (const key of keys) {
      const inner = hash.get(key);
      const next = inner instanceof Map ? inner : new Map<Value, Value>();
      hash.set(key, next);
      hash = next;
    }
    hash.set(last, value);
  }
  return names as ReadonlyMap<string, Value>;
}

/** The names behind which the expression reads the template; kept with the list, since navigations ask for each of its items. */
function namesOf({ context, items, variable, expression }: ExpressionCall): readonly string[] | null {
  const compute = (): readonly string[] | null => outsideNames(expression, variable);
  return remember(context, items, `names\0${variable}\0${expression}`, compute);
}

/** What stands behind a name outside. */
function outsideValue(context: FilterContext, name: string): Value {
  const [root, ...keys] = name.split('.');
  let value = context.lookup(root!);
  for (const key of keys) {
    const found = property(value, key, isCommandName(key));
    if (found === undefined) return null;
    value = found;
  }
  return value;
}

/** `item.parent == page.title`, either way round. */
const EQUALITY = /^\s*([a-z_][\w-]*(?:\.[\w-]+)*)\s*==\s*([a-z_][\w-]*(?:\.[\w-]+)*)\s*$/i;

/**
 * The items of which a condition holds that asks no more than whether a property is equal to a value from outside, where that is a
 * text: they are looked up, since navigations ask for the children of each entry. `null` for other conditions and values.
 */
export function equalItems(call: ExpressionCall): Value[] | null {
  const { context, items, variable, expression } = call;
  const sides = EQUALITY.exec(expression);
  if (sides === null || isStrict(call) || namesOf(call)?.length !== 1) return null;
  const [left, right] = isOf(variable, sides[1]!) ? [sides[1]!, sides[2]!] : [sides[2]!, sides[1]!];
  if (!isOf(variable, left)) return null;
  const wanted = outsideValue(context, right);
  if (typeof wanted !== 'string') return null;
  const byText = remember(
    context,
    items,
    `equal\0${variable}\0${left}`,
    () => indexByText(call, left),
    (index) => index.values(),
  );
  return byText.get(wanted) ?? [];
}

function isOf(variable: string, lookup: string): boolean {
  return lookup.split('.', 1)[0] === variable;
}

/** Items by what a lookup finds in them, where that is a text. */
function indexByText({ context, items, variable }: ExpressionCall, lookup: string): Map<string, Value[]> {
  const byText = new Map<string, Value[]>();
  const valueOfItem = context.expression(lookup, variable);
  for (const item of items) {
    const value = valueOfItem(item);
    if (typeof value !== 'string') continue;
    const same = byText.get(value);
    if (same === undefined) byText.set(value, [item]);
    else same.push(item);
  }
  return byText;
}
