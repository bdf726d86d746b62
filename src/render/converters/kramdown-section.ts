import type { Config } from '../../model/config.js';
import type { Recorder } from '../../reuse/recorder.js';
import type { Value } from '../../ruby/value.js';
import { completedKramdown } from './kramdown.js';

/** The site's `kramdown` section as templates see it: as configured until the first text was converted, completed from then on. */
export class KramdownSection {
  private completed: Value | null = null;

  constructor(
    private readonly config: Config,
    private readonly recorder: Recorder,
  ) {
    recorder.onRestore('kramdown', () => this.complete());
  }

  get value(): Value {
    return this.completed ?? this.config.kramdown;
  }

  complete(): void {
    if (this.completed !== null) return;
    this.completed = completedKramdown(this.config);
    this.recorder.leave('kramdown', () => true);
  }
}
