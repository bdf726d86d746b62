import type { Value } from '../../ruby/value.js';
import type { RenderContext } from '../context.js';
import type { RenderedText, Template } from '../engine.js';
import type { LiquidError } from '../errors.js';
import type { ParseWarnings } from '../parse/parse-warnings.js';
import { Frame, type Runtime } from '../run/frame.js';
import { AsyncValues, PendingValue } from '../run/pending.js';
import type { Registers } from '../run/registers.js';
import type { Write } from '../tag.js';

const PAST_ASCII = /[\u0080-\uffff]/;

/** A template ready to run, alone or inside another one's rendering. */
export class CompiledTemplate implements Template {
  constructor(
    readonly path: string,
    private readonly parseWarnings: ParseWarnings,
    private readonly body: Write,
    private readonly runtime: Runtime,
    readonly registers: Registers,
  ) {}

  get warnings(): readonly LiquidError[] {
    return this.parseWarnings.first;
  }

  get furtherWarnings(): number {
    return this.parseWarnings.further;
  }

  render(context: RenderContext, scope: ReadonlyMap<string, Value>): string {
    return this.renderText(context, scope).text;
  }

  renderText(context: RenderContext, scope: ReadonlyMap<string, Value>): RenderedText {
    const frame = new Frame(context, scope, this.registers, this.runtime);
    this.renderInto(frame);
    const { text } = frame;
    return { text, isAscii: frame.isAscii && !PAST_ASCII.test(text) };
  }

  /** Renders again from the start whenever a promise has to be waited for; what earlier attempts counted is taken back. */
  async renderAsync(context: RenderContext, scope: ReadonlyMap<string, Value>): Promise<string> {
    const values = new AsyncValues();
    for (;;) {
      const restore = this.remember();
      values.restart();
      const frame = new Frame(context, scope, this.registers, this.runtime, values);
      try {
        this.renderInto(frame);
        return frame.text;
      } catch (error) {
        if (!(error instanceof PendingValue)) throw error;
        restore();
        await values.settle(error);
      }
    }
  }

  /** Answers a function that puts carried state back as it is now. */
  private remember(): () => void {
    const restoreRegisters = this.registers.remember();
    const restoreCounters = this.runtime.counters.remember();
    return () => {
      restoreRegisters();
      restoreCounters();
    };
  }

  /** Goes on with the frame's output, names and interrupts, as an include does. */
  renderInto(frame: Frame): void {
    const { profile } = this.runtime.options;
    if (profile === null) {
      this.body(frame);
    } else {
      frame.output += profile.measureRendering(this.path, () => frame.capture(this.body));
    }
  }
}
