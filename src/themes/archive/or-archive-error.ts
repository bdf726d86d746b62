import { ArchiveError } from './archive-error.js';

/**
 * What an unpacking library gives, its errors turned into ours; an `ArchiveError` from below stays what it is.
 *
 * @param message a sentence's end, e.g. `it is no zip archive, or a damaged one`
 */
export async function* orArchiveError<T>(source: AsyncIterable<T>, message: string): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : new ArchiveError(message, { cause });
  }
}
