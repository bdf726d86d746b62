import { RubyRange, type Value } from '../../ruby/value.js';
import type { Expression } from '../compile/expression.js';
import { syntaxError } from '../errors.js';
import { StrictParser } from '../parse/strict-parser.js';
import { QUOTED_FRAGMENT, SPACE, tagAttributes } from '../parse/syntax.js';
import type { TagParser } from '../parse/tag-parser.js';
import type { Frame } from '../run/frame.js';
import { toCount } from '../run/integers.js';
import { ForLoop } from '../run/loop-drop.js';
import { slice } from '../run/slice.js';
import { LOOP_STEPS } from '../run/work.js';
import type { TagDefinition, Write } from '../tag.js';

const SYNTAX = new RegExp(`^([\\w-]+)${SPACE}+in${SPACE}+(${QUOTED_FRAGMENT}+)${SPACE}*(reversed)?`);

/** What `{% for … %}` says, as written. */
interface Loop {
  readonly variable: string;
  readonly collection: string;
  readonly isReversed: boolean;
  readonly attributes: readonly (readonly [key: string, value: string])[];
}

/** `{% for x in y reversed limit: offset: %}…{% else %}…{% endfor %}` (Liquid 4.0.4, `For`). */
export const forTag: TagDefinition = {
  name: 'for',
  hasBody: true,
  innerTags: ['else'],
  parse(markup, parser) {
    const loop = parser.strictOrLax(
      markup,
      () => parseStrictly(markup),
      () => parseLaxly(markup),
    );
    const { body, otherwise } = parseBodies(parser);
    const segment = compileSegment(loop, parser);
    const { variable } = loop;
    const name = nameOf(loop);
    return {
      isBlank: parser.isBlank,
      encoding: 'told',
      write: (frame) => {
        frame.count(LOOP_STEPS);
        const items = segment(frame);
        frame.isAscii = false;
        if (items.length === 0) {
          otherwise(frame);
        } else {
          run(frame, items, variable, name, body);
          frame.isAscii = false;
        }
      },
    };
  },
};

function parseStrictly(markup: string): Loop {
  const parser = new StrictParser(markup);
  const variable = parser.consume('id');
  if (!parser.consumeWord('in')) throw syntaxError("For loops require an 'in' clause");
  const collection = parser.expression();
  const isReversed = parser.consumeWord('reversed');
  const attributes: [string, string][] = [];
  while (parser.look('id') && parser.look('colon', 1)) {
    const key = parser.consumeWord('limit') ? 'limit' : parser.consumeWord('offset') ? 'offset' : null;
    if (key === null) {
      throw syntaxError('Invalid attribute in for loop. Valid attributes are limit and offset');
    }
    parser.consume('colon');
    attributes.push([key, parser.expression()]);
  }
  parser.consume('end_of_string');
  return { variable, collection, isReversed, attributes };
}

function parseLaxly(markup: string): Loop {
  const match = SYNTAX.exec(markup);
  if (match === null) {
    throw syntaxError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]");
  }
  const [, variable, collection, reversed] = match;
  return {
    variable: variable!,
    collection: collection!,
    isReversed: reversed !== undefined,
    attributes: tagAttributes(markup),
  };
}

/** What `forloop.name` prints and `offset: continue` goes by. */
function nameOf({ variable, collection }: Loop): string {
  return `${variable}-${collection}`;
}

/** A second `else` ends the tag with nothing to run for an empty loop, as Ruby has it. */
function parseBodies(parser: TagParser): { body: Write; otherwise: Write } {
  const { write: body, end } = parser.body(['else']);
  if (end === null) return { body, otherwise: () => {} };
  const { write, end: secondEnd } = parser.body(['else']);
  return { body, otherwise: secondEnd === null ? write : () => {} };
}

/** Answers the items of one run and remembers where it stops, for `offset: continue`. */
function compileSegment(loop: Loop, parser: TagParser): (frame: Frame) => readonly Value[] {
  const name = nameOf(loop);
  const collection = parser.expression(loop.collection);
  let limit: Expression | null = null;
  let offset: Expression | 'continue' | null = null;
  for (const [key, value] of loop.attributes) {
    if (key === 'limit') limit = parser.expression(value);
    if (key === 'offset') offset = value === 'continue' ? 'continue' : parser.expression(value);
  }
  return (frame) => {
    const { registers, render } = frame;
    const from =
      offset === 'continue' ? registers.offsetOf(name, render) : toCount(offset?.evaluate(frame) ?? null);
    const value = collection.evaluate(frame);
    const most = limit?.evaluate(frame) ?? null;
    const to = most === null || most === false ? null : toCount(most) + from;
    const items = slice(value, from, to);
    if (value instanceof RubyRange) frame.count(value.size);
    registers.setOffset(name, from + items.length, render);
    return loop.isReversed ? items.toReversed() : items;
  };
}

function run(frame: Frame, items: readonly Value[], variable: string, name: string, body: Write): void {
  const around = frame.loop;
  const loop = new ForLoop(name, items.length, around);
  const scope = frame.enter(variable, null, 'forloop', loop);
  frame.loop = loop;
  for (let index = 0; index < items.length; index += 1) {
    scope.value = items[index]!;
    body(frame);
    loop.index = index + 1;
    if (frame.interrupts.length > 0 && frame.interrupts.pop() === 'break') break;
  }
  frame.loop = around;
  frame.leave(scope);
}
