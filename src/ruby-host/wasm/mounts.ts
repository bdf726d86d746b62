/** What of the disk Ruby in WebAssembly sees: folders of the site and of what it uses, under the paths that they have outside. */
import { realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** A folder that is seen. */
export interface Mount {
  /** Absolute, links followed. */
  readonly path: string;
  readonly isWritable: boolean;
}

/** What may be done with a path. */
export type Access = 'none' | 'above' | 'read' | 'write';

/** Names in a site's folder that nothing may write to, whoever asks. */
const PROTECTED: ReadonlySet<string> = new Set([
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  '.git',
  'node_modules',
]);

/** Decides by where a path really leads. */
export class Mounts {
  constructor(private readonly mounts: readonly Mount[]) {}

  /**
   * What may be done with a path; `above` is a folder on the way to one that is seen, which has a look of its own and nothing else.
   *
   * @param path absolute, without `.` and `..`
   * @param follows whether a link at its end is followed
   */
  access(path: string, follows = true): Access {
    const shown = this.lexical(path);
    if (shown === 'none' || shown === 'above') return shown;
    const real = follows ? realPath(path) : joined(realPath(dirname(path)), path);
    const actual = this.lexical(real);
    return actual === 'above' ? 'none' : actual;
  }

  private lexical(path: string): Access {
    let best: Access = 'none';
    for (const mount of this.mounts) {
      if (isBelow(path, mount.path)) {
        if (mount.isWritable && !isProtected(path, mount.path)) return 'write';
        best = 'read';
      } else if (best === 'none' && isBelow(mount.path, path)) best = 'above';
    }
    return best;
  }
}

/** Where a path leads; of one that does not exist, where it would. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : joined(realPath(dirname(path)), path);
  }
}

function joined(folder: string, path: string): string {
  return `${folder === sep ? '' : folder}${sep}${path.slice(path.lastIndexOf(sep) + 1)}`;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || folder === sep || path.startsWith(`${folder}${sep}`);
}

function isProtected(path: string, folder: string): boolean {
  return PROTECTED.has(path.slice(folder.length + 1).split(sep)[0] ?? '');
}
