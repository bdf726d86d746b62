import type { PluginContext } from '../model/plugin.js';
import type { Value } from '../ruby/value.js';
import type { RenderContext } from './context.js';
import type { Held } from './run/shared-list.js';

/** What a filter may ask for besides its input and arguments. */
export interface FilterContext extends PluginContext {
  readonly render: RenderContext;
  /** Compiles a Liquid condition once (`where_exp`, `find_exp`), to be tried with `variable` bound to each item. */
  condition(expression: string, variable: string): (item: Value) => boolean;
  /**
   * Compiles a Liquid expression with filters once (`group_by_exp`), to be evaluated with `variable` bound to each item. What is no text is
   * nil under `lax`, an error else.
   */
  expression(expression: Value, variable: string): (item: Value) => Value;
}

/** One filter: `{{ input | name: arguments }}`. */
export interface Filter {
  /** As templates write it, e.g. `date_to_xmlschema`. */
  readonly name: string;
  /** Fewest and most arguments after the input; outside it Liquid answers `wrong number of arguments`. */
  readonly arity: readonly [fewest: number, most: number];
  apply(context: FilterContext, input: Value, ...args: Value[]): Value;
  /** In a template called in place of `apply`: answers the same, but takes and makes lists that share their items. */
  share?(context: FilterContext, input: Held, ...args: Value[]): Held;
  /** As a plugin's filter tells it, see `PluginFilter`. */
  isAscii?(answer: string, input: Value, isInputAscii: boolean): boolean;
}

/**
 * A failure inside a filter or tag that Liquid reports as `Liquid error (line N): MESSAGE` with the place it happened.
 * `isArgument` marks Ruby's `Liquid::ArgumentError`; others come through without the prefix, as Ruby's own exceptions do.
 */
export class FilterError extends Error {
  constructor(
    message: string,
    readonly isArgument = true,
  ) {
    super(message);
    this.name = 'FilterError';
  }
}
