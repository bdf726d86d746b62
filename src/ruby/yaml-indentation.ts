/**
 * libyaml does not mind how far the later lines of a quoted scalar or a flow collection are indented; the `yaml` library wants
 * them further in than the mapping around. Since that white space means nothing, such lines are moved in and the text is parsed
 * again.
 */
import { type Document, isCollection, isScalar, type YAMLParseError } from 'yaml';
import { lastChildBefore } from './yaml-nodes.js';

/** The text with the lines moved that the error is about; `null` when it is about something else. */
export function indentContinuation(
  text: string,
  document: Document.Parsed,
  error: YAMLParseError,
): string | null {
  const isQuote = error.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing');
  const isFlow = error.code === 'BAD_INDENT' && error.message.startsWith('Flow ');
  if (!isQuote && !isFlow) return null;
  const start = lastStart(document.contents, error.pos[0], isFlow);
  if (start === null) return null;
  const end = isQuote ? quoteEnd(text, start) : flowEnd(text, start);
  const body = text.slice(start, end ?? start);
  if (!body.includes('\n') || /\n(?:---|\.\.\.)(?:\s|$)/.test(body)) return null;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const moved = body.replaceAll('\n', `\n${' '.repeat(start - lineStart + 1)}`);
  return moved === body ? null : text.slice(0, start) + moved + text.slice(end ?? start);
}

/** Where the scalar or flow collection before the offset begins, the outermost one for collections. */
function lastStart(root: unknown, offset: number, isFlow: boolean): number | null {
  let node = root;
  while (isCollection(node)) {
    if (isFlow && node.flow) return node.range?.[0] ?? null;
    node = lastChildBefore(node, offset);
  }
  return isScalar(node) ? (node.range?.[0] ?? null) : null;
}

/** Index behind the quote that closes the scalar at `start`; `null` when none does. */
function quoteEnd(text: string, start: number): number | null {
  const quoted = text[start] === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
  quoted.lastIndex = start;
  return quoted.test(text) ? quoted.lastIndex : null;
}

/** Index behind the bracket that closes the collection at `start`; quotes count where a value can begin. */
function flowEnd(text: string, start: number): number | null {
  let depth = 0;
  let canBegin = true;
  for (let index = start; index < text.length; index++) {
    const character = text[index]!;
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') {
      if (--depth === 0) return index + 1;
    } else if (canBegin && (character === '"' || character === "'")) {
      const end = quoteEnd(text, index);
      if (end === null) return null;
      index = end - 1;
    } else if (character === '#' && /\s/.test(text[index - 1] ?? ' ')) {
      const lineEnd = text.indexOf('\n', index);
      if (lineEnd === -1) return null;
      index = lineEnd - 1;
    }
    if (!/\s/.test(character)) canBegin = '[{,:'.includes(character);
  }
  return null;
}
