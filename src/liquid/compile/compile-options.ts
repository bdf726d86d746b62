import type { LiquidConfig } from '../../model/config.js';
import type { FilterOptions } from './compile-output.js';
import type { ExpressionOptions } from './expression.js';

/** What parsing and compiling go by; the same for all templates of an engine. */
export interface CompileOptions extends ExpressionOptions, FilterOptions {
  readonly errorMode: LiquidConfig['errorMode'];
  readonly version: LiquidConfig['version'];
}
