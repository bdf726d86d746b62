/**
 * Says in libyaml's words what is wrong with a text that the `yaml` library refuses. The two name different places: libyaml
 * points to the beginning of the construct that could not go on. Which construct that is follows from its rule of indentation:
 * a token ends all block collections that stand further to the right.
 */
import { type Document, isCollection, isMap, isScalar, type ParsedNode, type YAMLParseError } from 'yaml';
import { type YamlError, yamlErrorAt } from './yaml-error.js';
import { columnOf, lastChildBefore } from './yaml-nodes.js';

interface OpenCollection {
  readonly isMap: boolean;
  readonly isFlow: boolean;
  /** Where it begins, as an offset, and in which column (0-based). */
  readonly offset: number;
  readonly column: number;
}

const NO_TOKEN = 'found character that cannot start any token while scanning for the next token';
const NO_NODE = 'did not find expected node content while parsing a block node';
const NO_COLON = "could not find expected ':' while scanning a simple key";
const NO_VALUE_HERE = 'mapping values are not allowed in this context';

/** The error libyaml would report. */
export function diagnose(text: string, document: Document.Parsed, error: YAMLParseError): YamlError {
  const offset = tokenStart(text, error.pos[0]);
  const at = (place: number, problem: string): YamlError => yamlErrorAt(text, place, problem);
  const path = openCollections(text, document.contents, offset);
  switch (error.code) {
    case 'BAD_ALIAS': {
      const what = text[offset] === '&' ? 'an anchor' : 'an alias';
      return at(offset, `did not find expected alphabetic or numeric character while scanning ${what}`);
    }
    case 'BAD_SCALAR_START':
      if (text[offset] === ',') return at(offset, NO_NODE);
      return at(offset, NO_TOKEN);
    case 'TAB_AS_INDENT':
      return at(offset, NO_TOKEN);
    case 'BAD_DQ_ESCAPE':
      return at(
        quotedStart(document.contents, offset),
        'found unknown escape character while parsing a quoted scalar',
      );
    case 'BAD_DIRECTIVE':
      return at(offset, 'found unknown directive name while scanning a directive');
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (text.startsWith('? ', offset)) return at(offset, 'mapping keys are not allowed in this context');
      return isSequenceItem(text, offset)
        ? blockError(text, path, offset)
        : at(colonAfter(text, offset), NO_VALUE_HERE);
    case 'MULTILINE_IMPLICIT_KEY':
      if (isSequenceItem(text, offset)) return blockError(text, path, offset);
      return isRequiredKey(text, path, offset)
        ? at(offset, NO_COLON)
        : at(colonAfter(text, offset), NO_VALUE_HERE);
    case 'MISSING_CHAR':
      if (/^Missing closing/.test(error.message)) {
        return at(
          quotedStart(document.contents, offset),
          'found unexpected end of stream while scanning a quoted scalar',
        );
      }
      if (/^Implicit map keys/.test(error.message)) return blockError(text, path, offset);
  }
  const flow = path.at(-1);
  if (flow?.isFlow) {
    return isValueMissing(text, offset)
      ? at(offset, 'did not find expected node content while parsing a flow node')
      : at(flow.offset, flowProblem(flow));
  }
  if (/^Unexpected flow-(?:map|seq)-end/.test(error.message)) {
    return at(offset, NO_NODE);
  }
  if (/on same line with key/.test(error.message)) {
    return at(offset, 'block sequence entries are not allowed in this context');
  }
  return blockError(text, path, offset);
}

function flowProblem({ isMap: isMapping }: OpenCollection): string {
  return isMapping
    ? "did not find expected ',' or '}' while parsing a flow mapping"
    : "did not find expected ',' or ']' while parsing a flow sequence";
}

/** Whether what stands before the token in a flow collection asks for a value. */
function isValueMissing(text: string, offset: number): boolean {
  return /[,:[{]\s*(?:#.*\s*)*$/.test(text.slice(text.lastIndexOf('\n', offset - 2) + 1, offset));
}

/** A token where a block collection could not use it. */
function blockError(text: string, path: readonly OpenCollection[], offset: number): YamlError {
  if (isRequiredKey(text, path, offset) && !isSequenceItem(text, offset) && !hasColon(text, offset)) {
    return yamlErrorAt(text, offset, NO_COLON);
  }
  const open = startsLine(text, offset) ? reached(path, columnOf(text, offset)) : path.at(-1);
  if (!open) return yamlErrorAt(text, offset, 'did not find expected <document start>');
  return yamlErrorAt(
    text,
    open.offset,
    open.isMap
      ? 'did not find expected key while parsing a block mapping'
      : "did not find expected '-' indicator while parsing a block collection",
  );
}

/** Whether the token stands exactly where the next key or item of an open collection must begin. */
function isRequiredKey(text: string, path: readonly OpenCollection[], offset: number): boolean {
  const column = columnOf(text, offset);
  return startsLine(text, offset) && reached(path, column)?.column === column;
}

/** The collection left open by a token in the given column. */
function reached(path: readonly OpenCollection[], column: number): OpenCollection | undefined {
  return path.findLast((open) => open.column <= column);
}

/** Block collections (and a flow collection at the end) that are open right before the offset, outermost first. */
function openCollections(text: string, root: ParsedNode | null, offset: number): OpenCollection[] {
  const path: OpenCollection[] = [];
  let node: unknown = root;
  while (isCollection(node) && node.range && node.range[0] < offset) {
    const start = node.range[0];
    const open = {
      isMap: isMap(node),
      isFlow: node.flow === true,
      offset: start,
      column: columnOf(text, start),
    };
    // A sequence in its key's own column opens no new level.
    const isIndentless = !open.isMap && path.at(-1)?.isMap === true && path.at(-1)?.column === open.column;
    if (open.isFlow && node.range[1] < offset) break;
    const isFlowPair = open.isFlow && open.isMap && text[start] !== '{';
    if (!isIndentless && !isFlowPair) path.push(open);
    node = lastChildBefore(node, offset);
  }
  return path;
}

/** Where the quoted scalar around the offset begins. */
function quotedStart(root: ParsedNode | null, offset: number): number {
  let node: unknown = root;
  while (isCollection(node)) node = lastChildBefore(node, offset);
  return isScalar(node) && node.range ? node.range[0] : offset;
}

/** The colon that made something a key. */
function colonAfter(text: string, offset: number): number {
  const colon = /:(?=\s|$)/g;
  colon.lastIndex = offset;
  return colon.exec(text)?.index ?? offset;
}

function hasColon(text: string, offset: number): boolean {
  const end = text.indexOf('\n', offset);
  const colon = colonAfter(text, offset);
  return colon > offset && (end === -1 || colon < end);
}

/** The library points at white space or a comment where it only behind it sees that something is missing. */
function tokenStart(text: string, offset: number): number {
  const space = /(?:\s+|(?<=[\s,[{])#.*)*/y;
  space.lastIndex = offset;
  return offset + (space.exec(text)?.[0].length ?? 0);
}

function isSequenceItem(text: string, offset: number): boolean {
  return /^-(?:\s|$)/.test(text.slice(offset, offset + 2));
}

function startsLine(text: string, offset: number): boolean {
  return /^ *$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}
