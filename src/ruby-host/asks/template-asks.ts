import { createFilters } from '../../liquid/filters/index.js';
import { once } from '../../ruby/once.js';
import type { Value } from '../../ruby/value.js';
import type { Writable } from '../marshal/write-marshal.js';
import { type Ask, type AskParts, done, text } from './ask.js';

/** About templates that are parsed or rendered: their names, tags, filters, and what they see. */
export function templateAsks(parts: AskParts): readonly Ask[] {
  const { frames, hand, references } = parts;
  const ownFilters = once(() => new Map(createFilters().map((filter) => [filter.name, filter])));
  /** The built-in one, also where a plugin's counts in its place. */
  const applyOwn = (name: string, number: Value, args: readonly Value[]): Writable => {
    const frame = frames.find(number);
    const own = ownFilters().get(name);
    if (frame === null || own === undefined) return applyFilter(parts, name, number, args);
    const [input = null, ...rest] = args;
    return own.apply(frame, input, ...rest);
  };
  return [
    ['filter', (name, frame, args) => applyFilter(parts, text(name), frame ?? null, args as Value[])],
    ['own_filter', (name, frame, args) => applyOwn(text(name), frame ?? null, args as Value[])],
    ['render', (source, frame, names) => render(parts, text(source), frame ?? null, names ?? null)],
    ['find', (frame, markup) => frames.evaluate(frame ?? null, text(markup))],
    ['set', (frame, name, value) => done(frames.set(frame ?? null, text(name), value ?? null))],
    ['assign', (frame, name, value) => done(frames.get(frame ?? null).assign(text(name), value ?? null))],
    ['push', (frame, names) => done(frames.push(frame ?? null, names ?? null))],
    ['pop', (frame) => done(frames.pop(frame ?? null))],
    ['global', (name) => global(parts, text(name))],
    ['payload', (name, value) => done(setGlobal(parts, text(name), value ?? null))],
    ['body', (_frame, tag) => bodyOf(frames.tag(tag ?? null).body)],
    ['built_in', (_frame, tag) => bodyOf(frames.tag(tag ?? null).builtIn)],
    ['token', () => hand.takeToken?.() ?? null],
    ['drop_get', (number, key) => references.foreignDrop(number ?? null).get(text(key))],
    ['drop_has', (number, key) => references.foreignDrop(number ?? null).has(text(key))],
    ['drop_keys', (number) => references.foreignDrop(number ?? null).keys()],
    ['drop_text', (number) => references.foreignDrop(number ?? null).toText()],
  ];
}

function applyFilter(
  { frames, hand }: AskParts,
  name: string,
  number: Value,
  [input = null, ...args]: readonly Value[],
): Writable {
  const frame = frames.find(number);
  const answer =
    frame === null
      ? hand.rendering.applyFilter(name, [input, ...args])
      : frame.runtime.options.filters.get(name)?.apply(frame, input, ...args);
  if (answer === undefined) throw new Error(`there is no filter ${name}`);
  return answer;
}

function render({ frames, hand }: AskParts, source: string, number: Value, names: Value): string {
  const frame = frames.find(number);
  if (frame === null) return hand.rendering.renderLiquid(source, namesOf(names));
  const write = frame.runtime.inline(source);
  if (names === null) return frame.capture(write);
  const inner = frame.detached(namesOf(names), new Map());
  return inner.capture(write);
}

function global({ frames, hand, references }: AskParts, name: string): Value {
  const frame = frames.find(null);
  if (frame !== null) return frame.global(name);
  const own = hand.payload?.get(name);
  return own ?? references.rendering?.global(name) ?? null;
}

function setGlobal({ hand, references }: AskParts, name: string, value: Value): void {
  if (hand.payload !== null) hand.payload.set(name, value);
  else references.rendering?.setGlobal(name, value);
}

function bodyOf(render: (() => string) | null): string {
  if (render === null) throw new Error('the tag has no body');
  return render();
}

function namesOf(names: Value): Map<string, Value> {
  return names instanceof Map ? new Map([...names].map(([name, value]) => [String(name), value])) : new Map();
}
