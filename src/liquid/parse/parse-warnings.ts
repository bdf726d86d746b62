import { type LiquidError, tooMuch } from '../errors.js';

/** Warnings of one template that are kept; a template may hold thousands of one kind. */
const MOST = 50;
/** Pieces of markup in one template that strict parsing may refuse: an exception each, of 10 µs. */
const MAX_REFUSED = 50_000;

/** What strict parsing refused in one template: the first in full, the others counted. */
export class ParseWarnings {
  readonly first: LiquidError[] = [];
  /** How many there are beyond the first. */
  further = 0;

  add(warning: LiquidError): void {
    if (this.first.length < MOST) this.first.push(warning);
    else this.further += 1;
    if (this.further > MAX_REFUSED) throw tooMuch(`more than ${MAX_REFUSED} warnings in one template`);
  }

  /** Adds those of a text inside the template. */
  addAll({ first, further }: ParseWarnings): void {
    for (const warning of first) this.add(warning);
    this.further += further;
  }
}
