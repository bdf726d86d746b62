import type { Value } from '../../ruby/value.js';
import type { IncludeSource } from '../context.js';
import { LiquidError } from '../errors.js';
import { endlessIncludes, type Frame, MAX_INCLUDES } from '../frame.js';
import { MethodLiteral } from '../method-literal.js';
import type { TagDefinition } from '../tag.js';
import type { TagParser } from '../tag-parser.js';
import { checkFileName, type IncludeMarkup, type IncludeParam, parseInclude } from './include-markup.js';

/** Finds an included file; the context records that the output depends on it. */
type Read = (frame: Frame, file: string) => IncludeSource;

/** `{% include file.html name="value" %}` (Jekyll 4.4.1, `Tags::OptimizedIncludeTag`). */
export const include: TagDefinition = includeTag('include', (frame, file) => frame.render.readInclude(file));

/** `{% include_relative file.md %}` (`Tags::IncludeRelativeTag`): looks beside the page. */
export const includeRelative: TagDefinition = includeTag('include_relative', (frame, file) =>
  frame.render.readRelative(file, frame.page),
);

function includeTag(name: string, read: Read): TagDefinition {
  return {
    name,
    parse(markup, parser) {
      const parsed = parseInclude(markup, parser);
      const { location } = parser;
      const fileName = compileFileName(parsed, parser);
      return {
        isBlank: false,
        write: (frame) => {
          const source = read(frame, fileName(frame));
          const template = (): void => frame.runtime.template(source.path, source.text).renderInto(frame);
          run(frame, template, parsed.params, source.path, location);
        },
      };
    },
  };
}

/** A name without variables is checked once, but complained of only when the tag runs. */
function compileFileName({ file, isVariable }: IncludeMarkup, parser: TagParser): (frame: Frame) => string {
  const { tagName } = parser;
  if (isVariable) {
    return (frame) => {
      const name = frame.capture(frame.runtime.inline(file!));
      checkFileName(name, tagName);
      return name;
    };
  }
  let isChecked = false;
  return () => {
    if (!isChecked) checkFileName(file ?? '', tagName);
    isChecked = true;
    return file!;
  };
}

function run(
  frame: Frame,
  template: () => void,
  params: readonly IncludeParam[] | null,
  path: string,
  location: string,
): void {
  if (frame.includeDepth >= MAX_INCLUDES) throw endlessIncludes();
  const scope = params === null ? null : frame.enter('include', evaluateParams(frame, params));
  frame.includeDepth += 1;
  frame.countRound();
  try {
    template();
  } catch (error) {
    throw throughInclude(error, path, location);
  }
  frame.includeDepth -= 1;
  if (scope !== null) frame.leave(scope);
}

function evaluateParams(frame: Frame, params: readonly IncludeParam[]): Value {
  const values = new Map<Value, Value>();
  for (const { name, evaluate } of params) {
    const value = evaluate(frame);
    values.set(name, value instanceof MethodLiteral ? '' : value);
  }
  return values;
}

/** Jekyll names the outermost include in Liquid's errors and ends them with `included `. */
function throughInclude(error: unknown, path: string, location: string): unknown {
  if (!(error instanceof LiquidError)) return error;
  error.templateName = path;
  error.markupContext ??= 'included ';
  error.includeStack.push(location);
  return error;
}
