import type { Span } from '../model/span.js';

/** The stages of a build, in order; their names are Jekyll's (4.4.1, `Profiler#profile_process`). */
export type Stage = 'reset' | 'read' | 'generate' | 'render' | 'cleanup' | 'write';

/** Wall time of each stage in milliseconds. */
export type StageTimes = Readonly<Record<Stage, number>>;

/** Measures the stages of one build. */
export class StageClock {
  readonly stages: Record<Stage, number> = {
    reset: 0,
    read: 0,
    generate: 0,
    render: 0,
    cleanup: 0,
    write: 0,
  };
  readonly spans: Span[] = [];
  private last = performance.now();

  /** Adds the time since the last call, or since the start, to a stage. */
  finish(stage: Stage): void {
    const now = performance.now();
    this.stages[stage] += now - this.last;
    this.spans.push({ kind: 'stage', name: stage, start: this.last, end: now });
    this.last = now;
  }
}
