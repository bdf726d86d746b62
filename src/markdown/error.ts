/** Markdown that cannot be converted, e.g. nested too deeply. */
export class MarkdownError extends Error {
  override readonly name = 'MarkdownError';

  constructor(
    message: string,
    /** 1-based line in the text given to the parser. */
    readonly line: number,
  ) {
    super(message);
  }
}
