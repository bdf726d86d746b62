import type { CarriedName } from '../model/dependency.js';
import type { Recorder } from '../reuse/recorder.js';
import type { Remembered } from '../reuse/remembered.js';

/**
 * What the first output to ask made, for all that ask later: Jekyll keeps it, so it shows what the site was at that moment (excerpts,
 * `include_cached`). That it is there is state carried from turn to turn.
 */
export class FirstResults {
  private readonly results = new Map<CarriedName, Remembered<unknown>>();
  /** What the turn in hand made first at the last build, where the same would come of it; `null` for nothing. */
  known: (name: CarriedName) => Remembered<unknown> | null = () => null;
  private readonly resultOf = (name: CarriedName): unknown => this.results.get(name);

  constructor(private readonly recorder: Recorder) {
    for (const word of ['included', 'excerpt', 'modified']) {
      recorder.onRestore(word, (name, value) => this.restore(name, value as Remembered<unknown>));
    }
  }

  private restore(name: CarriedName, made: Remembered<unknown>): void {
    this.results.set(name, made);
    this.recorder.leave(name, this.resultOf);
  }

  get<T>(name: CarriedName, compute: () => T): T {
    this.recorder.depend(`carried:${name}`);
    const known = this.results.get(name);
    if (known !== undefined) return this.recorder.recall(known as Remembered<T>);
    const made = (this.known(name) as Remembered<T> | null) ?? this.recorder.remember(compute);
    this.results.set(name, made);
    this.recorder.leave(name, this.resultOf);
    return this.recorder.recall(made);
  }
}
