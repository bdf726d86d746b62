/** Bytes that are no Marshal 4.8, or a value that it has no form for. */
export class MarshalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MarshalError';
  }
}
