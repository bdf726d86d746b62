/** What answers to Ruby's asks are made of. */
import type { Config } from '../../model/config.js';
import type { Value } from '../../ruby/value.js';
import type { Frames } from '../frames.js';
import type { Hand } from '../hand.js';
import type { Writable } from '../marshal/write-marshal.js';
import type { References } from '../references.js';
import type { RubySettings } from '../settings.js';

/** An ask by its name. */
export type Ask = readonly [name: string, answer: (...args: Value[]) => Writable];

/** What a session lets them use. */
export interface AskParts {
  readonly config: Config;
  readonly settings: RubySettings;
  readonly references: References;
  readonly frames: Frames;
  readonly hand: Hand;
  /** Says what a plugin wants said, by Jekyll's level. */
  readonly log: (level: string, topic: string, message: string | null) => void;
}

/** An argument that is a text. */
export function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** For asks that answer nothing. */
export function done(_nothing: unknown): null {
  return null;
}
