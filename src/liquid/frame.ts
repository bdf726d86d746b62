import type { Value } from '../ruby/value.js';
import type { RenderContext } from './context.js';
import type { FilterContext } from './filter.js';
import type { Registers } from './registers.js';

/** The state of one rendering: output, scopes, interrupts. Filters see it as their `FilterContext`. */
export interface Frame extends FilterContext {
  readonly render: RenderContext;
  /** What `cycle`, `ifchanged` and `offset: continue` remember; lives as long as the outermost template. */
  readonly registers: Registers;
  output: string;
  write(text: string): void;
  /** Runs the piece and answers what it wrote instead of writing it. */
  capture(write: (frame: Frame) => void): string;
  assign(name: string, value: Value): void;
}
