/**
 * Footnotes: `[^name]` and `[^name]: text`, whose further blocks are indented by four columns. Origin: cmark-gfm 0.29.0.gfm.13,
 * `blocks.c` and `inlines.c`.
 *
 * Tokens: `footnote_open` and `footnote_close` around a definition, both with its number as `meta`; `footnote_reference`, its number in
 * `meta`. Definitions stand behind everything else, in the order of their first references.
 */
import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

/** Columns by which what belongs to a definition is indented. */
const INDENTATION = 4;
const DEFINITION = /\[\^([^\] \r\n\0\t]+)\]:[ \t]*/y;
/** No label of a reference is longer, in characters. */
const LONGEST_LABEL = 1000;

/** Those of one text. */
interface Footnotes {
  /** By normalized label: 0 until a reference is met. */
  readonly numbers: Map<string, number>;
  /** How many are referred to. */
  count: number;
}

/** What the tokens carry in the end. */
export interface FootnoteMeta {
  readonly number: number;
  /** How many definitions there are; around a definition only. */
  readonly count: number;
}

/** That of a footnote's token. */
export function footnoteMeta({ meta }: Token): FootnoteMeta {
  return meta as unknown as FootnoteMeta;
}

/** Adds footnotes. */
export function useFootnotes(md: MarkdownIt): void {
  md.block.ruler.before('list', 'footnote', readDefinition, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.after('link', 'footnote_reference', readReference);
  md.core.ruler.after('inline', 'footnotes', moveDefinitions);
}

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= INDENTATION) return false;
  DEFINITION.lastIndex = state.bMarks[startLine]! + state.tShift[startLine]!;
  const [marker, label] = DEFINITION.exec(state.src) ?? [];
  if (marker === undefined) return false;
  if (silent) return true;
  const name = state.md.utils.normalizeReference(label!);
  const open = state.push('footnote_open', '', 1);
  readBlocks(state, startLine, lastLine(state, startLine, endLine), DEFINITION.lastIndex);
  const close = state.push('footnote_close', '', -1);
  open.map = [startLine, state.line];
  const { numbers } = footnotesOf(state.env);
  // The first of a name counts, and one within another comes first.
  const isFirst = !numbers.has(name);
  open.meta = close.meta = isFirst ? { name } : null;
  if (isFirst) numbers.set(name, 0);
  return true;
}

function footnotesOf(env: Env): Footnotes {
  env['footnotes'] ??= { numbers: new Map(), count: 0 } satisfies Footnotes;
  return env['footnotes'] as Footnotes;
}

/** Parses a definition's blocks; `start` is where the first line's text begins. */
function readBlocks(state: StateBlock, startLine: number, endLine: number, start: number): void {
  const { parentType, blkIndent, lineMax } = state;
  const [mark, shift, count] = [state.bMarks[startLine]!, state.tShift[startLine]!, state.sCount[startLine]!];
  state.blkIndent += INDENTATION;
  state.bMarks[startLine] = start;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = state.blkIndent;
  state.lineMax = endLine;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, startLine, endLine);
  state.bMarks[startLine] = mark;
  state.tShift[startLine] = shift;
  state.sCount[startLine] = count;
  Object.assign(state, { parentType, blkIndent, lineMax });
}

/** The line before which a definition ends at the latest: one of nothing but one to three spaces, or in a quotation any empty one. */
function lastLine(state: StateBlock, startLine: number, endLine: number): number {
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.sCount[line]! < 0) return line;
    if (!state.isEmpty(line) || state.sCount[line]! - state.blkIndent >= INDENTATION) continue;
    const isBare = state.eMarks[line - 1]! + 1 === state.eMarks[line];
    if (!isBare) return line;
  }
  return endLine;
}

/**
 * What looks like a reference and is none is text as it stands, whatever it holds. (The original loses letters of one that goes over
 * several lines.)
 */
function readReference(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '[' || src[pos + 1] !== '^') return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  const label = src.slice(pos + 2, end);
  if (end < 0 || label === '' || label.includes('\n')) return false;
  if (!silent) pushReference(state, label);
  state.pos = end + 1;
  return true;
}

function pushReference(state: StateInline, label: string): void {
  const footnotes = footnotesOf(state.env);
  const name = label.length > LONGEST_LABEL ? '' : state.md.utils.normalizeReference(label);
  const known = footnotes.numbers.get(name);
  const token = state.push(known === undefined ? 'text' : 'footnote_reference', '', 0);
  token.content = `[^${label}]`;
  if (known === undefined) return;
  const number = known || ++footnotes.count;
  footnotes.numbers.set(name, number);
  token.meta = { number };
}

function moveDefinitions(state: StateCore): void {
  const { numbers, count } = footnotesOf(state.env);
  if (numbers.size === 0) return;
  const body: Token[] = [];
  const notes = new Map<number, Token[]>();
  const open: Token[][] = [];
  for (const token of state.tokens) {
    if (token.type === 'footnote_open') {
      const list: Token[] = [];
      open.push(list);
      notes.set(token.meta === null ? 0 : numbers.get(String(token.meta['name']))!, list);
    }
    (open.at(-1) ?? body).push(token);
    if (token.type === 'footnote_close') open.pop();
  }
  notes.delete(0);
  const sorted = [...notes].sort(([one], [other]) => one - other);
  for (const [number, list] of sorted)
    list[0]!.meta = list.at(-1)!.meta = { number, count } satisfies FootnoteMeta;
  state.tokens = [...body, ...sorted.flatMap(([, list]) => list)];
}
