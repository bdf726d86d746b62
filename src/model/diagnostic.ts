/** Something to tell the user: a warning or an error with its place. Made only by `report/messages.ts`. */
export interface Diagnostic {
  /** An error makes the build fail, a warning only with `--strict`, an `info` never. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Stable and greppable, e.g. `include-not-found`. */
  readonly code: string;
  /** Jekyll's words where Jekyll has words, e.g. `Could not locate the included file 'x.html' in any of [...]`. */
  readonly message: string;
  /** The topic Jekyll prints before the message, right-justified to 20 columns, e.g. `Liquid Exception:`. */
  readonly topic?: string;
  /** A line of Jekyll's that follows the message outside its column, e.g. the entry of `defaults:` that is wrong. */
  readonly aside?: string;
  /** Relative to the site's folder, e.g. `_posts/2024-01-01-hello.md`. */
  readonly file?: string;
  /** 1-based, in the user's file: front matter counted. */
  readonly line?: number;
  /** 1-based, in code points. */
  readonly column?: number;
  /** The lines around the place with a caret, ready to print. */
  readonly frame?: string;
  /** Where the failing template was included from, innermost first, e.g. `_layouts/post.html:12`. */
  readonly stack?: readonly string[];
  /** What to do about it, one sentence. */
  readonly hint?: string;
  /** For what Jekyll calls fatal: the reason it repeats under `YOUR SITE COULD NOT BE BUILT:`. */
  readonly verdict?: string;
  /** A warning since Jekyll prints one, though nothing is wrong: it does not count, and `--strict` lets it pass. */
  readonly isHarmless?: true;
  /** The error behind it, if there is one; its stack is printed with `--trace`. */
  readonly cause?: unknown;
}

/** Thrown to stop one page (or the build) with a diagnostic for the user; never for a bug of ours. */
export class SiteError extends Error {
  /** @param diagnostic what to tell */
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message, { cause: diagnostic.cause });
    this.name = 'SiteError';
  }
}

/** One after which nothing else is tried, such as memory that is used up. */
export class StopError extends SiteError {}
