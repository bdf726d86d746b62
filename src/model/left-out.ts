import type { Document, Page } from './page.js';

/** A file of which nothing is written, or not what its author wrote into it, and why. */
export interface LeftOut {
  /** Relative to the source, e.g. `_posts/hello.md`; a folder where nothing below it is looked at. */
  readonly path: string;
  readonly reason: LeftOutReason;
  /** 1-based line of what is wrong, as far as one is to blame. */
  readonly line?: number;
  /** What else there is to say, by reason: the date that is to come, the pattern of `exclude`, who has the address instead. */
  readonly detail?: string;
  /** What was read of it; its address is the one it would have. */
  readonly file?: Page | Document;
}

/** Why a file is left out. */
export type LeftOutReason =
  /** Its date is to come. */
  | 'future'
  /** It lies in a folder of drafts. */
  | 'draft'
  /** `published: false`. */
  | 'unpublished'
  /** There are enough newer posts for `limit_posts`. */
  | 'limit'
  /** It lies among posts, without a date in its name. */
  | 'no-date'
  /** It lies among posts and is none, such as a picture. */
  | 'no-post'
  /** The day in its name is in no calendar: it counts as one of the next month. */
  | 'impossible-date'
  /** Its front matter never ends, and so is text. */
  | 'unclosed'
  /** Something stands before its front matter, which so is text. */
  | 'late'
  /** Its front matter, or its text, cannot be read. */
  | 'broken'
  /** Another file has the same destination. */
  | 'conflict'
  /** Markdown without front matter, which is copied as it is. */
  | 'no-front-matter'
  /** Its collection is not written. */
  | 'no-output'
  /** `exclude` of the configuration names it. */
  | 'excluded'
  /** Its name begins with `.`, `_`, `#` or `~`, or ends with `~` or `.`. */
  | 'special-name'
  /** A link out of the site, under `safe`. */
  | 'outside';

/** Why nothing is at an address. */
export interface MissingAddress {
  /** Files that have it, or might be meant to, and are left out. */
  readonly leftOut: readonly LeftOut[];
  /** Addresses there are that look like it, the nearest first. */
  readonly near: readonly NearAddress[];
}

/** An address that looks like another one. */
export interface NearAddress {
  /** As `page.url`, e.g. `/about/`. */
  readonly url: string;
  /** The file that is behind it, from the folder of the site, or what made it. */
  readonly path: string;
}
