/** Tags and filters that a template names, found without parsing it: nothing of it need be right. */
import type { CheckedText } from './templates.js';

/** A tag or a filter in a template. */
export interface FoundName {
  readonly name: string;
  /** 1-based, in the text given. */
  readonly line: number;
  /** 1-based, of `{%`, or of the filter's name, in code points. */
  readonly column: number;
}

/** The tags of a template by place, ends of blocks included; what stands in `raw` and `comment` blocks is no tag. */
export function findTags(text: string): FoundName[] {
  const places = new Places(text);
  return markups(text)
    .filter(({ tag }) => tag !== '')
    .map(({ tag, start }) => ({ name: tag, ...places.at(start) }));
}

/** The filters of a template by place: what stands behind a `|` outside of quotation marks, in outputs and in tags that take an expression. */
export function findFilters(text: string): FoundName[] {
  const places = new Places(text);
  return markups(text)
    .filter(({ tag }) => tag === '' || EXPRESSION_TAGS.has(tag))
    .flatMap(({ start, markup }) =>
      filtersIn(markup).map(({ name, offset }) => ({ name, ...places.at(start + offset) })),
    );
}

/** A found name's place in the file. */
export function placeIn(
  { path, body, firstLine }: CheckedText,
  { line, column }: FoundName,
): {
  readonly file: string;
  readonly line: number;
  readonly column: number;
} {
  return { file: path, line: firstLine + line - 1, column: body === '' ? 1 : column };
}

/** Tags whose markup ends in filters; others have `|` in their own ways. */
const EXPRESSION_TAGS: ReadonlySet<string> = new Set(['assign', 'echo']);

interface Markup {
  /** 0-based, of the opening braces. */
  readonly start: number;
  /** From the opening braces to the closing ones, both included. */
  readonly markup: string;
  /** `''` for an output, and for a tag without a name. */
  readonly tag: string;
}

function markups(text: string): Markup[] {
  const found: Markup[] = [];
  const pattern = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const markup = match[0];
    const tag = /^\{%-?\s*([a-zA-Z_]\w*)/.exec(markup)?.[1] ?? '';
    if (tag !== '' || markup.startsWith('{{')) found.push({ start: match.index, markup, tag });
    if (tag === 'raw' || tag === 'comment') pattern.lastIndex = endOf(text, match.index, tag);
  }
  return found;
}

/** Where the block's end tag begins; the end of the text when it is never closed. */
function endOf(text: string, at: number, name: string): number {
  const end = new RegExp(`\\{%-?\\s*end${name}\\b`, 'g');
  end.lastIndex = at;
  const match = end.exec(text);
  return match ? match.index : text.length;
}

function filtersIn(markup: string): { readonly name: string; readonly offset: number }[] {
  const bare = markup.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
  return [...bare.matchAll(/\|\s*([a-zA-Z_]\w*)/g)].map((match) => ({
    name: match[1]!,
    offset: match.index + match[0].length - match[1]!.length,
  }));
}

/** Lines and columns of positions that only grow. */
class Places {
  private line = 1;
  private lineStart = 0;
  private counted = 0;

  constructor(private readonly text: string) {}

  at(offset: number): { readonly line: number; readonly column: number } {
    for (; this.counted < offset; this.counted++) {
      if (this.text[this.counted] !== '\n') continue;
      this.line++;
      this.lineStart = this.counted + 1;
    }
    return { line: this.line, column: [...this.text.slice(this.lineStart, offset)].length + 1 };
  }
}
