/** What `(?imx)` switches. */
export interface Switches {
  readonly ignoresCase: boolean;
  /** `m`: a dot stands for a line end, too. */
  readonly dotTakesAll: boolean;
  /** `x`: white space and comments count for nothing. */
  readonly isExtended: boolean;
}

/** With some switched on and others off, e.g. `i` and `mx`. */
export function switched(switches: Switches, on: string, off: string): Switches {
  const is = (letter: string, before: boolean): boolean =>
    off.includes(letter) ? false : before || on.includes(letter);
  return {
    ignoresCase: is('i', switches.ignoresCase),
    dotTakesAll: is('m', switches.dotTakesAll),
    isExtended: is('x', switches.isExtended),
  };
}
