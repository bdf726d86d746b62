import { syntaxError } from '../errors.js';
import { VARIABLE_SIGNATURE } from '../parse/syntax.js';
import type { TagDefinition } from '../tag.js';

const SYNTAX = new RegExp(`${VARIABLE_SIGNATURE}+`);

/** `{% capture name %}…{% endcapture %}` (Liquid 4.0.4, `Capture`). */
export const capture: TagDefinition = {
  name: 'capture',
  hasBody: true,
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) throw syntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]");
    const name = match[0];
    const { write } = parser.body();
    return { isBlank: true, write: (frame) => frame.assign(name, frame.capture(write)) };
  },
};
