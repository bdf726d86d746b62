import type { RubyHash, Value } from '../../ruby/value.js';
import type { IncludeSource } from '../context.js';
import { LiquidError } from '../errors.js';
import type { TagParser } from '../parse/tag-parser.js';
import { endlessIncludes, type Frame, MAX_INCLUDES } from '../run/frame.js';
import { MethodLiteral } from '../run/method-literal.js';
import { INCLUDE_STEPS } from '../run/work.js';
import type { TagDefinition, Write } from '../tag.js';
import { checkFileName, type IncludeMarkup, type IncludeParam, parseInclude } from './include-markup.js';

/** Finds an included file; the context records that the output depends on it. */
type Read = (frame: Frame, file: string) => IncludeSource;

/** `{% include file.html name="value" %}` (Jekyll 4.4.1, `Tags::OptimizedIncludeTag`). */
export const include: TagDefinition = includeTag('include', (frame, file) => frame.render.readInclude(file));

/** `{% include_relative file.md %}` (`Tags::IncludeRelativeTag`): looks beside the page. */
export const includeRelative: TagDefinition = includeTag('include_relative', (frame, file) =>
  frame.render.readRelative(file, frame.page),
);

/**
 * `{% include_cached %}`: like `include`, but rendered once a build for a file and its parameters; what else the file reads
 * is as it was then (jekyll-include-cache).
 *
 * @param keyOf what parameters are known by; not asked where there are none
 */
export function includeCachedTag(keyOf: (frame: Frame, params: RubyHash) => string): TagDefinition {
  return includeTag(
    'include_cached',
    (frame, file) => frame.render.readInclude(file),
    (frame, path, params, write) => {
      const parameters = params === null ? '' : keyOf(frame, params);
      const { text, isAscii } = frame.render.first(`included ${path}\0${parameters}`, () => {
        const captured = frame.capture(write);
        return { text: captured, isAscii: frame.isAscii };
      });
      frame.isAscii = isAscii;
      frame.write(text);
    },
  );
}

/** Decides how an included file comes to the output; `write` writes it. */
type Keep = (frame: Frame, path: string, params: RubyHash | null, write: Write) => void;

/** A tag that takes what `include` takes, for files found by `read`. */
export function includeTag(
  name: string,
  read: Read,
  keep: Keep = (frame, _path, _params, write) => write(frame),
): TagDefinition {
  return {
    name,
    parse(markup, parser) {
      const { params, ...file } = parseInclude(markup, parser);
      const { location } = parser;
      const fileName = compileFileName(file, parser);
      return {
        isBlank: false,
        encoding: 'told',
        write: (frame) => {
          const { path, text } = read(frame, fileName(frame));
          const values = params === null ? null : evaluateParams(frame, params);
          keep(frame, path, values, () => {
            // Reading the template belongs in there: its syntax errors come through this include.
            const render = (): void => frame.runtime.template(path, text, frame.render).renderInto(frame);
            run(frame, render, values, path, location);
          });
        },
      };
    },
  };
}

/** A name without variables is checked once, but complained of only when the tag runs. */
function compileFileName(
  { file, isVariable }: Pick<IncludeMarkup, 'file' | 'isVariable'>,
  parser: TagParser,
): (frame: Frame) => string {
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

function run(frame: Frame, template: () => void, params: Value, path: string, location: string): void {
  if (frame.includeDepth >= MAX_INCLUDES) throw endlessIncludes();
  const scope = params === null ? null : frame.enter('include', params);
  frame.includeDepth += 1;
  frame.count(INCLUDE_STEPS);
  try {
    template();
  } catch (error) {
    throw throughInclude(error, path, location);
  }
  frame.includeDepth -= 1;
  if (scope !== null) frame.leave(scope);
}

function evaluateParams(frame: Frame, params: readonly IncludeParam[]): RubyHash {
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
