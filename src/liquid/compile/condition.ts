import { ComparisonError, isEqual, numeric, order } from '../../ruby/compare.js';
import { RubyDate } from '../../ruby/time/date.js';
import { RubyTime } from '../../ruby/time/time.js';
import { RubyFloat, type Value } from '../../ruby/value.js';
import { LiquidError } from '../errors.js';
import type { Frame } from '../run/frame.js';
import { MethodLiteral } from '../run/method-literal.js';
import { type Held, toValue } from '../run/shared-list.js';
import { contains } from './contains.js';
import type { EvaluateHeld, Expression } from './expression.js';

/** Whether a condition holds in a rendering. */
export type Test = (frame: Frame) => boolean;

/** One comparison; without an operator the left side's truth. */
export interface Comparison {
  readonly left: Expression;
  /** As written, known or not. */
  readonly operator: string | null;
  readonly right: Expression;
}

/** Comparisons and what joins them: `relations[i]` stands between `comparisons[i]` and the next. */
export interface Condition {
  readonly comparisons: readonly Comparison[];
  readonly relations: readonly ('and' | 'or')[];
}

type Operation = (left: Held, right: Held, frame: Frame) => boolean;

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['==', equals],
  ['!=', (left, right) => !equals(left, right)],
  ['<>', (left, right) => !equals(left, right)],
  ['<', compares((a, b) => a < b)],
  ['>', compares((a, b) => a > b)],
  ['<=', compares((a, b) => a <= b)],
  ['>=', compares((a, b) => a >= b)],
  ['contains', contains],
]);

/** `a and b or c` is `a and (b or c)`: Liquid knows no precedence (Liquid 4.0.4, `Condition#evaluate`). */
export function compileCondition({ comparisons, relations }: Condition): Test {
  let test = compileComparison(comparisons[comparisons.length - 1]!);
  for (let index = comparisons.length - 2; index >= 0; index -= 1) {
    const first = compileComparison(comparisons[index]!);
    const rest = test;
    test =
      relations[index] === 'and'
        ? (frame) => first(frame) && rest(frame)
        : (frame) => first(frame) || rest(frame);
  }
  return test;
}

function compileComparison({ left, operator, right }: Comparison): Test {
  const { evaluate, held = evaluate } = left;
  if (operator === null) return (frame) => isHolding(held(frame));
  const operation = OPERATIONS.get(operator) ?? unknownOperator(operator);
  if (operation === equals && typeof right.constant === 'string') return equalsText(held, right.constant);
  const other = right.held ?? right.evaluate;
  return (frame) => operation(held(frame), other(frame), frame);
}

/** What is neither `nil` nor `false` holds. */
function isHolding(value: Held): boolean {
  return value !== null && value !== false;
}

function equalsText(evaluate: EvaluateHeld, text: string): Test {
  return (frame) => {
    const value = evaluate(frame);
    return value === text || (value instanceof MethodLiteral && value.asks(text));
  };
}

/** Fails only when it is reached, as in Ruby. */
function unknownOperator(operator: string): Operation {
  return () => {
    throw new LiquidError('runtime', `Unknown operator ${operator}`, {
      hint: 'Liquid knows ==, !=, <>, <, >, <=, >= and contains; there is no "not".',
    });
  };
}

/** Liquid's `==`: `empty` and `blank` ask the other side. Also what `case` compares with. */
export function equals(left: Held, right: Held): boolean {
  if (left instanceof MethodLiteral) return left.asks(right);
  if (right instanceof MethodLiteral) return right.asks(left);
  return isEqual(toValue(left), toValue(right));
}

/** Values with `<`: others, and hashes, make the comparison false instead of an error. */
function hasOrder(value: Held): value is Value {
  if (typeof value === 'object') {
    return value instanceof RubyFloat || value instanceof RubyTime || value instanceof RubyDate;
  }
  return typeof value !== 'boolean';
}

/** Compares where both sides have an order. */
function compares(holds: (a: number | bigint, b: number | bigint) => boolean): Operation {
  return (left, right) => hasOrder(left) && hasOrder(right) && ordered(left, right, holds);
}

function ordered(
  left: Value,
  right: Value,
  holds: (a: number | bigint, b: number | bigint) => boolean,
): boolean {
  const a = numeric(left);
  const b = numeric(right);
  if (a !== null && b !== null) return holds(a, b);
  try {
    return holds(order(left, right), 0);
  } catch (error) {
    if (error instanceof ComparisonError) throw new LiquidError('runtime', error.message, { cause: error });
    throw error;
  }
}
