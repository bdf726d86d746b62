import type { DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What work read and reported. */
export interface Recorded {
  readonly keys: readonly DependencyKey[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A value that several outputs take, with what making it read and reported: the only kind of cache on a path of rendering. Made by
 * `Recorder.remember`, taken by `Recorder.recall`, so that the second reader has read what the first has.
 */
export interface Remembered<T> extends Recorded {
  readonly value: T;
}
