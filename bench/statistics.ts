/** Statistics that ask nothing of how times are distributed: they have a floor and a long tail, and means follow the tail. */

/** The middle value; with an even number, half-way between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** The value below which a part of the values lies, e.g. the lower quartile for 0.25. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

/** The largest value as a part of the smallest, e.g. 1.2. */
export function spread(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}

/** Whether all of one lie below all of the other. */
export function areApart(one: readonly number[], other: readonly number[]): boolean {
  return Math.max(...one) < Math.min(...other) || Math.max(...other) < Math.min(...one);
}

/** Where a median lies. */
export interface MedianInterval {
  readonly low: number;
  readonly high: number;
}

/** How often the interval is to hold the true median. */
const CONFIDENCE = 0.95;

/**
 * The interval of the median by order statistics: the values of rank k and n + 1 - k, where k is the largest with which the interval
 * misses the true median in at most 5 of 100 cases. Each value lies below the median with probability 1/2, whatever their distribution, so
 * the number of those below it is binomial (H. A. David, H. N. Nagaraja: Order Statistics, 7.1). `null` for fewer than 6 values: even the
 * smallest and the largest of five miss it in 6 of 100.
 */
export function medianInterval(values: readonly number[]): MedianInterval | null {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  let rank = 0;
  // The probability of exactly `rank` values below the median, as a logarithm (that of 2,000 values is no number), and of so many or fewer.
  let exactly = -count * Math.LN2;
  let atMost = Math.exp(exactly);
  while (atMost <= (1 - CONFIDENCE) / 2) {
    rank++;
    exactly += Math.log((count - rank + 1) / rank);
    atMost += Math.exp(exactly);
  }
  return rank === 0 ? null : { low: sorted[rank - 1]!, high: sorted[count - rank]! };
}

/** What ratios of pairs, of this to the other, say. */
export type Verdict = 'faster' | 'slower' | 'no difference that shows' | 'too few pairs';

/** A difference shows where the interval of the ratios' median leaves 1 out. */
export function verdictOf(ratios: readonly number[]): Verdict {
  const interval = medianInterval(ratios);
  if (interval === null) return 'too few pairs';
  if (interval.high < 1) return 'faster';
  return interval.low > 1 ? 'slower' : 'no difference that shows';
}
