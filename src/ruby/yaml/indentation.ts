/**
 * libyaml does not mind how far the later lines of a quoted scalar or a flow collection are indented; the `yaml` library wants
 * them further in than the mapping around. Since that white space means nothing, such lines are moved in and the text is parsed
 * again.
 */
import { type Document, isCollection, isScalar, type YAMLError } from 'yaml';
import { append } from '../append.js';
import { childrenOf, columnOf, lastChildBefore } from './nodes.js';

/**
 * The text with the lines moved that the error is about, and with them those of all values further down that begin on one line and
 * end on another; `null` when there is no error, or one about something else.
 */
export function indentContinuations(
  text: string,
  document: Document.Parsed,
  error: YAMLError | undefined,
): string | null {
  const start = cutQuote(text, document.contents) ?? (error ? startOfFault(document, error) : null);
  if (start === null) return null;
  const end = valueEnd(text, start);
  const moved = end === null ? null : moveIn(text, start, end);
  return moved === null || end === null ? null : text.slice(0, start) + moved + moveLater(text, end);
}

function startOfFault({ contents }: Document.Parsed, error: YAMLError): number | null {
  const isQuote = error.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing');
  const isFlow = error.code === 'BAD_INDENT' && error.message.startsWith('Flow ');
  return isQuote || isFlow ? lastStart(contents, error.pos[0], isFlow) : null;
}

/**
 * Where a quoted scalar begins that the library ends at the end of a line, since the next is not far enough in and the quote that
 * is part of the text looks like the closing one: `a: "\""`, cut behind the second quote. That need not lead to an error.
 */
function cutQuote(text: string, root: unknown): number | null {
  if (!/(?:\\"|'')\n/.test(text)) return null;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isCollection(node)) append(open, childrenOf(node).reverse().filter(Boolean));
    else if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range) {
      const end = quoteEnd(text, node.range[0]);
      if (end !== null && end > node.range[1]) return node.range[0];
    }
  }
  return null;
}

/** The rest of the text, its values that take several lines moved in. */
function moveLater(text: string, from: number): string {
  const pieces: string[] = [];
  const candidate = /(?:^ *|: +|- +)(["'[{])|[:-] +[|>][-+0-9]*[ ]*$|(?:^| )#.*$/gm;
  let kept = from;
  candidate.lastIndex = from;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    if (!match[1]) {
      if (!match[0].includes('#')) candidate.lastIndex = blockEnd(text, match.index);
      continue;
    }
    const start = candidate.lastIndex - 1;
    const end = valueEnd(text, start);
    if (end === null) continue;
    const moved = moveIn(text, start, end);
    candidate.lastIndex = end;
    if (moved === null) continue;
    pieces.push(text.slice(kept, start), moved);
    kept = end;
  }
  return pieces.join('') + text.slice(kept);
}

/** Where a block scalar ends whose header stands at the offset: at the next line that is not further in than the header's. */
function blockEnd(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  const indent = /^ */.exec(text.slice(lineStart, offset + 1))?.[0].length ?? 0;
  let line = text.indexOf('\n', offset);
  while (line !== -1) {
    const content = /[^ ]/g;
    content.lastIndex = line + 1;
    const found = content.exec(text)?.index ?? text.length;
    if (text[found] !== '\n' && found - line - 1 <= indent) return line + 1;
    line = text.indexOf('\n', found);
  }
  return text.length;
}

function valueEnd(text: string, start: number): number | null {
  return text[start] === '"' || text[start] === "'" ? quoteEnd(text, start) : flowEnd(text, start);
}

/** A value with its later lines further in than the column it begins in; `null` when it has none, or a document ends in it. */
function moveIn(text: string, start: number, end: number): string | null {
  const value = text.slice(start, end);
  if (!value.includes('\n') || /\n(?:---|\.\.\.)(?:\s|$)/.test(value)) return null;
  return value.replaceAll('\n', `\n${' '.repeat(columnOf(text, start) + 1)}`);
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
export function quoteEnd(text: string, start: number): number | null {
  const quoted = text[start] === '"' ? /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y : /'[^']*(?:''[^']*)*'/y;
  quoted.lastIndex = start;
  return quoted.test(text) ? quoted.lastIndex : null;
}

/** Index behind the bracket that closes the collection at `start`; quotes count where a value can begin. */
export function flowEnd(text: string, start: number): number | null {
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
