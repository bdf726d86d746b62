/** The stages of a build, in order. */
export type Stage = 'load' | 'read' | 'generate' | 'render' | 'write';

/** Wall time of each stage in milliseconds. */
export type StageTimes = Readonly<Record<Stage, number>>;

/** Measures the stages of one build. */
export class StageClock {
  readonly stages: Record<Stage, number> = { load: 0, read: 0, generate: 0, render: 0, write: 0 };
  private last = performance.now();

  /** Adds the time since the last call, or since the start, to a stage. */
  finish(stage: Stage): void {
    const now = performance.now();
    this.stages[stage] += now - this.last;
    this.last = now;
  }
}
