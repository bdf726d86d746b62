import { type Stats, statSync } from 'node:fs';
import type { Directories } from '../model/directories.js';
import type { FileStamp } from '../model/source-file.js';
import { isStampOf, stampOf } from '../reuse/file-stamp.js';
import { type Manifest, manifestPath, readManifest } from './manifest.js';

/** The manifest of a destination, which is read again only where another build has written since. */
export class KnownManifest {
  private last: { readonly stamp: FileStamp; readonly manifest: Manifest | null } | null = null;

  constructor(private readonly directories: Pick<Directories, 'destination' | 'cache'>) {}

  /** As it is now; `null` when no build of ours has written there. */
  read(): Manifest | null {
    const { cache, destination } = this.directories;
    const stats = statsOf(manifestPath(cache, destination));
    if (stats === null) return null;
    if (this.last === null || !isStampOf(this.last.stamp, stats)) {
      this.last = { stamp: stampOf(stats), manifest: readManifest(cache, destination) };
    }
    return this.last.manifest;
  }
}

/** `null` also where a file stands in place of the cache folder: whoever writes there tells of that. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
