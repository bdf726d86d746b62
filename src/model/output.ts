import type { Document, Page, SiteFile, StaticFile } from './page.js';

/** One file of the output. */
export type Output = TextOutput | CopyOutput | BytesOutput;

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
