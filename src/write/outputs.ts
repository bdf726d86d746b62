/**
 * What is to be written, in Jekyll's order: pages, static files, documents; of several with one destination the last is
 * written.
 */
import type { Document, Page, SiteFile, StaticFile } from '../model/page.js';
import type { RenderState } from '../model/rendered.js';
import type { Site } from '../model/site.js';

/** One file of the output. */
export type Output = TextOutput | CopyOutput;

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

/** Everything that wants to be written, those that lose their destination to another one included. */
export function listOutputs(site: Site, pages: readonly Page[], state: RenderState): readonly Output[] {
  const collections = [...site.collections.values()];
  const texts = (files: readonly (Page | Document)[]): Output[] =>
    files.map((file) => ({ kind: 'text', path: file.outputPath, file, text: state.get(file.id)!.output }));
  const copies = (files: readonly StaticFile[]): Output[] =>
    files.filter(({ isWritten }) => isWritten).map((file) => ({ kind: 'copy', path: file.outputPath, file }));
  const documents = collections.flatMap((collection) => collection.documents);
  return [
    ...copies(site.publicFiles),
    ...texts(pages),
    ...copies(site.staticFiles),
    ...copies(collections.flatMap(({ files }) => files)),
    ...texts(documents.filter(({ isWritten }) => isWritten)),
  ];
}

/** The output of each destination. */
export function winners(outputs: readonly Output[]): ReadonlyMap<string, Output> {
  return new Map(outputs.map((output) => [output.path, output]));
}

/** A file as Jekyll names it in messages: pages from the source folder, all others in full. */
export function pathInMessages(file: SiteFile): string {
  if (file.kind === 'page') return file.path;
  return file.source?.absolutePath ?? file.path;
}
