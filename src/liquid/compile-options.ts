import type { LiquidConfig } from '../model/config.js';
import type { FilterOptions } from './compile-output.js';
import type { Test } from './condition.js';
import type { Evaluate, ExpressionOptions } from './expression.js';

/** What parsing and compiling go by; the same for all templates of an engine. */
export interface CompileOptions extends ExpressionOptions, FilterOptions {
  readonly errorMode: LiquidConfig['errorMode'];
  readonly version: LiquidConfig['version'];
  /** Conditions and expressions in filters' arguments (`where_exp`), compiled so far by their markup. */
  readonly itemConditions: Map<string, Test>;
  readonly itemExpressions: Map<string, Evaluate>;
}
