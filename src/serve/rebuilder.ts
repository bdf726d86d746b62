/** Runs one task at a time, and once more when it was asked for while it ran: quick saves in a row become one rebuild. */
export class Rebuilder {
  readonly #task: (changed: readonly string[] | null) => Promise<void>;
  readonly #quiet: number;
  readonly #pending = new Set<string>();
  /** Whether any file may have changed. */
  #isLost = false;
  /** The shortest wait that was asked for since the task was last started. */
  #wait = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isClosed = false;

  /**
   * @param task  what to do with the paths that changed; `null` when any may have
   * @param quiet milliseconds without a further change before the task starts
   */
  constructor(task: (changed: readonly string[] | null) => Promise<void>, quiet: number) {
    this.#task = task;
    this.#quiet = quiet;
  }

  /** Notes a changed path; the task runs when the changes pause. @param wait for a longer pause than usual, in milliseconds */
  add(path: string, wait = this.#quiet): void {
    if (this.#isClosed) return;
    this.#pending.add(path);
    this.#schedule(wait);
  }

  /** Whether a path waits for the task. */
  isPending(path: string): boolean {
    return this.#pending.has(path);
  }

  /** Notes that any file may have changed. */
  addAll(): void {
    if (this.#isClosed) return;
    this.#isLost = true;
    this.#schedule(this.#quiet);
  }

  /** Runs the task now, with what is pending, or as soon as one that runs is done. */
  runNow(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    if (this.#running) return this.#running.then(() => this.runNow());
    if (this.#timer) clearTimeout(this.#timer);
    this.#start();
    return this.#running ?? Promise.resolve();
  }

  /** Drops what is waiting and waits for what runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(wait: number): void {
    this.#wait = Math.min(this.#wait, wait);
    if (this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), this.#wait);
  }

  #start(): void {
    const changed = this.#isLost ? null : [...this.#pending].sort();
    this.#pending.clear();
    this.#isLost = false;
    this.#wait = Number.POSITIVE_INFINITY;
    this.#timer = null;
    this.#running = this.#task(changed).finally(() => {
      this.#running = null;
      if (this.#isClosed || (this.#pending.size === 0 && !this.#isLost)) return;
      // A build lasts longer than a pause: what came meanwhile has waited.
      if (this.#wait <= this.#quiet) this.#start();
      else this.#schedule(this.#wait);
    });
  }
}
