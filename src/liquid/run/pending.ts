import { LiquidError } from '../errors.js';

/** Stops a rendering that needs a promise's value first. */
export class PendingValue extends Error {
  constructor(readonly promise: Promise<unknown>) {
    super('the template waits for a promise');
    this.name = 'PendingValue';
  }
}

/**
 * Values of the promises that tags and filters made for liquidjs answer, in the order in which one rendering meets them. Ours runs
 * synchronously: at a promise it stops, and starts again when the value is there.
 */
export class AsyncValues {
  private readonly values: unknown[] = [];
  private next = 0;

  /** Starts counting for another attempt. */
  restart(): void {
    this.next = 0;
  }

  /** The value of the next promise. */
  take(promise: Promise<unknown>): unknown {
    if (this.next >= this.values.length) throw new PendingValue(promise);
    // Made again by this attempt; its outcome is known from the first time.
    promise.catch(() => {});
    const value = this.values[this.next];
    this.next += 1;
    return value;
  }

  async settle(pending: PendingValue): Promise<void> {
    this.values.push(await pending.promise);
  }
}

/** Where nobody waits. */
export function refusePromise(): LiquidError {
  return new LiquidError(
    'ruby',
    'a tag or filter answered a promise, but this template is rendered synchronously',
    {
      hint: 'Render with renderAsync.',
    },
  );
}
