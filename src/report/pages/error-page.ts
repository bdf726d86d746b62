/** What `utterson help U1203` prints: the page behind a number. */
export interface ErrorPage {
  /** Never given to anything else, e.g. `U1203`. */
  readonly number: string;
  /** The message's own name: `Diagnostic.code`, or what one of its kinds is called in `in-our-words.ts`. */
  readonly code: string;
  /** When it comes up, one or two sentences. */
  readonly when: string;
  /** What brings it up: lines of a file, or a command. */
  readonly example: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A row of a table of pages. */
export function page(number: string, code: string, when: string, example: string, remedy: string): ErrorPage {
  return { number, code, when, example, remedy };
}
