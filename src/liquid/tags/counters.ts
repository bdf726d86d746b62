import { strip } from '../../ruby/string.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { noMethod } from '../filters/ruby-errors.js';
import type { Frame } from '../frame.js';
import type { TagDefinition } from '../tag.js';

/** `{% increment name %}` (Liquid 4.0.4, `Increment`): prints, then counts up. Counters go on from page to page. */
export const increment: TagDefinition = {
  name: 'increment',
  parse(markup) {
    const name = strip(markup);
    return {
      isBlank: false,
      write: (frame) => {
        const value = current(frame, name, '+');
        frame.runtime.counters.set(name, value + 1);
        frame.write(String(value));
      },
    };
  },
};

/** `{% decrement name %}` (Liquid 4.0.4, `Decrement`): counts down, then prints. */
export const decrement: TagDefinition = {
  name: 'decrement',
  parse(markup) {
    const name = strip(markup);
    return {
      isBlank: false,
      write: (frame) => {
        const value = current(frame, name, '-') - 1;
        frame.runtime.counters.set(name, value);
        frame.write(String(value));
      },
    };
  },
};

/** Counters stand among the names every template sees, so one named like those (`page`) has a value that cannot count. */
function current(frame: Frame, name: string, operator: string): number {
  const value: Value = frame.global(name);
  if (!isTruthy(value)) return 0;
  if (typeof value === 'number') return value;
  throw noMethod(operator, value);
}
