const PIECE = /<span class="([^"]*)">([^<]*)<\/span>|[^<]+/g;

/**
 * Divides highlighted code into lines, without their ends; spans over several lines are closed and opened again (Rouge 4.7,
 * `Formatter#token_lines`). A highlighter's spans do not nest.
 */
export function codeLines(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece, className, inner] of html.matchAll(PIECE)) {
    const text = className === undefined ? piece : inner!;
    text.split('\n').forEach((part, index) => {
      if (index > 0) {
        lines.push(line);
        line = '';
      }
      if (part !== '') line += className === undefined ? part : `<span class="${className}">${part}</span>`;
    });
  }
  if (line !== '') lines.push(line);
  return lines;
}
