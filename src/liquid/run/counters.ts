import type { Value } from '../../ruby/value.js';
import type { RenderContext } from '../context.js';

/** Values of `increment` and `decrement`, which templates also see as variables. */
export class Counters {
  private values = new Map<string, Value>();

  /** @param areCarried whether they go on from page to page; an excerpt has its own */
  constructor(private readonly areCarried: boolean) {}

  /** The value, or that there is none: an earlier page of the next build may count under the name. */
  get(name: string, context: RenderContext): Value | undefined {
    if (this.areCarried) context.depend(`carried:counter ${name}`);
    return this.values.get(name);
  }

  set(name: string, value: Value, context: Pick<RenderContext, 'leave'>): void {
    this.values.set(name, value);
    if (this.areCarried) context.leave(`counter ${name}`, () => this.values.get(name));
  }

  /** Answers a function that puts all back as they are now. */
  remember(): () => void {
    const values = new Map(this.values);
    return () => {
      this.values = values;
    };
  }
}
