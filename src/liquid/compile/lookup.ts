import { toS } from '../../ruby/to-s.js';
import { Drop, type Value } from '../../ruby/value.js';
import { LiquidError } from '../errors.js';
import type { Frame } from '../run/frame.js';
import { isCommandName, property } from '../run/property.js';
import { type Held, toValue } from '../run/shared-list.js';
import { isEnumerableDrop } from '../run/slice.js';
import type { Evaluate, EvaluateHeld, Expression, ExpressionOptions } from './expression.js';

/** One step of a lookup: `.title`, `[0]`, `[key]`. */
interface Step {
  /** `undefined` where the key is only known in a rendering. */
  readonly constant: Value | undefined;
  readonly evaluate: Evaluate;
  /** Written as `.size`, `.first` or `.last`. */
  readonly isCommand: boolean;
}

const PART = /\[[^\]]+\]|[\w-]+\??/g;
const NAME = /[\w-]+\??/g;

/**
 * Compiles a variable with what stands behind it, e.g. `page.tags[0].name` (Liquid 4.0.4, `VariableLookup`).
 *
 * @param parse reads what stands between brackets, which may be a lookup again
 */
export function compileLookup(
  markup: string,
  options: ExpressionOptions,
  parse: (markup: string) => Expression,
): Pick<Expression, 'evaluate' | 'held'> {
  const [first, ...rest] = splitParts(markup);
  const root = first === undefined ? nothing(options) : compileRoot(first, options, parse);
  const steps = rest.map((part) => parseStep(part, parse));
  if (steps.length === 0) return { evaluate: (frame) => toValue(root(frame)), held: root };
  return { evaluate: options.strictVariables ? walkStrictly(root, steps) : walk(root, steps) };
}

function compileRoot(
  part: string,
  options: ExpressionOptions,
  parse: (markup: string) => Expression,
): EvaluateHeld {
  const find = options.strictVariables ? findStrictly : findName;
  if (!part.startsWith('[')) return (frame) => find(frame, part);
  const name = parse(part.slice(1, -1));
  return (frame) => {
    const value = name.evaluate(frame);
    return typeof value === 'string' ? find(frame, value) : null;
  };
}

/** Behind the last `]` no bracket can close, and looking for one at every `[` would take long. */
function splitParts(markup: string): string[] {
  const end = markup.lastIndexOf(']') + 1;
  return [...(markup.slice(0, end).match(PART) ?? []), ...(markup.slice(end).match(NAME) ?? [])];
}

/** Markup without any name in it, e.g. `&`. */
function nothing({ strictVariables }: ExpressionOptions): Evaluate {
  return () => {
    if (strictVariables) throw undefinedVariable('');
    return null;
  };
}

function findName(frame: Frame, name: string): Held {
  return frame.findHeld(name) ?? null;
}

function findStrictly(frame: Frame, name: string): Held {
  const value = frame.findHeld(name);
  if (value === undefined) throw undefinedVariable(name);
  return value;
}

function parseStep(part: string, parse: (markup: string) => Expression): Step {
  if (part.startsWith('[')) return { ...parse(part.slice(1, -1)), isCommand: false };
  return { constant: part, evaluate: () => part, isCommand: isCommandName(part) };
}

/** Most lookups have one or two known keys: these run without a loop. */
function walk(root: EvaluateHeld, steps: readonly Step[]): Evaluate {
  const [first, second] = steps as [Step, Step?];
  const isKnown = steps.every((step) => step.constant !== undefined);
  if (isKnown && second === undefined) {
    const { constant, isCommand } = first;
    return (frame) => property(root(frame), constant!, isCommand) ?? null;
  }
  if (isKnown && steps.length === 2) {
    return (frame) => {
      const object = property(root(frame), first.constant!, first.isCommand);
      if (object === undefined) return null;
      return property(object, second!.constant!, second!.isCommand) ?? null;
    };
  }
  return (frame) => {
    let object = root(frame);
    for (const step of steps) {
      const found = property(object, step.evaluate(frame), step.isCommand);
      if (found === undefined) return null;
      object = found;
    }
    return toValue(object);
  };
}

/** `strict_variables`: what is not there is an error, whose text names the last key. */
function walkStrictly(root: EvaluateHeld, steps: readonly Step[]): Evaluate {
  return (frame) => {
    let object = root(frame);
    for (const step of steps) {
      const key = step.evaluate(frame);
      const found = property(object, key, step.isCommand);
      if ((found ?? null) === null) refuseUnknownMethod(object, key);
      if (found === undefined || isAbsentItem(object, key)) throw undefinedVariable(toS(key));
      object = found;
    }
    return toValue(object);
  };
}

/** A mapping answers any number; without an entry that is still no variable. */
function isAbsentItem(object: Held, key: Value): boolean {
  return object instanceof Map && typeof key === 'number' && !object.has(key);
}

/** Liquid's own drops know every name; what they cannot answer is an error of theirs. */
function refuseUnknownMethod(object: Held, key: Value): void {
  if (!(object instanceof Drop) || object.keys().includes(toS(key))) return;
  if (!isEnumerableDrop(object)) throw new LiquidError('runtime', `undefined method ${toS(key)}`);
}

function undefinedVariable(name: string): LiquidError {
  return new LiquidError('runtime', `undefined variable ${name}`);
}
