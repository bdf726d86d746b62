import { strip } from '../../ruby/string.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { Frame } from '../run/frame.js';
import { noMethod } from '../run/ruby-errors.js';
import type { TagDefinition } from '../tag.js';

/** `{% increment name %}` (Liquid 4.0.4, `Increment`): prints, then counts up. Counters go on from page to page. */
export const increment = counterTag('increment', '+', (value) => ({ printed: value, kept: value + 1 }));

/** `{% decrement name %}` (Liquid 4.0.4, `Decrement`): counts down, then prints. */
export const decrement = counterTag('decrement', '-', (value) => ({ printed: value - 1, kept: value - 1 }));

function counterTag(
  name: string,
  operator: '+' | '-',
  count: (value: number) => { readonly printed: number; readonly kept: number },
): TagDefinition {
  return {
    name,
    parse(markup) {
      const counter = strip(markup);
      return {
        isBlank: false,
        encoding: 'told',
        write: (frame) => {
          const { printed, kept } = count(current(frame, counter, operator));
          frame.runtime.counters.set(counter, kept, frame.render);
          frame.isAscii = true;
          frame.write(String(printed));
        },
      };
    },
  };
}

/** Counters stand among the names every template sees, so one named like those (`page`) has a value that cannot count. */
function current(frame: Frame, name: string, operator: string): number {
  const value: Value = frame.global(name);
  if (!isTruthy(value)) return 0;
  if (typeof value === 'number') return value;
  throw noMethod(operator, value);
}
