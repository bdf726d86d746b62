/** Tells edits from what a build has read already, and from what it wrote itself. */
import { type FileMark, isAsMarked, markOf } from './file-mark.js';

/** What a path that was told as changed is. */
export type Sighting =
  /** As the last build found it: nothing is left to do. */
  | 'known'
  /** Changed since. */
  | 'edit'
  /** Changed again while a build ran that this very change had started: perhaps by the build. */
  | 'doubtful'
  /** Written by each build. */
  | 'own';

/** So many builds in a row write a file, each started by it alone, before it counts as the site's own. */
const IN_A_ROW = 3;
/** Milliseconds that an event may come after the change that it tells of. */
const LATE = 150;
/** Milliseconds by which time stamps of files lag behind the clock: a tick of the system. */
const LAG = 10;

/** What files were like when builds began. */
export class Sightings {
  readonly #marks = new Map<string, FileMark>();
  /** Of files that changed while a build ran: how many builds in a row, and their bytes after the last. */
  readonly #inside = new Map<string, { times: number; build: number; hash: string | null }>();
  #number = 0;
  #startedAt = 0;
  #endedAt = 0;
  #ranOwnCode = false;

  /** Looks at files that a build is about to read. */
  begin(paths: readonly string[]): void {
    this.#number++;
    this.look(paths);
    this.#startedAt = Date.now();
  }

  /** From now on files are known as they are. */
  look(paths: readonly string[]): void {
    for (const path of paths) this.#marks.set(path, markOf(path));
  }

  /** Whether nothing is at a path, and nothing was when it was last looked at. */
  isPassing(path: string): boolean {
    const before = this.#marks.get(path);
    return markOf(path).stamp === null && (before === undefined || before.stamp === null);
  }

  /** @param ranOwnCode whether the build ran code of the user's, which may write anywhere */
  end(ranOwnCode: boolean): void {
    this.#endedAt = Date.now();
    this.#ranOwnCode = ranOwnCode;
  }

  /** Judges a path that may have changed. */
  judge(path: string): Sighting {
    const mark = this.#marks.get(path);
    if (mark !== undefined && isAsMarked(path, mark)) return 'known';
    return this.#ranOwnCode && this.#isInside(path) ? this.#judgeInside(path) : 'edit';
  }

  /** Whether the last change of a file fell into the last build. */
  #isInside(path: string): boolean {
    const { stamp, changedAt } = markOf(path);
    // What is gone has no time: the event's own, which comes soon after, has to do.
    const at = stamp === null ? Date.now() - LATE : changedAt;
    return at >= this.#startedAt - LAG && at <= this.#endedAt;
  }

  /** A file that was told of is known from then on. */
  #judgeInside(path: string): Sighting {
    const before = this.#inside.get(path);
    const now = markOf(path, true);
    const times = before?.build === this.#number - 1 ? before.times + 1 : 1;
    this.#inside.set(path, { times, build: this.#number, hash: now.hash });
    this.#marks.set(path, now);
    // With the same bytes, as most generated files come.
    if (before !== undefined && before.hash !== null && before.hash === now.hash) return 'known';
    if (times >= IN_A_ROW) return 'own';
    return times === 1 ? 'edit' : 'doubtful';
  }
}
