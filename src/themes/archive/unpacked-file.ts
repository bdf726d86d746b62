/** A file out of an archive, checked: it lies below the theme's folder, and is a plain file. */
export interface UnpackedFile {
  /** From the theme's folder on, with `/`, e.g. `_layouts/post.html`; no empty, `.` or `..` parts. */
  readonly path: string;
  /** Whether its owner may run it: all that is kept of its mode. */
  readonly isExecutable: boolean;
  readonly bytes: Buffer;
}

/** How much an archive may hold; a theme of the largest kind has 3,000 files of 60 MB. */
export interface ArchiveLimits {
  /** Entries of any kind, those that are passed over counted, and folders that have none of their own; default 50,000. */
  readonly entries: number;
  /** Bytes of one unpacked file; default 100 MB. */
  readonly fileSize: number;
  /** Bytes of all unpacked files that were wanted; in a gem of the others, too, which must be unpacked to find them; default 500 MB. */
  readonly totalSize: number;
}

export const defaultLimits: ArchiveLimits = { entries: 50_000, fileSize: 100e6, totalSize: 500e6 };
