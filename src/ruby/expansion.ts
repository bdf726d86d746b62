/**
 * A value may hold one array twice, that array another twice, and so on: sixty such steps are quick to make and would never be
 * printed to the end. So whatever goes through a value from end to end counts what it meets.
 */

/** Items one look through a value may meet. */
const MOST = 10_000_000;

/** Characters a text that grows may come to: far more than any page has. */
const LONGEST = 100_000_000;

/** A value that stands for more than anything can hold. */
export class ExpansionError extends Error {
  constructor(what: string) {
    super(`more than ${what} in one value`);
    this.name = 'ExpansionError';
  }
}

/** @throws ExpansionError when a text of that length is too long */
export function checkLength(length: number): void {
  if (length > LONGEST) throw new ExpansionError(`${LONGEST} characters`);
}

/** Counts the items met on one look through a value. */
export class Expansion {
  private count = 0;

  /** @throws ExpansionError when there are too many */
  add(items: number): void {
    this.count += items;
    if (this.count > MOST) throw new ExpansionError(`${MOST} items`);
  }
}
