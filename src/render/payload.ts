import { LostStateError } from '../reuse/lost-state.js';
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

/** Names that wrapping a page in layouts leaves behind: that they are not there yet is read like a value. */
const LEFT_BY_LAYOUTS = ['layout', 'content'];

/** All that Jekyll's payload declares, in the order in which Ruby 3.1 lists its methods. */
const DECLARED: string[] = [
  ...['theme', 'paginator', 'layout', 'content', 'site', 'highlighter_prefix', 'page', 'highlighter_suffix'],
  'jekyll',
];

/**
 * What Jekyll's payload answers for names that nobody has set: its methods that Liquid lets templates call (Jekyll 4.4.1,
 * `Drops::UnifiedPayloadDrop`). A template that counts up from `count` begins at 9. Names that hooks add are not among them.
 */
export function methodsOfPayload(theme: Value): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ['count', DECLARED.length],
    ['keys', DECLARED],
    ['content_methods', DECLARED],
    ['first', ['theme', theme]],
  ]);
}

/** Before the first turn, in which `turn` is 0. */
const BEFORE_ALL = -1;

/**
 * The names that a page's templates see before those of the whole build. Jekyll keeps one payload for all pages: each finds in it what
 * the page before left, which is recorded when it is looked at.
 */
export class Payload extends Map<string, Value> {
  private turn = 0;
  /** The turn in which each name was set last. */
  private readonly setIn = new Map(LEFT_BY_LAYOUTS.map((name) => [name, BEFORE_ALL]));
  /** Notes that the turn in hand left a name. */
  private readonly leave = new Map<string, () => void>();

  /** Whether `content` is what a turn left that was not taken again, so that nobody knows it. */
  private isContentLost = false;

  constructor(private readonly recorder: Recorder) {
    super();
    recorder.onRestore('payload', (name, value) => this.set(name.slice('payload '.length), value as Value));
  }

  /** Begins and ends turns that are not taken again; what they left is restored between. */
  skip(restore: () => void): void {
    this.begin();
    restore();
    this.isContentLost = true;
  }

  /** Begins a turn: what stands here now was left by others. */
  begin(): void {
    this.turn++;
  }

  override get(name: string): Value | undefined {
    const turn = this.setIn.get(name);
    if (turn !== undefined && turn !== this.turn) {
      if (name === 'content' && this.isContentLost) throw new LostStateError();
      this.recorder.depend(`carried:payload ${name}`);
    }
    return super.get(name);
  }

  /** The value, unrecorded: for what is only handed on. */
  peek(name: string): Value {
    return super.get(name) ?? null;
  }

  override set(name: string, value: Value): this {
    // The constructor of Map never calls this: it is given no entries.
    super.set(name, value);
    if (name === 'content') this.isContentLost = false;
    if (this.setIn.get(name) !== this.turn) {
      this.setIn.set(name, this.turn);
      if (!OF_TURN.has(name)) this.leaving(name)();
    }
    return this;
  }

  private leaving(name: string): () => void {
    let leave = this.leave.get(name);
    if (leave === undefined) {
      const carried = `payload ${name}` as const;
      const now = (): Value => this.peek(name);
      this.leave.set(name, (leave = () => this.recorder.leave(carried, now)));
    }
    return leave;
  }
}
