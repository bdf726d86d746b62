/** Why an address gave nothing. The message is a sentence's end, e.g. `the server did not answer within 30 s`. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  /**
   * @param url    what was asked for
   * @param status the answer's status; `null` when there was none
   */
  constructor(
    message: string,
    readonly url: string,
    readonly status: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
