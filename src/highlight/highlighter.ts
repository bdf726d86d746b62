/** What Markdown and the `highlight` tag may ask of a highlighter. */
export interface Highlighter {
  /**
   * @param code     the code, line ends `\n`
   * @param language as the user wrote it, options after `?` included (`php?start_inline=1`)
   * @returns the code as HTML with Rouge's token spans, escaped, without any wrapper; `null` when the language is unknown
   */
  highlight(code: string, language: string): string | null;
  /** Name of the language Rouge would guess from the code (`guess_lang`), `null` for none. */
  guess(code: string): string | null;
}
