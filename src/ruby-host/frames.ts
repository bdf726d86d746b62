/** Renderings that Ruby's contexts stand for: what tags and filters ask of them. */
import { parseExpression } from '../liquid/compile/expression.js';
import type { Frame } from '../liquid/run/frame.js';
import { MethodLiteral } from '../liquid/run/method-literal.js';
import type { Registers } from '../liquid/run/registers.js';
import type { Value } from '../ruby/value.js';
import type { LikelyNames } from './likely-names.js';

/** A tag that is being rendered, with what it may have rendered again. */
export interface OpenTag {
  readonly number: number;
  readonly frame: Frame;
  /** Renders its body; `null` for a tag without one. */
  readonly body: (() => string) | null;
  /** Renders it as the built-in tag does that its class comes from; `null` where it comes from none. */
  readonly builtIn: (() => string) | null;
  /** What tags of its kind look up. */
  readonly likely: LikelyNames;
}

/** Those of one session that are open, the innermost last. */
export class Frames {
  private readonly frames: Frame[] = [];
  private readonly tags: OpenTag[] = [];
  /** How to take scopes off that Ruby has pushed, by the frame. */
  private readonly pushed = new Map<Frame, (() => void)[]>();
  private readonly registerNumbers = new WeakMap<Registers, number>();
  private registerCount = 0;
  private tagCount = 0;

  /** Runs with a frame that Ruby may ask, by its number. */
  within<T>(frame: Frame, run: (number: number) => T): T {
    const number = this.frames.push(frame) - 1;
    try {
      return run(number);
    } finally {
      this.frames.pop();
      if (!this.frames.includes(frame)) this.pushed.delete(frame);
    }
  }

  /** The number of a tag that comes up. */
  nextTag(): number {
    return this.tagCount++;
  }

  /** Runs with a tag that is being rendered. */
  withinTag<T>(tag: OpenTag, run: () => T): T {
    this.tags.push(tag);
    try {
      return run();
    } finally {
      this.tags.pop();
    }
  }

  /** The innermost rendering of a tag. */
  tag(number: Value): OpenTag {
    const tag = this.tags.findLast((one) => one.number === number);
    if (tag === undefined) throw new Error('a tag is rendered whose place in the template is not');
    return tag;
  }

  /** The frame of that number; the innermost for `null`, and `null` when none is open. */
  find(number: Value): Frame | null {
    if (number === null) return this.frames.at(-1) ?? null;
    return this.frames[number as number] ?? null;
  }

  get(number: Value): Frame {
    const frame = this.find(number);
    if (frame === null) throw new Error('the context belongs to a rendering that is over');
    return frame;
  }

  /** What templates of one file share. */
  registersOf({ registers }: Frame): number {
    let number = this.registerNumbers.get(registers);
    if (number === undefined) this.registerNumbers.set(registers, (number = this.registerCount++));
    return number;
  }

  /** The value of an expression, e.g. `page.title`. */
  evaluate(number: Value, markup: string): Value {
    const frame = this.get(number);
    const tag = this.tags.at(-1);
    if (tag?.frame === frame) tag.likely.note(markup);
    return this.valueOf(frame, markup);
  }

  /** What goes along with a tag: values of expressions that those of its kind look up. */
  givenTo({ frame, likely }: OpenTag): ReadonlyMap<string, Value> {
    const given = new Map<string, Value>();
    for (const markup of likely) {
      try {
        given.set(markup, this.valueOf(frame, markup));
      } catch {
        // It is asked for where the tag gets so far, and fails there.
      }
    }
    return given;
  }

  private valueOf(frame: Frame, markup: string): Value {
    const value = parseExpression(markup, frame.runtime.options).evaluate(frame);
    return value instanceof MethodLiteral ? '' : value;
  }

  set(number: Value, name: string, value: Value): void {
    const frame = this.get(number);
    if ((this.pushed.get(frame)?.length ?? 0) > 0) frame.enter(name, value);
    else frame.set(name, value);
  }

  push(number: Value, names: Value): void {
    const frame = this.get(number);
    const marks = this.pushed.get(frame) ?? [];
    marks.push(frame.markScope());
    this.pushed.set(frame, marks);
    for (const [name, value] of names instanceof Map ? names : []) frame.enter(String(name), value);
  }

  pop(number: Value): void {
    this.pushed.get(this.get(number))?.pop()?.();
  }
}
