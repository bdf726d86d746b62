import { expect, test } from 'vitest';
import { dumpYaml } from '../../../src/commands/compose/dump-yaml.js';
import { toFloat, type Value } from '../../../src/ruby/value.js';

const dump = (value: Value): string => dumpYaml(new Map([['k', value]])).slice('k:'.length);

test.each([
  ['Hello there', ' Hello there\n'],
  ["it's", " it's\n"],
  ['Foo: bar', " 'Foo: bar'\n"],
  ['Hello #1', " 'Hello #1'\n"],
  ['C#', ' C#\n'],
  ['What?', ' What?\n'],
  ['2020', " '2020'\n"],
  ['12:30', " '12:30'\n"],
  ['yes', " 'yes'\n"],
  ['y', ' "y"\n'],
  ['', " ''\n"],
  ['[x]', ' "[x]"\n'],
  ['@me', ' "@me"\n'],
  ['"q"', ' \'"q"\'\n'],
  ['say "hi"', ' say "hi"\n'],
  ['2024-01-01 10:00 +0000', ' 2024-01-01 10:00 +0000\n'],
  ['2024-01-01 10:00:00 +0000', " '2024-01-01 10:00:00 +0000'\n"],
])('writes the string %j as Psych does', (text, expected) => {
  expect(dump(text)).toBe(expected);
});

test('writes nil, numbers, sequences and mappings as Psych does', () => {
  expect(dump(null)).toBe('\n');
  expect(dump(toFloat(1))).toBe(' 1.0\n');
  expect(dump([1, 'x', [2]])).toBe('\n- 1\n- x\n- - 2\n');
  expect(dump(new Map<Value, Value>([['q', [1]]]))).toBe('\n  q:\n  - 1\n');
  expect(dump([])).toBe(' []\n');
  expect(dump(new Map())).toBe(' {}\n');
});
