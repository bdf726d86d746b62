/** Collects what builds changed until the changes pause, and hands it on in one go (`--livereload-min-delay` and `-max-delay`). */
export class ReloadDelay {
  readonly #send: (changedPaths: readonly string[]) => void;
  readonly #shortest: number;
  readonly #longest: number;
  readonly #pending = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  /** When the first of the pending changes came. */
  #since = 0;

  /**
   * @param shortest milliseconds without a further change before the browser is told
   * @param longest  milliseconds after the first change when it is told at the latest; `null` for no such end
   */
  constructor(send: (changedPaths: readonly string[]) => void, shortest: number, longest: number | null) {
    this.#send = send;
    this.#shortest = shortest;
    this.#longest = longest ?? Number.POSITIVE_INFINITY;
  }

  /** Notes what a build changed. */
  add(changedPaths: readonly string[]): void {
    const now = performance.now();
    if (this.#timer) clearTimeout(this.#timer);
    else this.#since = now;
    for (const path of changedPaths) this.#pending.add(path);
    const left = Math.min(this.#shortest, this.#since + this.#longest - now);
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, left));
  }

  /** Drops what is waiting. */
  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = null;
    const changed = [...this.#pending];
    this.#pending.clear();
    this.#send(changed);
  }
}
