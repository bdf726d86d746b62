import type { Cost } from '../cost.js';
import type { Peer } from '../peers/peer.js';
import type { Renderer } from './renderers.js';

/** Who takes part. */
export interface Field {
  /** This checkout, and another one that it is compared with: names of columns and their folders. */
  readonly checkouts: Readonly<Record<string, string>>;
  /** Other generators. */
  readonly peers: readonly Peer[];
  /** Other programs that render Markdown. */
  readonly renderers: readonly Renderer[];
  /** Whether a copy of the first one's output is timed. */
  readonly hasCopy: boolean;
}

/** One of those who take turns at a case. */
export interface Contender {
  readonly name: string;
  readonly run: () => Cost;
}

/** Something that is measured: a row of the table. */
export interface Case {
  /** As `--only` and the figures name it, e.g. `blog-1000`. */
  readonly name: string;
  /** As the table shows it, e.g. `blog, 1,000 posts`. */
  readonly title: string;
  readonly unit: Unit;
  /** Writes what is needed into the folder; those who can't do it are left out. */
  readonly prepare: (folder: string, field: Field) => Contender[];
}

/** Of what is told: a whole process, or a kilobyte of text. */
export type Unit = 's' | 'µs/KB';
