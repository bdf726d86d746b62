import { expect, test } from 'vitest';
import { inspect } from '../../src/ruby/inspect.js';
import { toJson } from '../../src/ruby/json.js';
import { toS } from '../../src/ruby/to-s.js';
import { isFloat, isInteger, isTruthy, RubyFloat, RubyRange, toFloat } from '../../src/ruby/value.js';
import { TestDrop } from './test-drop.js';

test('a drop that says nothing else prints its class', () => {
  const drop = new TestDrop();
  expect([toS(drop), inspect(drop), toJson(drop)]).toEqual([
    'Jekyll::Drops::TestDrop',
    'Jekyll::Drops::TestDrop',
    '"Jekyll::Drops::TestDrop"',
  ]);
});

test('a range has the integers from end to end, or none', () => {
  expect([new RubyRange(2, 5).size, new RubyRange(5, 2).size]).toEqual([4, 0]);
});

test('a whole float stays a float, any other is a number', () => {
  expect([toFloat(2), toFloat(2.5)]).toEqual([new RubyFloat(2), 2.5]);
  expect([new RubyFloat(2), 2.5, Number.NaN, 2, 2n, '2'].map(isFloat)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([2, 2n, 2.5, new RubyFloat(2)].map(isInteger)).toEqual([true, true, false, false]);
});

test('only nil and false are false', () => {
  expect([null, false, 0, '', []].map(isTruthy)).toEqual([false, false, true, true, true]);
});
