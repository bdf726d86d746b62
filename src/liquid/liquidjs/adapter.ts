import type { Emitter, FilterImplOptions, Tag } from 'liquidjs';
import { toText } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';
import { CompiledTag } from '../compile/nodes.js';
import type { Filter } from '../filter.js';
import { type Frame, frameOf } from '../run/frame.js';
import { FrameContext, fromPlain, toPlain } from './frame-context.js';

/** Makes one of our tags of a tag that was written for liquidjs. */
export function adaptTag(tag: Tag, lineNumber: number): CompiledTag {
  return new CompiledTag(tag.token, lineNumber, { isBlank: false, write: (frame) => renderTag(tag, frame) });
}

function renderTag(tag: Tag, frame: Frame): void {
  const context = new FrameContext(frame);
  const emitter = new FrameEmitter(frame);
  const returned = settle(tag.render(context, emitter), frame);
  if (returned !== undefined && returned !== null && returned !== '') emitter.write(returned);
  if (context.breakCalled) frame.interrupts.push('break');
  if (context.continueCalled) frame.interrupts.push('continue');
}

/** liquidjs's output, going straight to ours. */
class FrameEmitter implements Emitter {
  constructor(private readonly frame: Frame) {}

  get buffer(): string {
    return this.frame.text;
  }

  write(value: unknown): void {
    this.frame.output += typeof value === 'string' ? value : toText(fromPlain(value));
  }
}

/** Makes a filter of ours from one registered the liquidjs way; `this.context` in it is the rendering. */
export function adaptFilter(name: string, implementation: FilterImplOptions): Filter {
  const handler = typeof implementation === 'function' ? implementation : implementation.handler;
  return {
    name,
    arity: [0, Number.POSITIVE_INFINITY],
    apply(context, input, ...args) {
      const frame = context as Frame;
      const self = { context: new FrameContext(frame), liquid: frame.runtime.registry, token: null };
      const result = (handler as unknown as (...values: unknown[]) => unknown).apply(self, [
        toPlain(input),
        ...args.flatMap(toPlainArgument),
      ]);
      return fromPlain(settle(result, frame));
    },
  };
}

/** Makes a filter of ours one that values parsed by liquidjs itself can use, as tags of its plugins have them. */
export function exposeFilter(filter: Filter): FilterImplOptions {
  return function (value: unknown, ...args: unknown[]) {
    const keywords = args.filter(isPair);
    const values = args.filter((argument) => !isPair(argument)).map(fromPlain);
    if (keywords.length > 0) values.push(new Map(keywords.map(([name, item]) => [name, fromPlain(item)])));
    return toPlain(filter.apply(frameOf(this.context), fromPlain(value), ...values));
  };
}

function isPair(argument: unknown): argument is [string, unknown] {
  return Array.isArray(argument) && argument.length === 2 && typeof argument[0] === 'string';
}

/** liquidjs hands `name: value` arguments on as pairs. */
function toPlainArgument(argument: Value): unknown[] {
  if (!(argument instanceof Map)) return [toPlain(argument)];
  return [...argument].map(([name, value]) => [name, toPlain(value)]);
}

/** Runs generators inside generators to their end, and takes the values of promises from the frame. */
function settle(started: unknown, frame: Frame): unknown {
  if (started instanceof Promise) return frame.await(started);
  if (!isGenerator(started)) return started;
  let step = started.next();
  while (!step.done) step = advance(started, step.value, frame);
  return settle(step.value, frame);
}

function advance(generator: Generator, value: unknown, frame: Frame): IteratorResult<unknown> {
  return generator.next(settle(value, frame));
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === 'object' && value !== null && 'next' in value && 'throw' in value;
}
