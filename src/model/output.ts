import type { Document, Page, SiteFile, StaticFile } from './page.js';

/** One file of the output. */
export type Output = TextOutput | CopyOutput | BytesOutput;

/** A rendered page or document. */
export interface TextOutput {
  readonly kind: 'text';
  /** Relative to the destination, e.g. `about/index.html`. */
  readonly path: string;
  readonly file: Page | Document;
  readonly text: string;
}

/** A file copied as it is. */
export interface CopyOutput {
  readonly kind: 'copy';
  readonly path: string;
  readonly file: StaticFile;
}

/** Bytes made by the build, e.g. an image in another size. */
export interface BytesOutput {
  readonly kind: 'bytes';
  readonly path: string;
  /** What it was made from, for messages. */
  readonly file: SiteFile;
  readonly bytes: Uint8Array;
}
