import type { Document, Page } from '../../model/page.js';
import { joinPaths } from '../../ruby/file-path.js';
import { dirnameOf, extensionOf, fileNameOf } from '../../url/extension.js';

/** Attributes that tell a document where it lies, e.g. `docname`, and, once that is known, what becomes of it, e.g. `outfile`. */
export type FilePaths = ReadonlyMap<string, string>;

/** Those of a page or document. @param destination absolute; `null` while nothing has an address yet */
export function filePaths(file: Page | Document, source: string, destination: string | null): FilePaths {
  return pathsOf(file.path, file, source, destination);
}

/** Those of an excerpt, which Jekyll takes for a file in its document. */
export function excerptPaths(file: Page | Document, source: string, destination: string): FilePaths {
  return pathsOf(`${file.path}/#excerpt`, file, source, destination);
}

function pathsOf(
  path: string,
  { url, outputPath }: Page | Document,
  source: string,
  destination: string | null,
): FilePaths {
  const docfile = joinPaths(source, path);
  const name = fileNameOf(docfile);
  const extension = extensionOf(name);
  const paths = new Map([
    ['docfile', docfile],
    ['docdir', dirnameOf(docfile)],
    ['docname', extension === '' ? name : name.slice(0, -extension.length)],
  ]);
  if (destination === null) return paths;
  const outfile = joinPaths(destination, outputPath);
  return paths.set('outfile', outfile).set('outdir', dirnameOf(outfile)).set('outpath', url);
}
