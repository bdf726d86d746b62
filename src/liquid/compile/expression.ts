import { RubyRange, toFloat, type Value } from '../../ruby/value.js';
import type { Frame } from '../run/frame.js';
import { rangeEnd, toCount } from '../run/integers.js';
import { type BlankRule, blankLiteral, EMPTY } from '../run/method-literal.js';
import type { Held } from '../run/shared-list.js';
import { compileLookup } from './lookup.js';

/** Answers an expression's value in a rendering. */
export type Evaluate = (frame: Frame) => Value;

/** The same, but that a list may share its items with others. */
export type EvaluateHeld = (frame: Frame) => Held;

/** A compiled expression. */
export interface Expression {
  readonly evaluate: Evaluate;
  /** Answers the same for whoever can do with a list as it is held. Default: `evaluate`. */
  readonly held?: EvaluateHeld;
  /** The value itself where it is known already, `undefined` where it depends on the rendering. */
  readonly constant: Value | undefined;
  /** Whether `evaluate` tells the frame of a text's encoding in Ruby (`Frame.isAnswerAscii`); otherwise texts are UTF-8. Default: no. */
  readonly tellsEncoding?: boolean;
}

const LITERALS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['', null],
  ['nil', null],
  ['null', null],
  ['true', true],
  ['false', false],
  ['blank', blankLiteral('none')],
  ['empty', EMPTY],
]);

const INTEGER = /^-?\d+$/;
const RANGE = /^\(([^\t\n\v\f\r ]+)\.\.([^\t\n\v\f\r ]+)\)$/;
const FLOAT = /^-?\d[\d.]+$/;

/** How names that don't exist are treated. */
export interface ExpressionOptions {
  readonly strictVariables: boolean;
  /** Expressions compiled so far by their markup: templates name the same things again and again. */
  readonly expressions: Map<string, Expression>;
}

/** A new list of compiled expressions, in which `blank` means what Ruby has been told. */
export function expressionsUnder(blank: BlankRule): Map<string, Expression> {
  return new Map([['blank', constant(blankLiteral(blank))]]);
}

/** Reads and compiles one expression: a literal, a range or a variable (Liquid 4.0.4, `Expression.parse`). Never fails. */
export function parseExpression(markup: string, options: ExpressionOptions): Expression {
  let expression = options.expressions.get(markup);
  if (expression === undefined) {
    expression = compileExpression(markup, options);
    options.expressions.set(markup, expression);
  }
  return expression;
}

function compileExpression(markup: string, options: ExpressionOptions): Expression {
  const literal = LITERALS.get(markup);
  if (literal !== undefined) return constant(literal);
  if (isQuoted(markup, "'") || isQuoted(markup, '"')) return constant(markup.slice(1, -1));
  if (INTEGER.test(markup)) return constant(parseInteger(markup));
  const range = RANGE.exec(markup);
  if (range !== null) return parseRange(range[1]!, range[2]!, options);
  if (FLOAT.test(markup)) return constant(toFloat(Number.parseFloat(markup)));
  const parse = (inner: string): Expression => parseExpression(inner, options);
  return { ...compileLookup(markup, options, parse), constant: undefined };
}

function isQuoted(markup: string, quote: string): boolean {
  return markup.length >= 2 && markup.startsWith(quote) && markup.endsWith(quote);
}

function constant(value: Value): Expression {
  return { evaluate: () => value, constant: value };
}

function parseInteger(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value + 0 : BigInt(digits);
}

function parseRange(firstMarkup: string, lastMarkup: string, options: ExpressionOptions): Expression {
  const first = parseExpression(firstMarkup, options);
  const last = parseExpression(lastMarkup, options);
  if (first.constant === undefined || last.constant === undefined) {
    const evaluate: Evaluate = (frame) =>
      new RubyRange(rangeEnd(first.evaluate(frame)), rangeEnd(last.evaluate(frame)));
    return { evaluate, constant: undefined };
  }
  return constant(new RubyRange(toCount(first.constant), toCount(last.constant)));
}
