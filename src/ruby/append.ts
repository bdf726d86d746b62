/**
 * Adds items to the end of an array, however many there are: `push` with some hundred thousand arguments overflows the stack
 * (Ruby's `Array#concat`).
 */
export function append<T>(target: T[], items: Iterable<T>): void {
  for (const item of items) target.push(item);
}
