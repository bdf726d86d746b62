import type { CompileOptions } from '../compile/compile-options.js';
import { compileOutput } from '../compile/compile-output.js';
import { compileCondition, type Test } from '../compile/condition.js';
import type { Evaluate } from '../compile/expression.js';
import { LiquidError } from '../errors.js';
import { parseConditionStrictly } from './parse-condition.js';
import { parseOutputLaxly, parseOutputStrictly } from './parse-output.js';

/** The condition of `where_exp` and `find_exp`: always parsed strictly (Jekyll 4.4.1, `Filters#parse_condition`). */
export function readItemCondition(markup: string, options: CompileOptions): Test {
  return compileCondition(parseConditionStrictly(markup, options));
}

/** The expression of `group_by_exp`: parsed by the error mode, its warnings lost (`GroupingFilters#parse_expression`). */
export function readItemExpression(markup: string, options: CompileOptions): Evaluate {
  return compileOutput(parseItemExpression(markup, options), options, () => null).evaluate;
}

function parseItemExpression(markup: string, options: CompileOptions): ReturnType<typeof parseOutputLaxly> {
  if (options.errorMode === 'lax') return parseOutputLaxly(markup, options);
  try {
    return parseOutputStrictly(markup, options);
  } catch (error) {
    if (!(error instanceof LiquidError) || error.kind !== 'syntax') throw error;
    if (options.errorMode === 'warn') return parseOutputLaxly(markup, options);
    error.markupContext = `in "{{${markup}}}"`;
    throw error;
  }
}
