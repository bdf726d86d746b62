import { statSync } from 'node:fs';
import { pathWithin } from '../../ruby/file-path.js';
import { commitTimes } from './commit-times.js';

/** When the files of a folder were changed last. Git is asked for all of them together, where the gem asks for each. */
export class ModificationTimes {
  private committed: ReadonlyMap<string, number> | null = null;

  /** @param latest the latest moment at which a file counts as changed; milliseconds since 1970 */
  constructor(
    private readonly folder: string,
    private readonly latest: number,
  ) {}

  /**
   * In seconds since 1970: the last commit's time, or the file's for one that was never committed.
   *
   * @throws what Node says of a file that does not exist
   */
  of(absolutePath: string): number {
    this.committed ??= commitTimes(this.folder);
    return (
      this.committed.get(pathWithin(this.folder, absolutePath)) ??
      Math.floor(Math.min(statSync(absolutePath).mtimeMs, this.latest) / 1000)
    );
  }
}
