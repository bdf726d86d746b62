/**
 * The protocol: this side calls, Ruby answers; while it works it may ask, and while an ask is answered it
 * may be called again. So each side waits for the other exactly like a function that calls another, and nothing is asynchronous.
 *
 * To Ruby go `['call', name, arguments]`, `['answer', value]`, `['refuse', message]`; back come `['ask', name, arguments]`,
 * `['done', value]`, `['raised', exception]`.
 */
import type { Value } from '../ruby/value.js';
import { type Load, readMarshal } from './marshal/read-marshal.js';
import { type Dump, type Writable, writeMarshal } from './marshal/write-marshal.js';
import { RubyError } from './ruby-error.js';
import type { Patience, Wire } from './wire.js';

/** Both sides must speak the same. */
export const PROTOCOL = 1;

/** What Ruby may ask for, by name. */
export type Asks = ReadonlyMap<string, (...args: Value[]) => Writable>;

/** What calls are made with. */
export interface ConversationParts {
  readonly wire: Wire;
  readonly load: Load;
  readonly dump: Dump;
  readonly asks: Asks;
}

/** What comes of a call. */
export interface Answer {
  readonly value: Value;
  /** What it looked at besides what it asked for, see `shim/plain/reads.rb`. */
  readonly reads: readonly string[];
}

/** How long a call may take. */
export interface CallLimit {
  /** Milliseconds, without those that answers to Ruby's asks take. */
  readonly limit: number;
  /** Milliseconds after which a line says what is running. */
  readonly notice: number;
  /** What runs, for messages. */
  readonly what: string;
}

const NOTHING: readonly string[] = [];

/** The one conversation with an engine. */
export class Conversation {
  constructor(private readonly parts: ConversationParts) {}

  /**
   * Has Ruby do something, and answers what comes of it.
   *
   * @throws RubyError for what it raises, WireError when it answers no more, and whatever an ask threw that Ruby let through
   */
  call(name: string, args: readonly Writable[], { limit, notice, what }: CallLimit): Answer {
    const start = performance.now();
    let patience: Patience = { deadline: start + limit, notice: start + notice, what };
    this.send(['call', name, args], 3);
    /** What asks threw, to be thrown on where Ruby let it through. */
    const thrown: unknown[] = [];
    for (;;) {
      const [kind, first, rest] = this.receive(patience);
      // It has been said, once.
      if (patience.notice !== null && performance.now() > patience.notice)
        patience = { ...patience, notice: null };
      if (kind === 'done') return { value: first ?? null, reads: (rest ?? NOTHING) as readonly string[] };
      if (kind === 'raised') throw raised(first ?? null, thrown);
      if (kind !== 'ask') throw new Error(`Ruby sends a ${String(kind)}, which nobody waits for`);
      const asked = performance.now();
      this.answer(String(first), rest as Value[], thrown);
      const spent = performance.now() - asked;
      patience = {
        ...patience,
        deadline: patience.deadline + spent,
        notice: patience.notice && patience.notice + spent,
      };
    }
  }

  private answer(name: string, args: readonly Value[], thrown: unknown[]): void {
    const ask = this.parts.asks.get(name);
    if (ask === undefined) throw new Error(`Ruby asks for ${name}, which nobody knows`);
    let answer: Writable;
    try {
      answer = ask(...args);
    } catch (error) {
      const number = thrown.push(error) - 1;
      this.send(['refuse', number, error instanceof Error ? error.message : String(error)]);
      return;
    }
    this.send(['answer', answer], 2);
  }

  private send(message: readonly Writable[], heldFrom = 1): void {
    this.parts.wire.send(writeMarshal(message, this.parts.dump, heldFrom));
  }

  private receive(patience: Patience): readonly Value[] {
    return readMarshal(this.parts.wire.receive(patience), this.parts.load) as Value[];
  }
}

/** An exception of Ruby's, or what an ask threw that it let through. */
function raised(exception: Value, thrown: readonly unknown[]): unknown {
  const error = RubyError.from(exception);
  return error.ask === null ? error : (thrown[error.ask] ?? error);
}
