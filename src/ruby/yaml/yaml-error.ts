import { codePointLength, lineNumberAt } from '../string.js';

/** YAML that cannot be read, in libyaml's words, which are what Psych shows and what users search for. */
export class YamlError extends Error {
  /**
   * @param problem libyaml's words with the context, e.g. `did not find expected key while parsing a block mapping`
   * @param line    1-based, where libyaml says the context begins
   * @param column  1-based, in code points
   */
  constructor(
    readonly problem: string,
    readonly line: number,
    readonly column: number,
    /** Whether libyaml would read it and only we do not: what it stands for is more than a build can hold. */
    readonly isLimit = false,
  ) {
    super(`${problem} at line ${line} column ${column}`);
    this.name = 'YamlError';
  }
}

/** Takes what is read otherwise than it may be meant; its place and words are those of an error. */
export type YamlWarn = (warning: YamlError) => void;

/** The error for a place given as an offset into the text. */
export function yamlErrorAt(text: string, offset: number, problem: string, isLimit = false): YamlError {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = lineNumberAt(text, offset);
  // At the end of the stream libyaml has gone on to a new line.
  if (offset >= text.length && lineStart < text.length) return new YamlError(problem, line + 1, 1, isLimit);
  return new YamlError(problem, line, codePointLength(before.slice(lineStart)) + 1, isLimit);
}
