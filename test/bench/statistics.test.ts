import fastCheck from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../../bench/sites/blog.js';
import { areApart, median, medianInterval, quantile, spread, verdictOf } from '../../bench/statistics.js';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
  [[1, 1, 1, 100], 1],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('half of any values lie on each side of their median', () => {
  fastCheck.assert(
    fastCheck.property(fastCheck.array(fastCheck.integer(), { minLength: 1 }), (values) => {
      const middle = median(values);
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

test('a quantile is one of the values', () => {
  const values = [50, 10, 40, 30, 20];
  expect([0, 0.25, 0.5, 0.75, 1].map((part) => quantile(values, part))).toEqual([10, 20, 30, 40, 50]);
});

test('the spread is a factor', () => {
  expect(spread([2, 3, 2.5])).toBe(1.5);
});

test.each([
  [[1, 2], [3, 4], true],
  [[3, 4], [1, 2], true],
  [[1, 3], [2, 4], false],
  [[1, 4], [2, 3], false],
  [[1, 2], [2, 3], false],
])('%j and %j are apart: %s', (one, other, expected) => {
  expect(areApart(one, other)).toBe(expected);
});

describe('the interval of a median', () => {
  // Ranks of the tables of the sign test at 95 %, two-sided (W. J. Conover: Practical Nonparametric Statistics).
  test.each([
    [6, 1],
    [8, 1],
    [9, 2],
    [10, 2],
    [12, 3],
    [15, 4],
    [20, 6],
    [25, 8],
    [50, 18],
    [100, 40],
  ])('of %d values begins with that of rank %d and ends with its counterpart', (count, rank) => {
    const values = Array.from({ length: count }, (_, index) => index + 1);
    expect(medianInterval(values.toReversed())).toEqual({ low: rank, high: count + 1 - rank });
  });

  test('is not to be had from five values', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(medianInterval([])).toBeNull();
  });

  test('is narrow with thousands of values', () => {
    const values = Array.from({ length: 5001 }, (_, index) => index);
    const { low, high } = medianInterval(values)!;
    expect(low).toBe(2500 - (high - 2500));
    // The normal distribution's 1.96 deviations of half the root of the count are 69.3.
    expect(2500 - low).toBeGreaterThanOrEqual(69);
    expect(2500 - low).toBeLessThanOrEqual(71);
  });

  test.each([
    ['even', (part: number) => part],
    ['with a long tail', (part: number) => 1 / (1 - part)],
  ])('holds the true median in 95 of 100 cases or more, values being %s', (_, distribution) => {
    const random = randomNumbers(7);
    const truth = distribution(0.5);
    let held = 0;
    for (let round = 0; round < 4000; round++) {
      const { low, high } = medianInterval(Array.from({ length: 20 }, () => distribution(random())))!;
      if (low <= truth && truth <= high) held++;
    }
    // 0.9586 is what rank 6 of 20 gives; four deviations of 4,000 rounds are 0.0126.
    expect(held / 4000).toBeGreaterThan(0.946);
    expect(held / 4000).toBeLessThan(0.972);
  });
});

describe('a verdict', () => {
  const ratios = [0.98, 1.02, 0.99, 1.01, 1.0, 0.97, 1.03, 1.0, 0.96, 1.04];

  test('sees no difference where the interval holds 1', () => {
    expect(verdictOf(ratios)).toBe('no difference that shows');
  });

  test('sees a tenth through that noise, either way', () => {
    expect(verdictOf(ratios.map((ratio) => ratio * 0.9))).toBe('faster');
    expect(verdictOf(ratios.map((ratio) => ratio * 1.1))).toBe('slower');
  });

  test('is not misled by two pairs that something else disturbed', () => {
    expect(verdictOf([...ratios, 9, 12])).toBe('no difference that shows');
  });

  test('touches 1 and says nothing', () => {
    expect(verdictOf([1, 1, 1, 1, 1, 1])).toBe('no difference that shows');
  });

  test('is not given for five pairs', () => {
    expect(verdictOf([0.5, 0.5, 0.5, 0.5, 0.5])).toBe('too few pairs');
  });
});
