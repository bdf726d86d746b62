import type { MarkedText } from './marked-text.js';

/** What stands between a link's text and its path. */
export type Middle = '](' | ']: ';

/** Where the text of a link may end, in the order in which these places are tried. */
export interface LinkTexts {
  ends(from: number, middle: Middle): Iterable<number>;
}

/** Up to jekyll-relative-links 0.7.0: wherever a path may begin behind it on the same line. */
export class PlainTexts implements LinkTexts {
  /** Up to where, by what divides a text from its path, all places were tried in vain. */
  private readonly tried = new Map<Middle, number>();

  constructor(private readonly text: MarkedText) {}

  *ends(from: number, middle: Middle): Iterable<number> {
    if (from <= (this.tried.get(middle) ?? 0)) return;
    const lineEnd = this.text.endOfLine(from - 1);
    let at = this.text.next(middle, from);
    for (; at >= 0 && at < lineEnd; at = this.text.next(middle, at + 1)) yield at;
    // A later bracket of this line has no others to try.
    this.tried.set(middle, lineEnd);
  }
}

/**
 * From 0.8.0 on: at the first place where an address follows; but pictures, `![text](path)` or `![text]`, are passed over as a whole, and
 * read as other characters only where no link comes of that.
 */
export class TextsWithPictures implements LinkTexts {
  /** Places from which all was tried in vain: what comes of one does not depend on where the text began. */
  private readonly tried = new Map<Middle, Set<number>>();

  constructor(private readonly text: MarkedText) {}

  *ends(from: number, middle: Middle): Iterable<number> {
    const tried = this.tried.get(middle) ?? new Set<number>();
    this.tried.set(middle, tried);
    const waiting = [from];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (tried.has(at)) continue;
      tried.add(at);
      if (this.text.source.startsWith(middle, at)) yield at;
      waiting.push(...this.steps(at).reverse());
    }
  }

  /** Where the text may go on behind a picture or a character, the likeliest first. */
  private steps(at: number): number[] {
    const { source } = this.text;
    const steps: number[] = [];
    if (source.startsWith('![', at)) {
      const bracket = this.text.next(']', at + 2);
      const parenthesis = source[bracket + 1] === '(' ? this.text.next(')', bracket + 2) : -1;
      if (bracket >= 0 && parenthesis >= 0) steps.push(parenthesis + 1);
      if (bracket >= 0) steps.push(bracket + 1);
    }
    const isCharacter = at < source.length && source[at] !== '\n' && !source.startsWith('](', at);
    return isCharacter ? [...steps, at + 1] : steps;
  }
}
