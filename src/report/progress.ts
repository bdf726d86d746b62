/** Stage and count of a long build, on a terminal only: one line that is drawn over and gone at the end. */

/** A build that is done sooner shows nothing; milliseconds. */
const SILENT_FOR = 1000;
/** Ten drawings a second are smooth, and cost nothing; milliseconds. */
const REDRAW_EVERY = 100;

/** What a build tells about how far it is. */
export interface Progress {
  /** `total` is 0 when it is not known. */
  step(stage: string, done: number, total: number): void;
  /** Removes the line; call before anything else is printed and at the end. */
  clear(): void;
}

/** For pipes, `--quiet` and callers without a terminal. */
export const NO_PROGRESS: Progress = { step: () => {}, clear: () => {} };

/** What a progress line is drawn with. */
export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** Milliseconds from any fixed instant. */
  readonly now: () => number;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** A progress line. The build is synchronous, so it is drawn from within `step`, not by a timer. */
export function createProgress({ write, now, columns }: ProgressOptions): Progress {
  const start = now();
  let drawnAt = start + SILENT_FOR - REDRAW_EVERY;
  let isShown = false;
  return {
    step(stage, done, total) {
      const time = now();
      if (time - drawnAt < REDRAW_EVERY) return;
      drawnAt = time;
      isShown = true;
      write(`\r\u001b[K${progressLine(stage, done, total).slice(0, columns - 1)}`);
    },
    clear() {
      if (isShown) write('\r\u001b[K');
      isShown = false;
    },
  };
}

function progressLine(stage: string, done: number, total: number): string {
  const count = total > 0 ? `${done} of ${total} (${Math.floor((100 * done) / total)} %)` : String(done);
  return `${`${stage}: `.padStart(20)}${count}`;
}
