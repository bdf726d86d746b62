import { inspect } from '../../ruby/inspect.js';
import { hasAsciiText } from '../../ruby/text-encoding.js';
import { toText } from '../../ruby/to-s.js';
import type { Expression } from '../compile/expression.js';
import { syntaxError } from '../errors.js';
import { checkWordCount } from '../parse/markup-limits.js';
import { QUOTED_FRAGMENT, SPACE } from '../parse/syntax.js';
import type { TagParser } from '../parse/tag-parser.js';
import type { TagDefinition } from '../tag.js';

const NAMED = new RegExp(`^(${QUOTED_FRAGMENT})${SPACE}*:${SPACE}*(.*)`, 's');
const SIMPLE = new RegExp(`^${QUOTED_FRAGMENT}+`);
const VALUE = new RegExp(`${SPACE}*(${QUOTED_FRAGMENT})${SPACE}*`);

/**
 * `{% cycle 'a', 'b' %}`, `{% cycle name: 'a', 'b' %}` (Liquid 4.0.4, `Cycle`). Cycles of the same name, or without one of the
 * same values, share their position; it outlives the rendering (`Registers`).
 */
export const cycle: TagDefinition = {
  name: 'cycle',
  parse(markup, parser) {
    const { name, values } = parseCycle(markup, parser);
    return {
      isBlank: false,
      encoding: 'told',
      write: (frame) => {
        const position = frame.registers.nextOfCycle(name.evaluate(frame), values.length, frame.render);
        const value = values[position]?.evaluate(frame) ?? null;
        frame.isAscii = hasAsciiText(value);
        frame.write(toText(value));
      },
    };
  },
};

function parseCycle(markup: string, parser: TagParser): { name: Expression; values: Expression[] } {
  const named = NAMED.exec(markup);
  if (named !== null) return { name: parser.expression(named[1]!), values: parseValues(named[2]!, parser) };
  if (!SIMPLE.test(markup)) {
    throw syntaxError("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]");
  }
  const values = parseValues(markup, parser);
  const key = nameOf(values, parser.id);
  return { name: { constant: key, evaluate: () => key }, values };
}

/** Commas divide even inside quotes; a `nil` among the values is left out. */
function parseValues(markup: string, parser: TagParser): Expression[] {
  const parts = markup.split(',');
  checkWordCount(parts.length);
  return parts
    .flatMap((part) => VALUE.exec(part)?.[1] ?? [])
    .map((value) => parser.expression(value))
    .filter(({ constant }) => constant !== null);
}

/**
 * The name of a cycle without one: Ruby prints its values. A variable prints as an object with its address, so a cycle with
 * variables shares its position with no other.
 */
function nameOf(values: readonly Expression[], id: string): string {
  const texts = values.map(({ constant }) =>
    constant === undefined ? `variable of ${id}` : inspect(constant),
  );
  return `[${texts.join(', ')}]`;
}
