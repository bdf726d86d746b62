/**
 * What one rendering may take. Time would differ from machine to machine, so it is counted in steps: each output and tag that
 * runs, each round of a loop, each filter is one, of some 50 ns. Ten thousand posts with a hundred outputs and tags each are a million.
 */
import { tooMuch } from '../errors.js';
import type { Held } from './shared-list.js';

/** Steps of one rendering: some seconds, and ten times as long in Ruby. */
const MAX_STEPS = 100_000_000;
/** Characters one rendering, or one value in it, may have. 100 MB is far above any page. */
const MAX_LENGTH = 100_000_000;
/** Steps between two looks at the whole. */
const LOOK_EVERY = 5000;

/** Steps to start a loop, even one without a round: scope, `forloop`, items. Those of a range are made, one step each. */
export const LOOP_STEPS = 8;
/** Steps to include a file. */
export const INCLUDE_STEPS = 10;
/** Steps to `render` a file, which copies the names it sees. */
export const RENDER_STEPS = 40;

/** Characters and items up to which a filter is one step: a post's text, the posts of a large site. */
const MAX_LIGHT = 200_000;
/** Characters of a longer text that are a step. */
const CHARACTERS_A_STEP = 4;

/** Steps of a filter with that input. What it answers at once, such as the size, weighs the same: no page asks that of so much. */
export function filterSteps(input: Held): number {
  if (typeof input === 'string') {
    return input.length > MAX_LIGHT ? Math.floor(input.length / CHARACTERS_A_STEP) : 1;
  }
  return Array.isArray(input) && input.length > MAX_LIGHT ? input.length : 1;
}

/** Counts the steps of one rendering, all that is included in it along. */
export class Work {
  private steps = 0;
  private nextLook = LOOK_EVERY;

  /** Answers whether it is time to look at the output, too. */
  add(steps: number): boolean {
    this.steps += steps;
    return this.steps >= this.nextLook && this.look();
  }

  private look(): true {
    if (this.steps > MAX_STEPS) throw tooMuch(`more than ${MAX_STEPS} steps of loops, includes and filters`);
    this.nextLook = this.steps + LOOK_EVERY;
    return true;
  }
}

/** Refuses text that no page can want. */
export function checkLength(length: number): void {
  if (length > MAX_LENGTH) throw tooMuch(`more than ${MAX_LENGTH} characters`);
}
