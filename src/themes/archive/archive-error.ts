/** An archive that is damaged, or holds what no theme needs. The message is a sentence's end, e.g. `it holds a link (_layouts/a.html)`. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
