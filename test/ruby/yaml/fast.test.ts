import fastCheck from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ruby/inspect.js';
import type { Value } from '../../../src/ruby/value.js';
import { parseYamlFast } from '../../../src/ruby/yaml/fast/document.js';
import { parseYamlTree } from '../../../src/ruby/yaml/tree.js';
import { damagedYaml, randomYaml } from './random-yaml.js';

const ignore = (): void => {};
const fast = (text: string): Value | undefined => parseYamlFast(text, ignore);

/** Two values of the same types, the keys in the same order. */
function expectGeneral(value: Value, text: string): void {
  const expected = parseYamlTree(text, ignore, ignore);
  expect(value).toStrictEqual(expected);
  expect(inspect(value)).toBe(inspect(expected));
}

describe('the fast way', () => {
  test.each([
    'a: 1\nb: two words # c\n\n# c\nc: "x\\ty"\nd:\n',
    '---\n- a\n- - b\n  - c: 1\n    d: [e, "f", {g: h}]\n-\n  - i\n-\n- j: k\n',
    'a b: 1\n"c: d": 2\n\'e\': 3\nf/g.h : 4\n12: 5\nyes: 6\n1.5: 7\n',
    'a:\n- 1\n- b:\n  - 2\n  c: 3\nd:\n   e:\n    f: g\n',
    'a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n\n  z\n\n   more\n  end\n\nc: |+\n  x\n\nd: |\n  last',
    'a: one\n  two\n\n  three\nb:\n  four\n  five # c\nc: x\n',
    "a: \"one\n  two\\\n  \\  three\n\n  four \\\n\n  five\"\nb: 'one\n\n  it''s'\n",
    'a: [b,\n  # c\nd, {e: f,\n\tg: "h"}, ]\ni: {}\n',
    '{"a":1.0,"2":[true,null,"\\u00e9\\n"],"a":{"b":-0.0,"c":1e3}}',
    '[\n\t{"a": "b"},\n\t[]\n]\n',
    'a\xa0: b\xa0\nc : d \ne: "f\xa0\n \xa0g"\n',
    'a: -x\nb: <p>\nc: http://x.y/#z\nd: 2020_report\ne: 2024-01-02\nf: 1:30\n',
    'a: &x {b: 1}\nc: &y\n  <<: *x\n  b: 2\n  <<: *x\nd: [*y, {e: *x}]\nf:\n- &x g # c\n- *x # c\n',
    'a: :b\nc: ?d\n:e: [--f]\ng: >- # c\n  h\n',
    'a: 1\n...\nb: 2\n',
    'a: 1\n---\nb: 2\n',
  ])('takes %j', (text) => {
    const value = fast(text);
    expect(value).toBeDefined();
    expectGeneral(value!, text);
  });

  test.each([
    'a: *b\n',
    'a: &b\n  c: *b\n',
    'a: &b [1]\nc: &b\n  d: *b\n',
    '&a b: 1\n',
    'a: & b\n',
    'a: &b c\nd: &e *b\n',
    'a: &b c\nd: &e # f\n  *b\n',
    'a: * b\n',
    '- &a b: 1\n',
    '<<: *a\n',
    'a: &b [1]\n<<: *b\n',
    'a: !!str 1\n',
    '? a\n: b\n',
    '<<: {a: 1}\n',
    '2024-01-02: a\n',
    '~: a\n',
    'a: |2\n   x\n',
    'a: 1._5\n',
    '[a: b]\n',
    '{"a": "\\ud83d\\ude00"}',
    '%YAML 1.1\n---\na: 1\n',
    'text\n',
    '',
  ])('leaves %j to the general way', (text) => {
    expect(fast(text)).toBeUndefined();
  });

  test.each([
    'a: 1\n  b: 2\n',
    'a: b: c\n',
    'a:\n\t- b\n',
    'a: |\n  \tb\n',
    'a: "b" c\n',
    'a: [b\nc: d\n',
    'a: "b\n---\nc"\n',
    '- a\nb: c\n',
    'a: 1\n b: 2\n',
    'a: x # c\n  y\n',
    `${'k'.repeat(1100)}: 1\n`,
    '{"a" 1}',
    '{"a"\n: 1}',
    '{"a\nb": 1}',
    '["a\\q"]',
    '{a: 1} x',
  ])('has no errors of its own: %j', (text) => {
    expect(fast(text)).toBeUndefined();
  });

  test('gives what the general way gives, or gives up', () => {
    // Not at random: the general way has its own corner cases, such as a `|` at the beginning of a line within quotes.
    const seed = 1;
    let taken = 0;
    const check = (text: string): void => {
      const value = fast(text);
      if (value === undefined) return;
      taken++;
      expectGeneral(value, text);
    };
    fastCheck.assert(fastCheck.property(randomYaml, check), { numRuns: 1000, seed });
    fastCheck.assert(fastCheck.property(damagedYaml, check), { numRuns: 2000, seed });
    expect(taken).toBeGreaterThan(700);
  });

  test('gives up where collections are nested deeply', () => {
    for (const text of ['['.repeat(50_000), '- '.repeat(50_000), '{a: '.repeat(50_000)]) {
      expect(fast(text)).toBeUndefined();
    }
  });

  test('gives up where aliases stand for too much', () => {
    const levels = Array.from(
      { length: 8 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join()}]\n`,
    );
    expect(fast(`l0: &l0 [x]\n${levels.slice(0, 3).join('')}`)).toBeDefined();
    expect(fast(`l0: &l0 [x]\n${levels.join('')}`)).toBeUndefined();
  });

  test('goes through long lines and texts once', { timeout: 20_000 }, () => {
    const many = 300_000;
    expect(fast(`a: "${'\\" '.repeat(many)}"\n`)).toStrictEqual(new Map([['a', '" '.repeat(many)]]));
    expect(fast(`a: '${"''".repeat(many)}'\n`)).toStrictEqual(new Map([['a', "'".repeat(many)]]));
    expect(fast(`a: x\n${'  x\n'.repeat(many)}`)).toStrictEqual(new Map([['a', `x${' x'.repeat(many)}`]]));
    expect(fast(`a: [${'1, '.repeat(many)}]\n`)).toStrictEqual(new Map([['a', Array(many).fill(1)]]));
    expect(fast(`a: 1\n${' \n'.repeat(many)}b: 2\n`)).toStrictEqual(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
    expect(fast(`a: "${' '.repeat(many)}\n${'\\'.repeat(2 * many)}"\n`)).toStrictEqual(
      new Map([['a', ` ${'\\'.repeat(many)}`]]),
    );
  });

  test('is told of as it goes', () => {
    const steps = (text: string): number => {
      let count = 0;
      parseYamlFast(text, () => count++);
      return count;
    };
    expect(steps('a: 1\n'.repeat(100))).toBeGreaterThanOrEqual(100);
    expect(steps(`a: |\n${'  x\n'.repeat(100)}`)).toBeGreaterThanOrEqual(100);
    expect(steps(`[${'1,'.repeat(100)}]`)).toBeGreaterThanOrEqual(100);
  });
});
