/** What the file system says of a file at one moment. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When its bytes were written last, which anybody may set; milliseconds since 1970, with fractions. */
  readonly modifiedAt: number;
  /** When anything of it was changed last, likewise; only the clock can turn this back. */
  readonly changedAt: number;
  readonly inode: number;
}

/** A file of the site as the walk found it. Paths use `/` on every system. */
export interface SourceFile {
  /** Path relative to the source folder, e.g. `_posts/2024-01-01-hello.md`. */
  readonly path: string;
  /** Path on disk, e.g. `/home/me/site/_posts/2024-01-01-hello.md`. */
  readonly absolutePath: string;
  /** Modification time in milliseconds since 1970, with fractions; under `SOURCE_DATE_EPOCH` no later than that. */
  readonly modifiedAt: number;
  /** Size in bytes. */
  readonly size: number;
  /** As it was found; not for what was only made to look like a file. */
  readonly stamp?: FileStamp;
}
