/** The value made when it is first asked for, and the same from then on: for what is dear to make and seldom needed. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
