/**
 * Finds links in Markdown source the way jekyll-relative-links 0.7.0 does: by their looks alone, in code and comments too. Inline links
 * are `[text](path#fragment "title")`; definitions are `[name]: path#fragment "title"` with the blank lines before them.
 */

/** A link, as written. */
export interface WrittenLink {
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
  readonly text: string;
  readonly path: string;
  /** With its `#`; `''` for none. */
  readonly fragment: string;
  /** With the white space before it and its quotes; `''` for none. */
  readonly title: string;
}

/** Where the parts after a path end. */
interface Tail {
  readonly path: number;
  readonly fragment: number;
  readonly title: number;
  readonly end: number;
}

/** Tells whether the link may end at a place, and where it does. */
type Ending = (at: number) => number | null;

/** Replaces what `replace` answers a text for. */
export function replaceLinks(source: string, replace: (link: WrittenLink) => string | null): string {
  let result = '';
  let copied = 0;
  let at = 0;
  for (let bracket = source.indexOf('[', at); bracket >= 0; bracket = source.indexOf('[', at)) {
    const link = linkAt(source, bracket, at);
    at = link === null ? bracket + 1 : link.end;
    const replacement = link === null ? null : replace(link);
    if (link === null || replacement === null) continue;
    result += source.slice(copied, link.start) + replacement;
    copied = link.end;
  }
  return result + source.slice(copied);
}

/** What begins first counts: a definition takes the blank lines before it, an inline link comes before one at the same place. */
function linkAt(source: string, bracket: number, from: number): WrittenLink | null {
  const line = firstLineOf(source, bracket, from);
  const define = (): WrittenLink | null => (line === null ? null : linkFrom(source, line, bracket, true));
  const inline = (): WrittenLink | null => linkFrom(source, bracket, bracket, false);
  return line !== null && line < bracket ? (define() ?? inline()) : (inline() ?? define());
}

/** The earliest start of a line with nothing but white space up to the bracket. */
function firstLineOf(source: string, bracket: number, from: number): number | null {
  let first: number | null = null;
  for (let at = bracket; at >= from; at -= 1) {
    if (at === 0 || source[at - 1] === '\n') first = at;
    if (!isSpace(source[at - 1])) break;
  }
  return first;
}

function linkFrom(source: string, start: number, bracket: number, isDefinition: boolean): WrittenLink | null {
  const lineEnd = endOfLine(source, bracket);
  const middle = isDefinition ? ']: ' : '](';
  for (
    let at = source.indexOf(middle, bracket + 1);
    at >= 0 && at < lineEnd;
    at = source.indexOf(middle, at + 1)
  ) {
    const from = at + middle.length;
    const tail = isDefinition ? definitionTail(source, from) : inlineTail(source, from);
    if (tail === null) continue;
    return {
      start,
      end: tail.end,
      isDefinition,
      text: source.slice(bracket + 1, at),
      path: source.slice(from, tail.path),
      fragment: source.slice(tail.path, tail.fragment),
      title: source.slice(tail.fragment, tail.title),
    };
  }
  return null;
}

/** The path may run over lines, up to the first parenthesis. */
function inlineTail(source: string, from: number): Tail | null {
  const close = source.indexOf(')', from);
  return close <= from ? null : tailWithin(source, from, close, (at) => (source[at] === ')' ? at + 1 : null));
}

/** The path ends with its line at the latest; white space after it goes with it. */
function definitionTail(source: string, from: number): Tail | null {
  const lineEnd = endOfLine(source, from);
  if (lineEnd <= from) return null;
  return tailWithin(source, from, lineEnd, (at) => {
    let end = at;
    while (end < source.length && source[end] !== '\n') {
      if (!isSpace(source[end])) return null;
      end += 1;
    }
    return end;
  });
}

/** The shortest path, then the shortest fragment, then a title if there is one. */
function tailWithin(source: string, from: number, last: number, ending: Ending): Tail | null {
  let hopeless = 0;
  for (let path = from + 1; path <= last; path += 1) {
    if (source[path] === '#' && path >= hopeless) {
      const lineEnd = endOfLine(source, path);
      for (let fragment = path + 2; fragment <= lineEnd; fragment += 1) {
        const end = titleAndEnd(source, fragment, ending);
        if (end) return { path, fragment, ...end };
      }
      hopeless = lineEnd;
    }
    const end = titleAndEnd(source, path, ending);
    if (end) return { path, fragment: path, ...end };
  }
  return null;
}

function titleAndEnd(source: string, at: number, ending: Ending): Pick<Tail, 'title' | 'end'> | null {
  for (const title of [titleEnd(source, at, '"'), titleEnd(source, at, "'"), at]) {
    const end = title === null ? null : ending(title);
    if (title !== null && end !== null) return { title, end };
  }
  return null;
}

/** A title begins with a double quote, whatever it ends with. */
function titleEnd(source: string, at: number, quote: string): number | null {
  if (!isSpace(source[at])) return null;
  const open = skipSpace(source, at);
  if (source[open] !== '"') return null;
  let end = source.indexOf(quote, open + 1);
  while (end > 0 && source[end - 1] === '\\') end = source.indexOf(quote, end + 1);
  return end < 0 ? null : end + 1;
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function skipSpace(source: string, at: number): number {
  let end = at;
  while (isSpace(source[end])) end += 1;
  return end;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && ' \t\n\v\f\r'.includes(character);
}
