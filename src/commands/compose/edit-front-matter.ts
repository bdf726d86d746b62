/**
 * Changes keys of a file's front matter and nothing else: jekyll-compose loads and dumps the whole of it, which loses comments and
 * fails at dates.
 */

/** A block of Jekyll's: from `---` to `---` or `...`. */
const FRONT_MATTER = /^(---[ \t\r]*\n)([\s\S]*?\n?)(?=^(?:---|\.\.\.)\s*$)/m;

/** Sets the key to a text that is already YAML, in its place or behind the others. A file without front matter stays as it is. */
export function setKey(text: string, key: string, yaml: string): string {
  return editHeader(text, (lines) => {
    const range = findKey(lines, key);
    const line = `${key}: ${yaml}\n`;
    return range ? lines.toSpliced(range.start, range.length, line) : [...lines, line];
  });
}

/** Removes the key with all lines of its value. */
export function removeKey(text: string, key: string): string {
  return editHeader(text, (lines) => {
    const range = findKey(lines, key);
    return range ? lines.toSpliced(range.start, range.length) : lines;
  });
}

/** Whether front matter has the key with a value. */
export function hasKey(text: string, key: string): boolean {
  const header = headerOf(text);
  const lines = header === null ? [] : linesOf(header);
  const range = findKey(lines, key);
  return range !== null && !/^[^:]*:\s*$/.test(lines.slice(range.start, range.start + range.length).join(''));
}

function headerOf(text: string): string | null {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? (match[2] ?? '') : null;
}

function editHeader(text: string, edit: (lines: readonly string[]) => readonly string[]): string {
  const header = headerOf(text);
  if (header === null) return text;
  const start = text.indexOf('\n') + 1;
  return text.slice(0, start) + edit(linesOf(header)).join('') + text.slice(start + header.length);
}

function linesOf(header: string): string[] {
  return header.match(/[^\n]*\n/g) ?? [];
}

/** A key of the outermost mapping: its line and those of its value, which are indented, items of a sequence, or empty before such. */
function findKey(lines: readonly string[], key: string): { start: number; length: number } | null {
  const start = lines.findIndex((line) => line.startsWith(key) && /^\s*:(\s|$)/.test(line.slice(key.length)));
  if (start < 0) return null;
  let end = start + 1;
  for (let next = end; next < lines.length && /^(?:\s|- |-$)/.test(lines[next]!); next++) {
    if (/\S/.test(lines[next]!)) end = next + 1;
  }
  return { start, length: end - start };
}
