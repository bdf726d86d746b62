/** Links and pictures in the source of a page, Markdown or HTML, with their lines; what stands in code is none. */

/** One of them. */
export interface SourceLink {
  /** As written, Liquid included. */
  readonly target: string;
  /** 1-based, in the text given. */
  readonly line: number;
  /** 1-based, of the target. */
  readonly column: number;
}

/** Stands for a character of Liquid, so that what it makes neither ends a target nor begins one. */
const LIQUID = '\u0001';

const INLINE =
  /!?\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?=[\s)])/dg;
const DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*(<[^<>\n]+>|\S+)/dgm;
const ATTRIBUTE = /<[a-zA-Z][^<>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/dg;

/** @param isMarkdown whether Markdown counts besides HTML */
export function sourceLinks(text: string, isMarkdown: boolean): SourceLink[] {
  const plain = withoutCode(text, isMarkdown);
  const patterns = isMarkdown ? [INLINE, DEFINITION, ATTRIBUTE] : [ATTRIBUTE];
  const lineStarts = startsOfLines(text);
  return patterns
    .flatMap((pattern) => rangesOf(pattern, plain))
    .sort(([a], [b]) => a - b)
    .filter(([start], index, all) => start !== all[index - 1]?.[0])
    .map(([start, end]) => {
      const line = lineStarts.findLastIndex((one) => one <= start);
      const target = text.slice(start, end).replace(/^<([\s\S]*)>$/, '$1');
      return { target, line: line + 1, column: [...text.slice(lineStarts[line], start)].length + 1 };
    });
}

/** Where targets begin and end; matches may lie in each other, as a picture in a link. */
function rangesOf(pattern: RegExp, text: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    ranges.push(match.indices!.slice(1).find(Boolean)!);
    search.lastIndex = match.index + 1;
  }
  return ranges;
}

/** The text with what is code, comment or raw made blank, and Liquid made one kind of character; of the same length. */
function withoutCode(text: string, isMarkdown: boolean): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  let plain = text
    .replace(/\{%-?\s*(raw|comment|highlight)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g, blank)
    .replace(/<!--[\s\S]*?-->|<(script|style|pre|code|textarea)\b[\s\S]*?<\/\1>/gi, blank)
    .replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (part) => part.replace(/[^\n]/g, LIQUID));
  if (!isMarkdown) return plain;
  plain = plain
    .replace(/^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![\s\S]))/gm, blank)
    .replace(/(?:^|\n)[ \t]*\n(?:(?: {4}|\t)[^\n]*(?:\n|$))+/g, blank);
  return plain.replace(/(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, blank);
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
