/** Thrown where something is asked for that only a turn knew which was taken over: then all turns must be taken. */
export class LostStateError extends Error {
  override readonly name = 'LostStateError';
}
