import type { Recorder } from '../reuse/recorder.js';
import type { Value } from '../ruby/value.js';

/** Names that each turn has of its own. */
const OF_TURN: ReadonlySet<string> = new Set([
  'page',
  'paginator',
  'highlighter_prefix',
  'highlighter_suffix',
  // What it was is known to whoever has the turn: the text that went into its last layout.
  'content',
]);

/** Names that wrapping a page in layouts leaves behind. */
const LEFT_BY_LAYOUTS = ['layout', 'content'];

/**
 * The names that a page's templates see before those of the whole build. Jekyll keeps one payload for all pages: each finds in it what
 * the page before left, which is recorded when it is looked at.
 */
export class Payload extends Map<string, Value> {
  private readonly left = new Set<string>();

  constructor(private readonly recorder: Recorder) {
    super();
  }

  /** Begins a turn: what stands here now was left by others, and that `layout` and `content` don't is read like a value. */
  begin(): void {
    for (const name of [...this.keys(), ...LEFT_BY_LAYOUTS]) this.left.add(name);
  }

  override get(name: string): Value | undefined {
    if (this.left.has(name)) this.recorder.depend(`carried:payload ${name}`);
    return super.get(name);
  }

  /** The value, unrecorded: for what is only handed on. */
  peek(name: string): Value {
    return super.get(name) ?? null;
  }

  override set(name: string, value: Value): this {
    // The constructor of Map never calls this: it is given no entries.
    this.left.delete(name);
    if (!OF_TURN.has(name)) this.recorder.leave(`payload ${name}`, () => this.peek(name));
    return super.set(name, value);
  }
}
