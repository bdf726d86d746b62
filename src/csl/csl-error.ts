/** What is wrong with a style or a locale; who called says in which file. */
export class CslError extends Error {
  override readonly name = 'CslError';
}
