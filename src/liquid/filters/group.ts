/** `group_by` and `group_by_exp` (Jekyll 4.4.1, `GroupingFilters`). */
import { HashKeys } from '../../ruby/hash-key.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import type { Filter } from '../filter.js';
import { rememberByExpression } from './by-expression.js';
import { remember, toEnumerable } from './collection.js';
import { itemProperty } from './item-property.js';

/** Groups in the order of their first items, each with its name, items and size. */
function group(items: readonly Value[], nameOf: (item: Value) => Value): Value[] {
  const keys = new HashKeys();
  const groups = new Map<string, { name: Value; members: Value[] }>();
  for (const item of items) {
    const name = nameOf(item);
    const key = keys.of(name);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { name, members: [item] });
    else known.members.push(item);
  }
  return Array.from(
    groups.values(),
    ({ name, members }) =>
      new Map<Value, Value>([
        ['name', name],
        ['items', members],
        ['size', members.length],
      ]),
  );
}

function membersOf(groups: readonly Value[]): Value[][] {
  return groups.map((one) => (one as RubyHash).get('items') as Value[]);
}

/** Both ways to group. */
export const groupFilters: readonly Filter[] = [
  {
    name: 'group_by',
    arity: [1, 1],
    apply(context, input, property = null) {
      const items = toEnumerable(input);
      if (items === null) return input;
      const name = toS(property);
      return remember(
        context,
        items,
        `group_by\0${name}`,
        () => group(items, (item) => toS(itemProperty(context, item, name))),
        membersOf,
      );
    },
  },
  {
    name: 'group_by_exp',
    arity: [2, 2],
    apply(context, input, variable = null, expression = null) {
      const items = toEnumerable(input);
      if (items === null) return input;
      const itemName = toS(variable);
      const nameOf = context.expression(expression, itemName);
      const compute = (): Value[] => group(items, nameOf);
      if (typeof expression !== 'string') return compute();
      const name = 'group_by_exp';
      const call = { context, items, name, variable: itemName, expression };
      return rememberByExpression(call, compute, membersOf);
    },
  },
];
