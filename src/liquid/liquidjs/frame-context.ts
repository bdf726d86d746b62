import { Context, defaultOptions, Drop as LiquidjsDrop } from 'liquidjs';
import { RubyDate } from '../../ruby/time/date.js';
import { RubyTime } from '../../ruby/time/time.js';
import { Drop, RubyFloat, RubyRange, type Value } from '../../ruby/value.js';
import type { Frame } from '../run/frame.js';
import { isCommandName, property } from '../run/property.js';
import type { Scope } from '../run/scope.js';
import { rangeItems } from '../run/slice.js';

/** A rendering of ours as tags written for liquidjs see it: their scopes are ours, their values plain JavaScript. */
export class FrameContext extends Context {
  private readonly entered: Scope[][] = [];

  constructor(readonly frame: Frame) {
    super({}, defaultOptions, { sync: true });
    this.environments = namesOf(frame);
  }

  override getSync(paths: PropertyKey[]): unknown {
    return find(this.frame, paths);
  }

  override get(paths: PropertyKey[]): unknown {
    return find(this.frame, paths);
  }

  // biome-ignore lint/correctness/useYield: liquidjs wants a generator, which has nothing to wait for here
  override *_get(paths: PropertyKey[]): IterableIterator<unknown> {
    return find(this.frame, paths);
  }

  override push(names: object): number {
    const scopes = Object.entries(names).map(([name, value]) => this.frame.enter(name, fromPlain(value)));
    return this.entered.push(scopes);
  }

  override pop(): object | undefined {
    for (const scope of this.entered.pop()?.toReversed() ?? []) this.frame.leave(scope);
    return undefined;
  }

  override spawn(names: object = {}): Context {
    const values = Object.entries(names).map(([name, value]) => [name, fromPlain(value)] as const);
    return new FrameContext(this.frame.isolated(new Map(values)));
  }

  /** Where `assign`-like tags put their variables. */
  override bottom(): object {
    return namesOf(this.frame);
  }
}

type PropertyKey = string | number;

function find(frame: Frame, [name, ...keys]: readonly unknown[]): unknown {
  let value: Value | undefined = frame.find(String(name));
  for (const key of keys) {
    if (value === undefined) return undefined;
    value = property(value, fromPlain(key), isCommandName(key));
  }
  return value === undefined ? undefined : toPlain(value);
}

/** An object whose properties are the frame's variables; a new one is set for the rest of the page. */
function namesOf(frame: Frame): object {
  return new Proxy(Object.create(null) as object, {
    get: (_target, name) => (typeof name === 'string' ? find(frame, [name]) : undefined),
    has: (_target, name) => typeof name === 'string' && frame.find(name) !== undefined,
    getOwnPropertyDescriptor: (_target, name) => {
      const value = typeof name === 'string' ? find(frame, [name]) : undefined;
      return value === undefined
        ? undefined
        : { value, configurable: true, enumerable: true, writable: true };
    },
    set: (_target, name, value) => {
      frame.assign(String(name), fromPlain(value));
      return true;
    },
  });
}

/** A drop of ours behind liquidjs's interface. */
class WrappedDrop extends LiquidjsDrop {
  constructor(readonly drop: Drop) {
    super();
  }

  override liquidMethodMissing(key: string | number): unknown {
    return toPlain(this.drop.get(String(key)));
  }

  override toString(): string {
    return this.drop.toText();
  }
}

/** What plain JavaScript has for a value: objects for mappings, `Date` for times. */
export function toPlain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map) {
    const object = Object.create(null) as Record<string, unknown>;
    for (const [key, item] of value) object[String(key)] = toPlain(item);
    return object;
  }
  if (value instanceof RubyFloat) return value.value;
  if (value instanceof RubyTime) return new Date(value.seconds * 1000 + value.nanoseconds / 1e6);
  if (value instanceof RubyDate) return new Date(Date.UTC(value.year, value.month - 1, value.day));
  if (value instanceof RubyRange) return rangeItems(value);
  return value instanceof Drop ? new WrappedDrop(value) : value;
}

/** The value behind plain JavaScript; own enumerable properties only, functions and symbols left out. */
export function fromPlain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value !== 'object') return null;
  if (isValueObject(value)) return value;
  if (value instanceof WrappedDrop) return value.drop;
  if (Array.isArray(value)) return value.map(fromPlain);
  if (value instanceof Date) return timeOf(value);
  if (value instanceof Set) return [...value].map(fromPlain);
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [fromPlain(key), fromPlain(item)]));
  return new Map(Object.entries(value).map(([key, item]) => [key, fromPlain(item)]));
}

function isValueObject(value: object): value is RubyFloat | RubyTime | RubyDate | RubyRange | Drop {
  return [RubyFloat, RubyTime, RubyDate, RubyRange, Drop].some((type) => value instanceof type);
}

function timeOf(date: Date): RubyTime {
  const milliseconds = date.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return new RubyTime(seconds, (milliseconds - seconds * 1000) * 1e6, 0, 'UTC');
}
