/** Markdown that cannot be converted, e.g. nested too deeply. */
export class MarkdownError extends Error {
  override readonly name = 'MarkdownError';

  /**
   * @param reason what is wrong, in words that may name the line
   * @param line   1-based, in the text given to the parser
   */
  constructor(
    private readonly reason: (line: number) => string,
    readonly line: number,
  ) {
    super(reason(line));
  }

  /** The message for a text that is part of a file, with the line there. */
  messageAt(line: number): string {
    return this.reason(line);
  }
}
