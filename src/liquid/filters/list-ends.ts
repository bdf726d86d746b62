/** `push`, `pop`, `shift`, `unshift`, `sample` (Jekyll 4.4.1, `Filters`): a new array; anything else comes back as it is. */
import type { Value } from '../../ruby/value.js';
import { type Filter, FilterError } from '../filter.js';
import { SharedList } from '../run/shared-list.js';
import { toInteger } from './convert.js';
import { sharing } from './sharing.js';

function listFilter(
  name: string,
  arity: readonly [number, number],
  change: (list: SharedList, argument: Value) => SharedList,
): Filter {
  return sharing(name, arity, (_context, input, argument = 1) =>
    input instanceof SharedList || Array.isArray(input) ? change(SharedList.of(input), argument) : input,
  );
}

function count(value: Value): number {
  const number = toInteger(value);
  if (number < 0) throw new FilterError('negative array size');
  return number;
}

/** One item without a number; with one, so many different ones. */
function sample(items: readonly Value[], number: Value): Value {
  const wanted = sampleSize(number);
  if (wanted === 1) return items[Math.floor(Math.random() * items.length)] ?? null;
  if (wanted < 0) throw new FilterError('negative sample number');
  const rest = [...items];
  const taken: Value[] = [];
  while (taken.length < wanted && rest.length > 0) {
    taken.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
  }
  return taken;
}

function sampleSize(value: Value): number {
  try {
    return toInteger(value);
  } catch (error) {
    // Jekyll takes whatever is no number for one item.
    if (error instanceof FilterError) return 1;
    throw error;
  }
}

/** What adds to a list or takes from it. */
export const listEndFilters: readonly Filter[] = [
  listFilter('push', [1, 1], (list, item) => list.append([item])),
  listFilter('unshift', [1, 1], (list, item) => list.prepend(item)),
  listFilter('pop', [0, 1], (list, number) => list.without(0, count(number))),
  listFilter('shift', [0, 1], (list, number) => list.without(count(number), 0)),
  {
    name: 'sample',
    arity: [0, 1],
    apply(context, input, number = 1) {
      if (!Array.isArray(input)) return input;
      context.render.depend('random');
      return sample(input, number);
    },
  },
];
