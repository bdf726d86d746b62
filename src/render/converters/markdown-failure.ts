/** Failures of Markdown, as the file's they are in. */
import { MarkdownError } from '../../markdown/index.js';
import { wholeText } from '../../model/output.js';
import type { Renderable } from '../../model/page.js';
import { ConversionError } from '../../model/plugin.js';
import { isStackOverflow } from '../../ruby/stack-overflow.js';

/**
 * What to throw for what a parser of Markdown threw.
 *
 * @param text what was converted
 * @param file whose text it is; `null` for a filter's
 */
export function markdownFailure(cause: unknown, text: string, file: Renderable | null): unknown {
  if (isStackOverflow(cause)) return new ConversionError('The text is nested too deeply', null, { cause });
  if (!(cause instanceof MarkdownError)) return cause;
  if (file === null) return new ConversionError(cause.message, null, { cause });
  const line = lineInFile(text, cause.line, file);
  if (line !== null) {
    return new ConversionError(cause.messageAt(line), { file: file.path, line, column: 1 }, { cause });
  }
  const hint = 'Lines are counted in what Liquid made of the file.';
  return new ConversionError(cause.message, null, { cause, hint });
}

/**
 * The line of the file on which a line of the text stands: the same one where Liquid changed nothing up to there, else the only
 * one that reads the same.
 *
 * @returns 1-based; `null` for a line that Liquid made
 */
function lineInFile(text: string, line: number, { body, bodyLine }: Renderable): number | null {
  const made = linesOf(text);
  const written = linesOf(wholeText(body));
  let same = 0;
  while (same < line && made[same] === written[same]) same++;
  if (same === line) return bodyLine + line - 1;
  const found = written.indexOf(made[line - 1]!);
  return found >= 0 && written.lastIndexOf(made[line - 1]!) === found ? bodyLine + found : null;
}

/** Lines as kramdown counts them. */
function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}
