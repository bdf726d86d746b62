import type { Document, Page, Renderable, SiteFile, StaticFile } from './page.js';

/** One file of the output. */
export type Output = TextOutput | StagedOutput | CopyOutput | BytesOutput;

/** A rendered page or document. */
export interface TextOutput {
  readonly kind: 'text';
  /** Relative to the destination, e.g. `about/index.html`. */
  readonly path: string;
  /** What was rendered, for messages. */
  readonly file: Page | Document;
  /** The whole file. */
  readonly text: string;
  /** What it is written in, by Ruby's name, e.g. `UTF-8`. */
  readonly encoding: string;
}

/** A rendered page or document that waits on the disk until all are rendered. */
export interface StagedOutput {
  readonly kind: 'staged';
  /** Relative to the destination. */
  readonly path: string;
  /** What was rendered, for messages. */
  readonly file: Page | Document;
  readonly staged: StagedText;
  /** SHA-1 of its bytes. */
  readonly hash: string;
  /** Length in bytes. */
  readonly size: number;
  /** Whether it is what the destination has from an earlier build, so that nothing has to be moved there. */
  readonly isInPlace: boolean;
}

/** A text that may be on the disk, to spare memory. */
export interface HeldText {
  /** `false` where it is known to hold no Liquid. */
  readonly mayHoldLiquid?: boolean;

  /**
   * The text.
   *
   * @throws SiteError when the file that holds it is not as it was left
   */
  read(): string;
}

/** An output that waits, first in memory, then on the disk. */
export interface StagedText extends HeldText {
  /** What it is on the disk; `null` while it is in memory. */
  readonly file: Pick<StagedOutput, 'hash' | 'size' | 'isInPlace'> | null;

  /**
   * Moves what is on the disk to its place; what stands there is replaced at one go.
   *
   * @param destination absolute path of the destination
   * @param path        the place, relative to it, in a folder that exists
   * @param temporary   absolute path beside the place, for the case that it lies on another disk
   */
  moveTo(destination: string, path: string, temporary: string): void;
}

/** A file copied as it is. */
export interface CopyOutput {
  readonly kind: 'copy';
  /** Relative to the destination, e.g. `assets/logo.png`. */
  readonly path: string;
  /** What is copied. */
  readonly file: StaticFile;
}

/** Bytes made by the build, e.g. an image in another size. */
export interface BytesOutput {
  readonly kind: 'bytes';
  /** Relative to the destination, e.g. `assets/logo-320.png`. */
  readonly path: string;
  /** What it was made from, for messages. */
  readonly file: SiteFile;
  /** The whole file. */
  readonly bytes: Uint8Array;
}

/** Keeps texts that are read again where they need no memory. */
export interface TextHolder {
  /**
   * What is kept of a text that somebody may ask for.
   *
   * @throws SiteError when it cannot be put aside
   */
  hold(text: string): string | HeldText;

  /**
   * The same of a text that later builds may ask for, too.
   *
   * @throws SiteError when it cannot be put aside
   */
  holdForLater(text: string): string | HeldText;
}

/** Keeps outputs, too. */
export interface TextStorage extends TextHolder {
  /**
   * What is kept of the output of a page or document.
   *
   * @param encoding what it is written in, by Ruby's name
   * @throws SiteError when it cannot be put aside
   */
  keep(file: Renderable, output: string, encoding: string): string | StagedText;
}

/** Keeps texts as they are, in memory. */
export const IN_MEMORY: TextHolder = { hold: (text) => text, holdForLater: (text) => text };

/** The whole of a text, wherever it is. */
export function wholeText(text: string | HeldText): string {
  return typeof text === 'string' ? text : text.read();
}
