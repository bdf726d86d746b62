import { syntaxError } from '../errors.js';
import { SPACE, VARIABLE_SIGNATURE } from '../parse/syntax.js';
import { MethodLiteral } from '../run/method-literal.js';
import type { TagDefinition } from '../tag.js';

const SYNTAX = new RegExp(`(${VARIABLE_SIGNATURE}+)${SPACE}*=${SPACE}*(.*)${SPACE}*`, 's');

/** `{% assign name = value | filters %}` (Liquid 4.0.4, `Assign`). Sets the variable for the rest of the page. */
export const assign: TagDefinition = {
  name: 'assign',
  parse(markup, parser) {
    const match = markup.includes('=') ? SYNTAX.exec(markup) : null;
    if (match === null) {
      throw syntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]");
    }
    const name = match[1]!;
    const { evaluate, held = evaluate } = parser.output(match[2]!);
    return {
      isBlank: true,
      encoding: 'utf8',
      write: (frame) => {
        const value = held(frame);
        frame.assign(name, value instanceof MethodLiteral ? '' : value);
      },
    };
  },
};
