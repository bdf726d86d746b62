/** A tag in a template. */
export interface FoundTag {
  readonly name: string;
  /** 1-based, in the text given. */
  readonly line: number;
  /** 1-based, of `{%`, in code points. */
  readonly column: number;
}

/** The tags of a template by place, ends of blocks included; what stands in `raw` and `comment` blocks is no tag. */
export function findTags(text: string): FoundTag[] {
  const found: FoundTag[] = [];
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  for (let at = text.indexOf('{%'); at >= 0; at = text.indexOf('{%', at)) {
    for (; counted < at; counted++) {
      if (text[counted] !== '\n') continue;
      line++;
      lineStart = counted + 1;
    }
    const name = tagName(text, at);
    if (name !== '') found.push({ name, line, column: [...text.slice(lineStart, at)].length + 1 });
    at = name === 'raw' || name === 'comment' ? endOf(text, at, name) : at + 2;
  }
  return found;
}

function tagName(text: string, at: number): string {
  return /^\{%-?\s*([a-zA-Z_]\w*)/.exec(text.slice(at, at + 100))?.[1] ?? '';
}

/** Where the block's end tag begins; the end of the text when it is never closed. */
function endOf(text: string, at: number, name: string): number {
  const end = new RegExp(`\\{%-?\\s*end${name}\\b`, 'g');
  end.lastIndex = at;
  const match = end.exec(text);
  return match ? match.index : text.length;
}
