/** The pieces of a BibTeX file. */

/** What a token is; `text` is what stands between objects, `content` what stands in braces, `literal` what stands in quotes. */
export type BibtexTokenKind =
  | 'at'
  | 'close'
  | 'comma'
  | 'comment'
  | 'content'
  | 'equals'
  | 'error'
  | 'key'
  | 'literal'
  | 'name'
  | 'number'
  | 'open'
  | 'preamble'
  | 'sharp'
  | 'string'
  | 'text';

/** A piece of a file. */
export interface BibtexToken {
  readonly kind: BibtexTokenKind;
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

/** Something that cannot be read: the object is passed over. */
export interface BibtexProblem {
  /** Without the object's place, e.g. `unbalanced braces`. */
  readonly reason: string;
  /** Where the object begins. */
  readonly offset: number;
}

/** How a file is read. */
export interface LexerOptions {
  /** Whether objects may begin anywhere; else only at the beginning of a line. */
  readonly isStrict: boolean;
  /** Whether line breaks in values become spaces. */
  readonly stripsLines: boolean;
  /** Whether an entry may have no key. */
  readonly allowsMissingKeys: boolean;
}
