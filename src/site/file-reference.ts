import { Drop } from '../ruby/value.js';

/**
 * A page, document or static file inside a value that a plugin made before rendering, e.g. in `site.data`: the build puts what templates see of
 * the file in its place when rendering begins.
 */
export class FileReference extends Drop {
  readonly className = 'Utterson::FileReference';

  /** @param id of the file */
  constructor(readonly id: string) {
    super();
  }

  get(): null {
    return null;
  }

  has(): boolean {
    return false;
  }

  keys(): string[] {
    return [];
  }
}
