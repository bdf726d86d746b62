import type { Diagnostic } from '../../model/diagnostic.js';
import { suggest } from '../../ruby/suggest.js';
import { hasAsciiText } from '../../ruby/text-encoding.js';
import type { Value } from '../../ruby/value.js';
import type { AbsentNames } from '../engine.js';
import { joinHints, LiquidError, type Place } from '../errors.js';
import type { Filter, FilterContext } from '../filter.js';
import type { FilterCall, FilteredValue } from '../parse/parse-output.js';
import type { Frame } from '../run/frame.js';
import { MethodLiteral } from '../run/method-literal.js';
import type { Profile } from '../run/profile.js';
import { type Held, toValue } from '../run/shared-list.js';
import { filterSteps } from '../run/work.js';
import type { Evaluate, EvaluateHeld, Expression } from './expression.js';

/** What filters' compilation needs of the engine. */
export interface FilterOptions {
  readonly filters: ReadonlyMap<string, Filter>;
  readonly strictFilters: boolean;
  /** `null` when nothing is measured. */
  readonly profile: Profile | null;
  readonly absent: AbsentNames;
}

/**
 * Compiles a value with its filters.
 *
 * @param place asked where a filter is one that nobody defines; `null` for a text that stands in no file
 */
export function compileOutput(
  { value, filters }: FilteredValue,
  options: FilterOptions,
  place: () => Place | null,
): Expression {
  if (filters.length === 0) return value;
  return filters.reduce<Expression>(
    (input, call) => {
      const filter = options.filters.get(call.name);
      const encoded = filter?.isAscii === undefined ? filter : telling(filter, input.tellsEncoding === true);
      if (filter?.share !== undefined) {
        const sharing = { ...filter, apply: filter.share };
        const held = compileFilter(input.held ?? input.evaluate, call, sharing, options, place);
        return { evaluate: (frame) => toValue(held(frame)), held, constant: undefined };
      }
      // Of values others make values.
      const evaluate = compileFilter(input.evaluate, call, encoded, options, place) as Evaluate;
      return { evaluate, constant: undefined, tellsEncoding: filter?.isAscii !== undefined };
    },
    { ...value, constant: undefined },
  );
}

/** The filter, which also tells the frame how its answer is encoded. */
function telling(filter: Filter, isInputTold: boolean): Filter {
  return {
    ...filter,
    apply(context, input, ...args) {
      const frame = context as Frame;
      const isInputAscii =
        typeof input === 'string' ? isInputTold && frame.isAnswerAscii : hasAsciiText(input);
      const answer = filter.apply(context, input, ...args);
      frame.isAnswerAscii = typeof answer === 'string' && filter.isAscii!(answer, input, isInputAscii);
      return answer;
    },
  };
}

/** A filter as it is called. */
interface CalledFilter extends Pick<Filter, 'name' | 'arity'> {
  apply(context: FilterContext, input: Held, ...args: Value[]): Held;
}

function compileFilter(
  input: EvaluateHeld,
  call: FilterCall,
  filter: CalledFilter | undefined,
  options: FilterOptions,
  place: () => Place | null,
): EvaluateHeld {
  const args = call.args.map((argument) => argument.evaluate);
  if (call.keywords.length > 0) args.push(compileKeywords(call));
  if (filter === undefined) {
    const value = withArguments(input, args);
    return options.strictFilters
      ? refuseUnknown(value, call.name, options)
      : passUnknown(value, options.absent.undefinedFilter(call.name, place()));
  }
  if (!accepts(filter, args.length)) return compileRefusal(input, filter, args);
  const evaluate = compileCall(input, filter, args);
  return options.profile === null ? evaluate : options.profile.measureFilter(call.name, evaluate);
}

/** Most filters have no or one argument: these are called without making a list of them. */
function compileCall(input: EvaluateHeld, filter: CalledFilter, args: readonly Evaluate[]): EvaluateHeld {
  const [first, second] = args;
  if (first === undefined) return (frame) => toLiquid(filter.apply(frame, counted(input, frame)));
  if (second === undefined) {
    return (frame) => toLiquid(filter.apply(frame, counted(input, frame), first(frame)));
  }
  if (args.length === 2) {
    return (frame) => toLiquid(filter.apply(frame, counted(input, frame), first(frame), second(frame)));
  }
  return (frame) => {
    const value = counted(input, frame);
    return toLiquid(filter.apply(frame, value, ...args.map((argument) => argument(frame))));
  };
}

/** A filter's input, whose size says what the filter has to do. */
function counted(input: EvaluateHeld, frame: Frame): Held {
  const value = input(frame);
  frame.count(filterSteps(value));
  return value;
}

/** `empty` and `blank` turn into `''` on the way out of a filter. */
function toLiquid(value: Held): Held {
  return value instanceof MethodLiteral ? '' : value;
}

function compileKeywords({ keywords }: FilterCall): Evaluate {
  return (frame) => {
    const hash = new Map<Value, Value>();
    for (const [name, value] of keywords) hash.set(name, value.evaluate(frame));
    return hash;
  };
}

/** What a filter takes is evaluated, whatever becomes of it. */
function withArguments(input: EvaluateHeld, args: readonly Evaluate[]): EvaluateHeld {
  return (frame) => {
    const value = input(frame);
    for (const argument of args) argument(frame);
    return value;
  };
}

/** The value passes through (Liquid 4.0.4, `Strainer#invoke`), without a word unless a plugin is missing: then once a rendering. */
function passUnknown(value: EvaluateHeld, warning: Diagnostic | null): EvaluateHeld {
  if (warning === null) return (frame) => toLiquid(value(frame));
  const told = new WeakSet<Frame>();
  return (frame) => {
    if (!told.has(frame)) frame.report(warning);
    told.add(frame);
    return toLiquid(value(frame));
  };
}

function refuseUnknown(value: EvaluateHeld, name: string, { filters, absent }: FilterOptions): EvaluateHeld {
  return (frame) => {
    value(frame);
    const hint = joinHints(suggest(name, filters.keys()), absent.filterHint(name));
    throw new LiquidError('runtime', `undefined filter ${name}`, { hint });
  };
}

function accepts({ arity: [fewest, most] }: CalledFilter, count: number): boolean {
  return count >= fewest && count <= most;
}

/** Ruby's words; its counts include the input. */
function compileRefusal(input: EvaluateHeld, filter: CalledFilter, args: readonly Evaluate[]): EvaluateHeld {
  const message = `wrong number of arguments (given ${args.length + 1}, expected ${arityText(filter.arity)})`;
  const value = withArguments(input, args);
  return (frame: Frame) => {
    value(frame);
    throw new LiquidError('runtime', message);
  };
}

function arityText([fewest, most]: readonly [number, number]): string {
  if (fewest === most) return String(fewest + 1);
  return most === Number.POSITIVE_INFINITY ? `${fewest + 1}+` : `${fewest + 1}..${most + 1}`;
}
