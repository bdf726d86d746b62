/** Processor time of what is compared, in microseconds, so that what passes by the way does not show: 20 ms. */
const ENOUGH = 20_000;
const RUNS = 5;

/** So often a ratio is taken that is far from proportion: V8 may have compiled anew in between, which the square survives. */
const LOOKS = 4;
/** A ratio that needs no second look. */
const NEAR = 5;

/**
 * How much more processor time something takes with four times as much to do: 4 where time grows in proportion, 16 where it grows with the
 * square. Each cost is the least of several, so that a busy machine and the collector have no say.
 *
 * @param run  does that much
 * @param size the smaller amount
 */
export function growth(run: (size: number) => void, size: number): number {
  // V8's compiler is done with it then.
  run(4 * size);
  const times = Math.ceil(
    ENOUGH /
      Math.max(
        1,
        least(() => run(size)),
      ),
  );
  const cost = (amount: number): number =>
    least(() => {
      for (let turn = 0; turn < times; turn += 1) run(amount);
    });
  let ratio = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS && ratio > NEAR; look++)
    ratio = Math.min(ratio, cost(4 * size) / cost(size));
  return ratio;
}

function least(run: () => void): number {
  return Math.min(
    ...Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    }),
  );
}
