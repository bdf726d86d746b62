/**
 * Nesting without recursion. A rule whose block holds blocks answers with a generator: it yields each nested text when it is
 * time to parse it, and the parser resumes it when that is done. So a thousand levels need no deeper call stack than one.
 */
import type { KramdownBlockState } from './state.js';

/** The work of a rule that took a line; yields states to be parsed to their end (or to the end tag of an element). */
export type Steps<Result = void> = Generator<KramdownBlockState, Result, void>;

/** What a rule answers: it did not take the line, it did, or it did and has nested texts. */
export type RuleResult = boolean | Steps;

/** One of kramdown's rules. `silent` is always false: none of them ends a paragraph. */
export type BlockRule = (
  state: KramdownBlockState,
  startLine: number,
  endLine: number,
  silent: boolean,
) => RuleResult;
