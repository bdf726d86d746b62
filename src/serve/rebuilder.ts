/** Runs one task at a time, and once more when it was asked for while it ran: quick saves in a row become one rebuild. */
export class Rebuilder {
  readonly #task: (changed: readonly string[]) => Promise<void>;
  readonly #quiet: number;
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isClosed = false;

  /**
   * @param task  what to do with the paths that changed
   * @param quiet milliseconds without a further change before the task starts
   */
  constructor(task: (changed: readonly string[]) => Promise<void>, quiet: number) {
    this.#task = task;
    this.#quiet = quiet;
  }

  /** Notes a changed path; the task runs when the changes pause. */
  add(path: string): void {
    if (this.#isClosed) return;
    this.#pending.add(path);
    if (this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), this.#quiet);
  }

  /** Drops what is waiting and waits for what runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #start(): void {
    const changed = [...this.#pending].sort();
    this.#pending.clear();
    this.#running = this.#task(changed).finally(() => {
      this.#running = null;
      if (this.#pending.size > 0 && !this.#isClosed) this.#start();
    });
  }
}
