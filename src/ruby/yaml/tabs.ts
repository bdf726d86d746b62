/**
 * Tabs at the beginning of a line, where libyaml is stricter than the `yaml` library: they may stand inside quotes and flow
 * collections and behind enough indentation, nowhere else, not even on a line that is otherwise empty.
 */
import { type Document, isCollection, isScalar, type Scalar } from 'yaml';
import { columnOf, lastChildBefore, startOf } from './nodes.js';
import { type YamlError, yamlErrorAt } from './yaml-error.js';

const NO_TOKEN = 'found character that cannot start any token while scanning for the next token';
const IN_PLAIN = 'found a tab character that violates indentation while scanning a plain scalar';
const IN_BLOCK = 'found a tab character where an indentation space is expected while scanning a block scalar';

/** The first tab before `end` that libyaml refuses, as its error; `null` when there is none. */
export function findTabError(text: string, document: Document.Parsed, end: number): YamlError | null {
  const leading = /^(?: *(?:- +)*-)?( *)\t/gm;
  for (let match = leading.exec(text); match && match.index < end; match = leading.exec(text)) {
    const tab = match.index + match[0].length - 1;
    const error = match[0].includes('-')
      ? afterHyphen(text, document, tab)
      : atLineStart(text, document, tab, tab - match.index);
    if (error) return error;
  }
  return null;
}

/** What lies before and around a tab. */
interface Surroundings {
  /** The last scalar that begins before it. */
  readonly scalar: Scalar | null;
  readonly isInFlow: boolean;
  /** Column of the innermost block collection, -1 outside of all. */
  readonly indent: number;
}

function afterHyphen(text: string, document: Document.Parsed, tab: number): YamlError | null {
  const { scalar, isInFlow } = surroundings(text, document, tab);
  return isInFlow || (scalar?.range && tab < scalar.range[1]) ? null : yamlErrorAt(text, tab, NO_TOKEN);
}

function atLineStart(text: string, document: Document.Parsed, tab: number, column: number): YamlError | null {
  const { scalar, isInFlow, indent } = surroundings(text, document, tab);
  if (scalar?.range) {
    const [start, end] = scalar.range;
    const isInside = tab < end;
    const continues = isInside || /^\s*$/.test(text.slice(end, tab));
    if (scalar.type === 'PLAIN' && continues) {
      return column <= indent ? yamlErrorAt(text, start, IN_PLAIN) : null;
    }
    if (scalar.type?.startsWith('BLOCK') && continues) {
      return column < blockIndent(text.slice(start, tab), Math.max(indent, 0))
        ? yamlErrorAt(text, start, IN_BLOCK)
        : null;
    }
    if (isInside) return null;
  }
  return isInFlow ? null : yamlErrorAt(text, tab, NO_TOKEN);
}

/** How far the lines of a block scalar are indented: as its header says, else as the first that holds something; else without end. */
function blockIndent(before: string, outside: number): number {
  const [header = '', ...lines] = before.split('\n').slice(0, -1);
  const digit = /^[|>][-+]?([1-9])/.exec(header)?.[1];
  if (digit !== undefined) return outside + Number(digit);
  const first = lines.find((line) => /[^ ]/.test(line));
  return first === undefined ? Number.POSITIVE_INFINITY : first.search(/[^ ]/);
}

function surroundings(text: string, document: Document.Parsed, offset: number): Surroundings {
  let node: unknown = document.contents;
  let indent = -1;
  let isInFlow = false;
  while (isCollection(node) && node.range && node.range[0] < offset) {
    if (node.flow) isInFlow ||= offset < node.range[1];
    else indent = columnOf(text, node.range[0]);
    node = lastChildBefore(node, offset);
  }
  // A value that is not there has its place, too.
  const scalar = isScalar(node) && node.source !== '' && startOf(node) < offset ? node : null;
  return { scalar, isInFlow, indent };
}
