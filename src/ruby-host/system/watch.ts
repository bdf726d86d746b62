/** What the main thread and the watchdog share: numbers, a bell that ends it, and the line to say. */
export const WATCH = {
  /** Cell: when the child is ended, as `Date.now()` counts; 0 for never. */
  deadline: 0,
  /** Cell: when the line is said; 0 for never. */
  notice: 1,
  /** Cell: 1 when the child was ended. */
  isTooLate: 2,
  /** Cell: the process that serves, the child or one that came of it. */
  process: 3,
  cells: 4,
  /** Where the bell lies, in bytes. */
  bell: 32,
  /** Where the line lies, with a NUL behind it. */
  text: 36,
  size: 1024,
  /** Milliseconds from look to look. */
  interval: 200,
} as const;

/** What the watchdog is started with. */
export interface WatchdogData {
  readonly shared: SharedArrayBuffer;
  readonly pid: number;
}
