import { describe, expect, test } from 'vitest';
import { createLiquid, type LiquidEngine } from '../../../src/liquid/index.js';
import { fromPlain, toPlain } from '../../../src/liquid/liquidjs/frame-context.js';
import { ForLoop } from '../../../src/liquid/run/loop-drop.js';
import { inspect } from '../../../src/ruby/inspect.js';
import { RubyDate } from '../../../src/ruby/time/date.js';
import { RubyTime } from '../../../src/ruby/time/time.js';
import { RubyFloat, RubyRange, type Value } from '../../../src/ruby/value.js';

describe('plain values', () => {
  test.each<[string, Value, unknown]>([
    ['a float', new RubyFloat(2), 2],
    ['a time', new RubyTime(1, 500_000_000, 0, 'UTC'), new Date(1500)],
    ['a date', new RubyDate(2024, 2, 29), new Date('2024-02-29T00:00:00Z')],
    ['a range', new RubyRange(1, 3), [1, 2, 3]],
    ['a list with a mapping', [new Map<Value, Value>([[1, new RubyFloat(2)]])], [{ 1: 2 }]],
    ['nil', null, null],
  ])('%s', (_name, value, expected) => {
    expect(toPlain(value)).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'nil'],
    ['minus zero', -0, '0'],
    ['a symbol', Symbol('a'), 'nil'],
    ['a function', () => 1, 'nil'],
    ['a time', new Date(1500), '1970-01-01 00:00:01.5 UTC'],
    ['a set', new Set([1, 'a']), '[1, "a"]'],
    ['a map', new Map<unknown, unknown>([[1, [undefined]]]), '{1=>[nil]}'],
    ['an object', { a: { b: true } }, '{"a"=>{"b"=>true}}'],
    ['a value of ours', new RubyFloat(2), '2.0'],
  ])('%s comes back', (_name, plain, expected) => {
    expect(inspect(fromPlain(plain))).toBe(expected);
  });

  test('a drop stays behind an object of liquidjs, and comes back itself', () => {
    const loop = new ForLoop('i-list', 3, null);
    const wrapped = toPlain(loop) as { liquidMethodMissing(key: string): unknown };
    expect(wrapped.liquidMethodMissing('length')).toBe(3);
    expect(String(wrapped)).toBe('Liquid::ForloopDrop');
    expect(fromPlain(wrapped)).toBe(loop);
  });
});

describe('the context of a rendering', () => {
  /** An engine with a tag that writes what the function finds in its context. */
  function withTag(
    look: (names: Record<string, unknown>, get: (path: string[]) => unknown) => unknown,
  ): LiquidEngine {
    const liquid = createLiquid();
    liquid.registerTag('look', {
      render(context) {
        const names = context.environments as Record<string, unknown>;
        return JSON.stringify(look(names, (path) => context.getSync(path))) ?? 'undefined';
      },
    });
    return liquid;
  }

  test('shows variables as properties', () => {
    const liquid = withTag((names) => [names['a'], 'a' in names, 'b' in names, names['b'] ?? 'none']);
    expect(liquid.render('{% assign a = 1 %}{% look %}')).toBe('[1,true,false,"none"]');
  });

  test('describes the properties it has', () => {
    const liquid = withTag((names) => [Object.hasOwn(names, 'a'), Object.hasOwn(names, 'b')]);
    expect(liquid.render('{% assign a = 1 %}{% look %}')).toBe('[true,false]');
  });

  test('knows no names that are symbols', () => {
    const liquid = withTag((names) => {
      const byAnything = names as unknown as Record<symbol, unknown>;
      const key = Symbol('a');
      return [byAnything[key] ?? 'none', key in names, Object.hasOwn(names, key)];
    });
    expect(liquid.render('{% look %}')).toBe('["none",false,false]');
  });

  test('finds values by path, and nothing behind what is not there', () => {
    const liquid = withTag((_names, get) => [
      get(['a', 'b', 'size']),
      get(['a', 'x', 'y']) ?? 'none',
      get(['no']) ?? 'none',
    ]);
    expect(liquid.render('{% look %}', { a: { b: [1, 2] } })).toBe('[2,"none","none"]');
  });
});
