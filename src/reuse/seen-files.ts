/** What lies on the disk when a build begins, as far as the tree of an earlier build says where to look: each file is looked at once. */
import { existsSync, statSync } from 'node:fs';
import type { FileStamp } from '../model/source-file.js';
import { isEqualStamp, isStampOf, stampOf } from './file-stamp.js';
import { type FileTree, namesIn } from './file-tree.js';

/** Says what is there. */
export class SeenFiles {
  /** What is another one than in the tree. */
  private readonly changed = new Map<string, FileStamp | null>();
  private children: Map<string, string[]> | null = null;

  /**
   * @param made    paths that come and go with builds
   * @param isKnown whether a path is known to be as it was at the build before, which need not be that of the tree
   */
  constructor(
    private readonly tree: FileTree,
    made: readonly string[],
    isKnown: (path: string) => boolean = () => false,
  ) {
    // Of a folder that is gone nothing is there.
    const gone = made.filter((folder) => !existsSync(folder)).map((folder) => `${folder}/`);
    for (const [path, was] of tree) {
      if (isKnown(path)) continue;
      const isGone = gone.some((folder) => path.startsWith(folder));
      const stats = isGone ? undefined : statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) {
        if (was !== null) this.changed.set(path, null);
      } else if (was === null) this.changed.set(path, stampOf(stats));
      else if (typeof was === 'string') {
        if (!stats.isDirectory() || namesIn(path, made) !== was) this.changed.set(path, stampOf(stats));
      } else if (!isStampOf(was, stats)) this.changed.set(path, stampOf(stats));
    }
  }

  /** Whether all of it is as it was. */
  get isSame(): boolean {
    return this.changed.size === 0;
  }

  /** Whether a file or folder has a stamp. @param path absolute */
  isStill(path: string, stamp: FileStamp): boolean {
    const now = this.changed.has(path) ? this.changed.get(path) : this.tree.get(path);
    return typeof now === 'object' && now !== null && isEqualStamp(now, stamp);
  }

  /** Whether a file or folder of the tree was no longer there. @param path absolute */
  isGone(path: string): boolean {
    return this.changed.get(path) === null;
  }

  /** Absolute paths of what is in a folder that is as it was; `null` where nobody knows. @param folder absolute path */
  pathsIn(folder: string): readonly string[] | null {
    if (this.changed.has(folder) || typeof this.tree.get(folder) !== 'object') return null;
    this.children ??= childrenIn(this.tree);
    return this.children.get(folder) ?? null;
  }

  /** Whether a path of the tree is a folder that something is in. */
  isFolder(path: string): boolean {
    this.children ??= childrenIn(this.tree);
    return this.children.has(path);
  }
}

function childrenIn(tree: FileTree): Map<string, string[]> {
  const children = new Map<string, string[]>();
  let [folder, paths]: [string, string[]] = ['', []];
  tree.forEach((was, path) => {
    if (was === null) return;
    // Most lie beside the one before.
    const end = path.lastIndexOf('/');
    if (end !== folder.length || !path.startsWith(folder)) {
      folder = path.slice(0, end);
      const known = children.get(folder);
      paths = known ?? [];
      if (known === undefined) children.set(folder, paths);
    }
    paths.push(path);
  });
  return children;
}
