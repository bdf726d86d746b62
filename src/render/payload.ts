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
  /** What answers the value of a name that this or an earlier turn left. */
  private readonly now = new Map<string, () => Value>();

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
    const isFirst = this.left.delete(name) || !this.has(name);
    super.set(name, value);
    if (isFirst && !OF_TURN.has(name)) this.recorder.leave(`payload ${name}`, this.valueOfName(name));
    return this;
  }

  private valueOfName(name: string): () => Value {
    let now = this.now.get(name);
    if (now === undefined) this.now.set(name, (now = () => this.peek(name)));
    return now;
  }
}
