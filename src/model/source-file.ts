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
}
