/** Tags of Liquid 5 that Liquid 4 refuses; there with `liquid: {version: 5}`. */
import { toText } from '../../ruby/to-s.js';
import { RubyRange, type Value } from '../../ruby/value.js';
import { fileNameOf } from '../../url/extension.js';
import type { Evaluate } from '../compile/expression.js';
import { syntaxError } from '../errors.js';
import { QUOTED_FRAGMENT, SPACE, tagAttributes } from '../parse/syntax.js';
import type { Frame } from '../run/frame.js';
import { ForLoop } from '../run/loop-drop.js';
import { isEnumerableDrop, slice } from '../run/slice.js';
import { RENDER_STEPS } from '../run/work.js';
import type { TagDefinition } from '../tag.js';

/** `{% echo value | filters %}`. */
const echo: TagDefinition = {
  name: 'echo',
  parse(markup, parser) {
    const { evaluate } = parser.output(markup);
    return { isBlank: false, write: (frame) => frame.write(toText(evaluate(frame))) };
  },
};

/** `{% # a comment %}`. */
const inlineComment: TagDefinition = {
  name: '#',
  parse: () => ({ isBlank: true, write: () => {} }),
};

/** `{% liquid … %}`: a tag per line. */
const liquid: TagDefinition = {
  name: 'liquid',
  parse(markup, parser) {
    const write = parser.lines(markup);
    return { isBlank: parser.isBlank, write };
  },
};

const RENDER = new RegExp(
  `^("[^"]*"|'[^']*')(?:${SPACE}+(with|for)${SPACE}+(${QUOTED_FRAGMENT}))?(?:${SPACE}+as${SPACE}+([\\w-]+))?`,
);

/** What `{% render %}` says. */
interface Rendering {
  readonly file: string;
  /** One value, or a collection to render the file for. */
  readonly subject: Evaluate | null;
  readonly isLoop: boolean;
  readonly subjectName: string;
  readonly params: readonly (readonly [name: string, evaluate: Evaluate])[];
}

/**
 * `{% render 'file.html', name: value %}`, `{% render 'file.html' for items as item %}` (Liquid 5, `Render`). The file sees the
 * site, the page and what it is given, none of the variables around it.
 */
const render: TagDefinition = {
  name: 'render',
  parse(markup, parser) {
    const match = RENDER.exec(markup);
    if (match === null) {
      throw syntaxError(
        "Syntax error in tag 'render' - Template name must be a quoted string, e.g. render 'card.html'",
      );
    }
    const [, quoted, kind, subject, alias] = match;
    const file = quoted!.slice(1, -1);
    const rendering: Rendering = {
      file,
      subject: subject === undefined ? null : parser.expression(subject).evaluate,
      isLoop: kind === 'for',
      subjectName: alias ?? baseName(file),
      params: tagAttributes(markup).map(([name, value]) => [name, parser.expression(value).evaluate]),
    };
    return { isBlank: false, write: (frame) => renderFile(frame, rendering) };
  },
};

function renderFile(frame: Frame, rendering: Rendering): void {
  const value = rendering.subject?.(frame) ?? null;
  if (!rendering.isLoop || !isCollection(value)) {
    renderOnce(frame, rendering, value, null);
    return;
  }
  const items = slice(value, 0, null);
  const loop = new ForLoop(rendering.file, items.length, null);
  for (const item of items) {
    renderOnce(frame, rendering, item, loop);
    loop.index += 1;
  }
}

/** What Ruby's `each` walks through; `for` with anything else is `with`. */
function isCollection(value: Value): boolean {
  return (
    Array.isArray(value) || value instanceof Map || value instanceof RubyRange || isEnumerableDrop(value)
  );
}

function renderOnce(frame: Frame, rendering: Rendering, subject: Value, loop: ForLoop | null): void {
  const source = frame.render.readInclude(rendering.file);
  const names = new Map<string, Value>();
  if (loop !== null) names.set('forloop', loop);
  for (const [name, evaluate] of rendering.params) names.set(name, evaluate(frame));
  if (subject !== null) names.set(rendering.subjectName, subject);
  frame.count(RENDER_STEPS);
  const inner = frame.isolated(names);
  frame.runtime.template(source.path, source.text, frame.render).renderInto(inner);
  frame.write(inner.text);
}

function baseName(file: string): string {
  const name = fileNameOf(file);
  return name.includes('.') ? name.slice(0, name.indexOf('.')) : name;
}

/** What `liquid: {version: 5}` adds. */
export const version5Tags: readonly TagDefinition[] = [echo, inlineComment, liquid, render];
