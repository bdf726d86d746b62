import { isTruthy } from '../../ruby/value.js';
import type { Expression } from '../compile/expression.js';
import { syntaxError } from '../errors.js';
import { QUOTED_FRAGMENT, SPACE, tagAttributes } from '../parse/syntax.js';
import type { Frame } from '../run/frame.js';
import { toCount } from '../run/integers.js';
import { TableRowLoop } from '../run/loop-drop.js';
import { slice } from '../run/slice.js';
import { LOOP_STEPS } from '../run/work.js';
import type { TagDefinition, Write } from '../tag.js';

const SYNTAX = new RegExp(`(?<!\\w)(\\w+)${SPACE}+in${SPACE}+(${QUOTED_FRAGMENT}+)`);

/** What stands in `{% tablerow … %}`. */
interface Loop {
  readonly variable: string;
  readonly collection: Expression;
  readonly attributes: ReadonlyMap<string, Expression>;
}

/** `{% tablerow x in y cols: limit: offset: %}…{% endtablerow %}` (Liquid 4.0.4, `TableRow`). */
export const tableRow: TagDefinition = {
  name: 'tablerow',
  hasBody: true,
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) {
      throw syntaxError(
        "Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3",
      );
    }
    const loop: Loop = {
      variable: match[1]!,
      collection: parser.expression(match[2]!),
      attributes: new Map(tagAttributes(markup).map(([key, value]) => [key, parser.expression(value)])),
    };
    const { write: body } = parser.body();
    return { isBlank: parser.isBlank, write: (frame) => writeRows(frame, loop, body) };
  },
};

/** `break` and `continue` end a cell only: unlike `for`, the tag takes none of them. */
function writeRows(frame: Frame, { variable, collection, attributes }: Loop, body: Write): void {
  frame.count(LOOP_STEPS);
  const value = collection.evaluate(frame);
  if (!isTruthy(value)) return;
  const number = (key: string): number => toCount(attributes.get(key)?.evaluate(frame) ?? null);
  const from = number('offset');
  const items = slice(value, from, attributes.has('limit') ? from + number('limit') : null);
  const loop = new TableRowLoop(items.length, number('cols'));
  frame.write('<tr class="row1">\n');
  const scope = frame.enter(variable, null, 'tablerowloop', loop);
  for (const item of items) {
    scope.value = item;
    frame.write(`<td class="col${loop.column}">`);
    body(frame);
    frame.write('</td>');
    if (loop.isLastColumn && loop.index < loop.length - 1) {
      frame.write(`</tr>\n<tr class="row${loop.row + 1}">`);
    }
    loop.advance();
  }
  frame.leave(scope);
  frame.write('</tr>\n');
}
