import { once } from '../../ruby/once.js';
import { strip } from '../../ruby/string.js';
import type { Comparison, Condition } from '../compile/condition.js';
import { type ExpressionOptions, parseExpression } from '../compile/expression.js';
import { syntaxError } from '../errors.js';
import { StrictParser } from './strict-parser.js';
import { QUOTED_FRAGMENT, SPACE } from './syntax.js';

/** Ruby's `\b`, which goes by Unicode's words although `\w` does not. */
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
const RELATION = `${BOUNDARY}(?:${SPACE}?and${SPACE}?|${SPACE}?or${SPACE}?)${BOUNDARY}`;
const NOT_SPACE = '[^\\t\\n\\v\\f\\r ]';
/** Liquid 4.0.4, `If::ExpressionsAndOperators`. */
const pieces = once(
  () =>
    new RegExp(
      `(?:${RELATION}|(?:${SPACE}*(?!${RELATION})(?:${QUOTED_FRAGMENT}|${NOT_SPACE}+)${SPACE}*)+)`,
      'gu',
    ),
);
/** Liquid 4.0.4, `If::Syntax`. */
const COMPARISON = new RegExp(`(${QUOTED_FRAGMENT})${SPACE}*([=!<>a-z_]+)?${SPACE}*(${QUOTED_FRAGMENT})?`);

/** Reads a condition strictly (Liquid 4.0.4, `If#strict_parse`); also what `where_exp` takes. */
export function parseConditionStrictly(markup: string, options: ExpressionOptions): Condition {
  const parser = new StrictParser(markup);
  const comparisons = [strictComparison(parser, options)];
  const relations: ('and' | 'or')[] = [];
  for (;;) {
    if (parser.consumeWord('and')) relations.push('and');
    else if (parser.consumeWord('or')) relations.push('or');
    else break;
    comparisons.push(strictComparison(parser, options));
  }
  parser.consume('end_of_string');
  return { comparisons, relations };
}

function strictComparison(parser: StrictParser, options: ExpressionOptions): Comparison {
  const left = parseExpression(parser.expression(), options);
  const operator = parser.consumeIf('comparison');
  const right = parseExpression(operator === null ? '' : parser.expression(), options);
  return { left, operator, right };
}

/** Reads a condition as Liquid's older parser did, skipping what it does not understand (`If#lax_parse`). */
export function parseConditionLaxly(markup: string, options: ExpressionOptions): Condition {
  const rest = markup.match(pieces()) ?? [];
  const comparisons = [laxComparison(rest.pop(), options)];
  const relations: ('and' | 'or')[] = [];
  while (rest.length > 0) {
    const relation = strip(rest.pop()!);
    comparisons.unshift(laxComparison(rest.pop(), options));
    if (relation !== 'and' && relation !== 'or') throw invalidCondition();
    relations.unshift(relation);
  }
  return { comparisons, relations };
}

function laxComparison(piece: string | undefined, options: ExpressionOptions): Comparison {
  const match = COMPARISON.exec(piece ?? '');
  if (match === null) throw invalidCondition();
  const [, left, operator, right] = match;
  return {
    left: parseExpression(left!, options),
    operator: operator ?? null,
    right: parseExpression(right ?? '', options),
  };
}

function invalidCondition(): Error {
  return syntaxError("Syntax Error in tag 'if' - Valid syntax: if [expression]");
}
