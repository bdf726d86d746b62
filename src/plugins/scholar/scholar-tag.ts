import type { TagParser } from '../../liquid/parse/tag-parser.js';
import type { Frame, Variables } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import type { Value } from '../../ruby/value.js';
import type { Citations } from './citations.js';
import { ScholarScope } from './scholar-scope.js';
import { parseTagOptions, splitMarkup } from './tag-options.js';

/** What a place in a template keeps from one rendering to the next. */
export interface TagPlace {
  /** What the template of a bibliography assigned, by page: it is there again for the next entry. */
  readonly assigned: WeakMap<object, Variables>;
}

/** What a tag writes. @param keys what the tag names before its options; @param body the rendered body of a block */
type Render = (scope: ScholarScope, keys: readonly Value[], body: string, place: TagPlace) => string;

/** How a tag reads its markup. */
interface TagShape {
  readonly name: string;
  /** Whether keys stand before the options. */
  readonly hasKeys: boolean;
  readonly isBlock?: boolean;
}

/** A tag of jekyll-scholar's. */
export function scholarTag(shape: TagShape, citations: Citations, render: Render): TagDefinition {
  const { name, hasKeys, isBlock = false } = shape;
  return {
    name,
    hasBody: isBlock,
    parse(markup, parser) {
      const { keys, rest } = hasKeys ? splitMarkup(markup) : { keys: [], rest: markup };
      const options = parseTagOptions(rest);
      const lookup = lookupOf(parser);
      const body = isBlock ? parser.body().write : null;
      const place: TagPlace = { assigned: new WeakMap() };
      return {
        isBlank: isBlock && parser.isBlank,
        write(frame) {
          const scope = new ScholarScope(frame, options, lookup, citations);
          const text = body === null ? '' : frame.capture(body);
          const named = keys.map((key) => scope.keyOf(key));
          frame.write(render(scope, named, text, place));
        },
      };
    },
  };
}

/** Expressions are compiled where they come up first, since some stand in the configuration. */
function lookupOf(parser: TagParser): (expression: string, frame: Frame) => Value {
  const compiled = new Map<string, (frame: Frame) => Value>();
  return (expression, frame) => {
    let evaluate = compiled.get(expression);
    if (evaluate === undefined) compiled.set(expression, (evaluate = parser.expression(expression).evaluate));
    return evaluate(frame);
  };
}
