/** Which file an import means (dart-sass 1.x, "finding the file": https://sass-lang.com/documentation/at-rules/import/#finding-the-file). */
import { basename, dirname, extname, join } from 'node:path';
import { isDirectory, isFile } from '../ruby/file-test.js';

const EXTENSIONS: ReadonlySet<string> = new Set(['.sass', '.scss', '.css']);

/** What an import could mean as well as another file. */
export class AmbiguousImportError extends Error {
  constructor(files: readonly string[]) {
    super(`It's not clear which file to import. Found:\n${files.map((file) => `  ${file}`).join('\n')}`);
    this.name = 'AmbiguousImportError';
  }
}

/**
 * The absolute path of the file; `null` when there is none.
 *
 * @param path       absolute, as the import names it: partials without their `_`, most files without their extension
 * @param fromImport whether `@import` asks, for which files `NAME.import.scss` come first
 * @throws AmbiguousImportError
 */
export function findStylesheet(path: string, fromImport: boolean): string | null {
  return findFile(path, fromImport) ?? (isDirectory(path) ? findFile(join(path, 'index'), fromImport) : null);
}

function findFile(path: string, fromImport: boolean): string | null {
  const written = extname(path);
  const extension = EXTENSIONS.has(written) ? written : null;
  const stem = extension === null ? path : path.slice(0, -extension.length);
  const stems = fromImport ? [`${stem}.import`, stem] : [stem];
  for (const candidate of stems) {
    const found = extension === null ? withAnyExtension(candidate) : partialAndWhole(candidate + extension);
    if (found.length > 1) throw new AmbiguousImportError(found);
    if (found.length === 1) return found[0]!;
  }
  return null;
}

/** Sass comes before CSS; between its two syntaxes there is no order. */
function withAnyExtension(stem: string): string[] {
  const found = [...partialAndWhole(`${stem}.sass`), ...partialAndWhole(`${stem}.scss`)];
  return found.length > 0 ? found : partialAndWhole(`${stem}.css`);
}

function partialAndWhole(path: string): string[] {
  return [join(dirname(path), `_${basename(path)}`), path].filter(isFile);
}
