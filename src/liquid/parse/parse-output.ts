import { type Expression, type ExpressionOptions, parseExpression } from '../compile/expression.js';
import { StrictParser } from './strict-parser.js';
import { QUOTED_FRAGMENT, SPACE, TAG_ATTRIBUTES } from './syntax.js';

/** A filter with its arguments, as written. */
export interface FilterCall {
  readonly name: string;
  readonly args: readonly Expression[];
  /** `name: value` arguments; Liquid hands them to the filter as one hash after the others. */
  readonly keywords: readonly (readonly [name: string, value: Expression])[];
}

/** `{{ value | filter: arguments }}` (Liquid 4.0.4, `Variable`). */
export interface FilteredValue {
  readonly value: Expression;
  readonly filters: readonly FilterCall[];
}

const MARKUP = new RegExp(`(${QUOTED_FRAGMENT})(.*)`, 's');
const FILTERS = new RegExp(`\\|${SPACE}*(.*)`, 's');
const FILTER = new RegExp(`(?:${SPACE}+|${QUOTED_FRAGMENT}|,)+`, 'g');
const FILTER_NAME = /\w+/;
const ARGUMENT = new RegExp(`[:,]${SPACE}*((?:\\w+${SPACE}*:${SPACE}*)?${QUOTED_FRAGMENT})`, 'g');
const KEYWORD = new RegExp(`^${TAG_ATTRIBUTES}$`);

/** `Variable#strict_parse`. */
export function parseOutputStrictly(markup: string, options: ExpressionOptions): FilteredValue {
  const parser = new StrictParser(markup);
  const value = parseExpression(parser.expression(), options);
  const filters: FilterCall[] = [];
  while (parser.consumeIf('pipe') !== null) {
    const name = parser.consume('id');
    filters.push(filterCall(name, strictArguments(parser), options));
  }
  parser.consume('end_of_string');
  return { value, filters };
}

function strictArguments(parser: StrictParser): string[] {
  if (parser.consumeIf('colon') === null) return [];
  const args = [parser.argument()];
  while (parser.consumeIf('comma') !== null) args.push(parser.argument());
  return args;
}

/** `Variable#lax_parse`: takes the parts it can read and skips the rest. */
export function parseOutputLaxly(markup: string, options: ExpressionOptions): FilteredValue {
  const match = MARKUP.exec(markup);
  if (match === null) return { value: parseExpression('', options), filters: [] };
  const value = parseExpression(match[1]!, options);
  const filters: FilterCall[] = [];
  for (const piece of FILTERS.exec(match[2]!)?.[1]?.match(FILTER) ?? []) {
    const name = FILTER_NAME.exec(piece);
    if (name === null) continue;
    const args = Array.from(piece.matchAll(ARGUMENT), (found) => found[1]!);
    filters.push(filterCall(name[0], args, options));
  }
  return { value, filters };
}

function filterCall(name: string, markups: readonly string[], options: ExpressionOptions): FilterCall {
  const args: Expression[] = [];
  const keywords = new Map<string, Expression>();
  for (const markup of markups) {
    const keyword = KEYWORD.exec(markup);
    if (keyword === null) args.push(parseExpression(markup, options));
    else keywords.set(keyword[1]!, parseExpression(keyword[2]!, options));
  }
  return { name, args, keywords: [...keywords] };
}
