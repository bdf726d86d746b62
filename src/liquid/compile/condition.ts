import { ComparisonError, isEqual, numeric, order } from '../../ruby/compare.js';
import { RubyDate } from '../../ruby/time/date.js';
import { RubyTime } from '../../ruby/time/time.js';
import { toS } from '../../ruby/to-s.js';
import { type Drop, isTruthy, RubyFloat, RubyRange, type Value } from '../../ruby/value.js';
import { LiquidError } from '../errors.js';
import type { Frame } from '../run/frame.js';
import { MethodLiteral } from '../run/method-literal.js';
import { isEnumerableDrop } from '../run/slice.js';
import type { Evaluate, Expression } from './expression.js';

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

type Operation = (left: Value, right: Value) => boolean;

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['==', equals],
  ['!=', (left, right) => !equals(left, right)],
  ['<>', (left, right) => !equals(left, right)],
  ['<', (left, right) => isOrdered(left, right) && ordered(left, right, (a, b) => a < b)],
  ['>', (left, right) => isOrdered(left, right) && ordered(left, right, (a, b) => a > b)],
  ['<=', (left, right) => isOrdered(left, right) && ordered(left, right, (a, b) => a <= b)],
  ['>=', (left, right) => isOrdered(left, right) && ordered(left, right, (a, b) => a >= b)],
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
  const evaluate = left.evaluate;
  if (operator === null) return (frame) => isTruthy(evaluate(frame));
  const operation = OPERATIONS.get(operator) ?? unknownOperator(operator);
  if (operation === equals && typeof right.constant === 'string') return equalsText(evaluate, right.constant);
  return (frame) => operation(evaluate(frame), right.evaluate(frame));
}

function equalsText(evaluate: Evaluate, text: string): Test {
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
export function equals(left: Value, right: Value): boolean {
  if (left instanceof MethodLiteral) return left.asks(right);
  if (right instanceof MethodLiteral) return right.asks(left);
  return isEqual(left, right);
}

/** Values with `<`: others, and hashes, make the comparison false instead of an error. */
function hasOrder(value: Value): boolean {
  if (typeof value === 'object') {
    return value instanceof RubyFloat || value instanceof RubyTime || value instanceof RubyDate;
  }
  return typeof value !== 'boolean';
}

function isOrdered(left: Value, right: Value): boolean {
  return hasOrder(left) && hasOrder(right);
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

/** `contains`: part of a string, item of an array, key of a hash (whatever answers Ruby's `include?`). */
function contains(left: Value, right: Value): boolean {
  if (!isTruthy(right)) return false;
  if (typeof left === 'string') return left.includes(toS(right));
  if (Array.isArray(left)) return left.some((item) => isEqual(item, right));
  if (left instanceof Map) return left.has(right);
  if (left instanceof RubyRange) return covers(left, right);
  return isEnumerableDrop(left) && containsPair(left, right);
}

function covers(range: RubyRange, value: Value): boolean {
  const number = numeric(value);
  return number !== null && number >= range.first && number <= range.last;
}

/** A drop is a collection of pairs to `Enumerable#include?`. */
function containsPair(drop: Drop, value: Value): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return drop.keys().some((key) => key === value[0] && isEqual(drop.get(key), value[1]!));
}
