import type { Value } from '../../ruby/value.js';
import type { Filter } from '../filter.js';
import { toValue } from '../run/shared-list.js';

/** A filter that takes and makes lists that share their items. */
export function sharing(
  name: string,
  arity: readonly [number, number],
  share: NonNullable<Filter['share']>,
): Filter {
  return {
    name,
    arity,
    apply: (context, input, ...args: Value[]) => toValue(share(context, input, ...args)),
    share,
  };
}
