/**
 * Replaces `\name{…}`, braces within counted; where they do not match the command stays.
 *
 * @param replacement what becomes of what stands between the braces
 */
export function replaceCommand(text: string, name: string, replacement: (inner: string) => string): string {
  const command = `\\${name}{`;
  let replaced = '';
  let done = 0;
  for (let at = text.indexOf(command); at >= 0; at = text.indexOf(command, at)) {
    const start = at + command.length;
    const end = closingBrace(text, start);
    if (end < 0) {
      at = start;
      continue;
    }
    replaced += text.slice(done, at) + replacement(text.slice(start, end));
    done = end + 1;
    at = done;
  }
  return replaced + text.slice(done);
}

function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
