/** Putting a file in place at one go. */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Has a file put in its place by way of another beside it, which goes where that fails.
 *
 * @param target absolute path of the place, in a folder that is there
 * @param mark   what tells the files of one writer from those of others, e.g. `3f9a01c2`
 * @param put    puts it there, given the absolute path of the other
 */
export function replaceFile(target: string, mark: string, put: (temporary: string) => void): void {
  const temporary = join(dirname(target), `.utterson-${mark}.tmp`);
  try {
    put(temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
