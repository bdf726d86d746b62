/**
 * Finds links in Markdown source the way jekyll-relative-links does: by their looks alone, in code and comments too. Inline links
 * are `[text](path#fragment "title")`; definitions are `[name]: path#fragment "title"` with the blank lines before them.
 */
import { type LinkTexts, PlainTexts, TextsWithPictures } from './link-text.js';
import { isSpace, MarkedText } from './marked-text.js';
import type { LinksRelease } from './release.js';

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
export function replaceLinks(
  source: string,
  release: LinksRelease,
  replace: (link: WrittenLink) => string | null,
): string {
  const scanner = new Scanner(source, release);
  let result = '';
  let copied = 0;
  let at = 0;
  for (let bracket = source.indexOf('[', at); bracket >= 0; bracket = source.indexOf('[', at)) {
    const link = scanner.linkAt(bracket, at);
    at = link === null ? bracket + 1 : link.end;
    const replacement = link === null ? null : replace(link);
    if (link === null || replacement === null) continue;
    result += source.slice(copied, link.start) + replacement;
    copied = link.end;
  }
  return result + source.slice(copied);
}

/** Looks for the links of one text, from its beginning to its end. */
class Scanner {
  private readonly text: MarkedText;
  private readonly linkTexts: LinkTexts;

  constructor(
    private readonly source: string,
    private readonly release: LinksRelease,
  ) {
    this.text = new MarkedText(source);
    this.linkTexts = release.hasPicturesInTexts
      ? new TextsWithPictures(this.text)
      : new PlainTexts(this.text);
  }

  /** What begins first counts: a definition takes the blank lines before it, an inline link comes before one at the same place. */
  linkAt(bracket: number, from: number): WrittenLink | null {
    const line = this.firstLineOf(bracket, from);
    const define = (): WrittenLink | null => (line === null ? null : this.linkFrom(line, bracket, true));
    const inline = (): WrittenLink | null => this.linkFrom(bracket, bracket, false);
    return line !== null && line < bracket ? (define() ?? inline()) : (inline() ?? define());
  }

  /** The earliest start of a line with nothing but white space up to the bracket. */
  private firstLineOf(bracket: number, from: number): number | null {
    let first: number | null = null;
    for (let at = bracket; at >= from; at -= 1) {
      if (at === 0 || this.source[at - 1] === '\n') first = at;
      if (!isSpace(this.source[at - 1])) break;
    }
    return first;
  }

  private linkFrom(start: number, bracket: number, isDefinition: boolean): WrittenLink | null {
    const middle = isDefinition ? ']: ' : '](';
    for (const at of this.linkTexts.ends(bracket + 1, middle)) {
      const from = at + middle.length;
      const tail = isDefinition ? this.definitionTail(from) : this.inlineTail(from);
      if (tail === null) continue;
      return {
        start,
        end: tail.end,
        isDefinition,
        text: this.source.slice(bracket + 1, at),
        path: this.source.slice(from, tail.path),
        fragment: this.source.slice(tail.path, tail.fragment),
        title: this.source.slice(tail.fragment, tail.title),
      };
    }
    return null;
  }

  /** The path may run over lines, up to the first parenthesis. */
  private inlineTail(from: number): Tail | null {
    const close = this.text.next(')', from);
    if (close <= from) return null;
    return this.tailWithin(from, close, (at) => (this.source[at] === ')' ? at + 1 : null));
  }

  /** The path ends with its line at the latest; white space after it goes with it. */
  private definitionTail(from: number): Tail | null {
    const lineEnd = this.text.endOfLine(from);
    if (lineEnd <= from) return null;
    return this.tailWithin(from, lineEnd, (at) => {
      const end = this.text.endOfLine(at);
      return this.text.skipSpace(at) >= end ? end : null;
    });
  }

  /** The shortest path, then the shortest fragment, then a title if there is one. */
  private tailWithin(from: number, last: number, ending: Ending): Tail | null {
    let hopeless = 0;
    for (let path = from + 1; path <= last; path += 1) {
      if (this.source[path] === '#' && path >= hopeless) {
        const lineEnd = this.text.endOfLine(path);
        for (let fragment = path + 2; fragment <= lineEnd; fragment += 1) {
          const end = this.titleAndEnd(fragment, ending);
          if (end) return { path, fragment, ...end };
        }
        hopeless = lineEnd;
      }
      const end = this.titleAndEnd(path, ending);
      if (end) return { path, fragment: path, ...end };
    }
    return null;
  }

  private titleAndEnd(at: number, ending: Ending): Pick<Tail, 'title' | 'end'> | null {
    const titles = this.release.hasTitles ? [this.titleEnd(at, '"'), this.titleEnd(at, "'")] : [];
    for (const title of [...titles, at]) {
      const end = title === null ? null : ending(title);
      if (title !== null && end !== null) return { title, end };
    }
    return null;
  }

  /** A title begins with a double quote, whatever it ends with. */
  private titleEnd(at: number, quote: string): number | null {
    if (!isSpace(this.source[at])) return null;
    const open = this.text.skipSpace(at);
    if (this.source[open] !== '"') return null;
    const end = this.text.next(quote, open + 1);
    return end < 0 ? null : end + 1;
  }
}
