/**
 * Says in libyaml's words what is wrong with a text that the `yaml` library refuses. The two name different places: libyaml
 * points to the beginning of the construct that could not go on. Which construct that is follows from its rule of indentation:
 * a token ends all block collections that stand further to the right.
 */
import {
  type Document,
  type ErrorCode,
  isCollection,
  isMap,
  isScalar,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import { flowEnd } from './indentation.js';
import { columnOf, lastChildBefore } from './nodes.js';
import { type YamlError, yamlErrorAt } from './yaml-error.js';

interface OpenCollection {
  readonly isMap: boolean;
  readonly isFlow: boolean;
  /** Where it begins, as an offset, and in which column (0-based). */
  readonly offset: number;
  readonly column: number;
}

const NO_TOKEN = 'found character that cannot start any token while scanning for the next token';
/** Of nothing where a document wants something. */
export const NO_NODE = 'did not find expected node content while parsing a block node';
const NO_COLON = "could not find expected ':' while scanning a simple key";
const CUT_QUOTE = 'found unexpected document indicator while scanning a quoted scalar';
/** Of a quoted scalar without an end. */
export const OPEN_QUOTE = 'found unexpected end of stream while scanning a quoted scalar';
/** Of something in a block mapping that is no key. */
export const NO_KEY = 'did not find expected key while parsing a block mapping';
/** Of nothing where a flow collection wants something. */
export const NO_NODE_IN_FLOW = 'did not find expected node content while parsing a flow node';
/** Of a colon behind a value. */
export const NO_VALUE_HERE = 'mapping values are not allowed in this context';

/** What the library refuses, and what is open where it does. */
interface Fault {
  readonly text: string;
  readonly root: ParsedNode | null;
  readonly offset: number;
  readonly path: readonly OpenCollection[];
  /** The library's words. */
  readonly message: string;
}

/** The error libyaml would report. */
export function diagnose(text: string, document: Document.Parsed, error: YAMLError): YamlError {
  const offset = tokenStart(text, error.pos[0]);
  const path = openCollections(text, document.contents, offset);
  const fault: Fault = { text, root: document.contents, offset, path, message: error.message };
  return DIAGNOSES[error.code]?.(fault) ?? unexpectedToken(fault);
}

/** What libyaml says where the library has a code for what is wrong; `null` where its words decide. */
const DIAGNOSES: Readonly<Partial<Record<ErrorCode, (fault: Fault) => YamlError | null>>> = {
  BAD_ALIAS: (fault) => {
    const what = fault.text[fault.offset] === '&' ? 'an anchor' : 'an alias';
    return here(fault, `did not find expected alphabetic or numeric character while scanning ${what}`);
  },
  BAD_DIRECTIVE: ({ text, offset }) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    return yamlErrorAt(text, start, directiveProblem(text.slice(start)));
  },
  BAD_DQ_ESCAPE: (fault) => {
    const isNumber = /^\\[xuU]/.test(fault.text.slice(fault.offset));
    const problem = isNumber ? 'did not find expected hexdecimal number' : 'found unknown escape character';
    return atScalar(fault, `${problem} while parsing a quoted scalar`);
  },
  BAD_SCALAR_START: (fault) => here(fault, fault.text[fault.offset] === ',' ? NO_NODE : NO_TOKEN),
  BLOCK_AS_IMPLICIT_KEY: (fault) => {
    if (/^\?(?:\s|$)/.test(fault.text.slice(fault.offset))) {
      return here(fault, 'mapping keys are not allowed in this context');
    }
    return isSequenceItem(fault) ? blockError(fault) : atColon(fault);
  },
  MISSING_CHAR: (fault) => {
    if (fault.message.startsWith('Missing closing')) {
      const isCut = /\n(?:---|\.\.\.)(?:\s|$)/.test(fault.text.slice(scalarStart(fault.root, fault.offset)));
      return atScalar(fault, isCut ? CUT_QUOTE : OPEN_QUOTE);
    }
    return fault.message.startsWith('Implicit map keys') ? blockError(fault) : null;
  },
  MULTILINE_IMPLICIT_KEY: (fault) => {
    if (isSequenceItem(fault)) return blockError(fault);
    return isRequiredKey(fault) ? here(fault, NO_COLON) : atColon(fault);
  },
  TAB_AS_INDENT: (fault) => here(fault, NO_TOKEN),
};

function directiveProblem(directive: string): string {
  if (/^%YAML[ \t]+\d+\.\d/.test(directive)) return 'found incompatible YAML document';
  if (directive.startsWith('%YAML'))
    return 'did not find expected version number while scanning a %YAML directive';
  return directive.startsWith('%TAG')
    ? "did not find expected '!' while scanning a tag directive"
    : 'found unknown directive name while scanning a directive';
}

function here({ text, offset }: Fault, problem: string): YamlError {
  return yamlErrorAt(text, offset, problem);
}

function atScalar({ text, root, offset }: Fault, problem: string): YamlError {
  return yamlErrorAt(text, scalarStart(root, offset), problem);
}

function atColon({ text, offset }: Fault): YamlError {
  return yamlErrorAt(text, colonAfter(text, offset), NO_VALUE_HERE);
}

/** A token that cannot stand where it does. */
function unexpectedToken(fault: Fault): YamlError {
  const { text, offset, path, message } = fault;
  if (isBehindBlockHeader(text, offset)) return atScalar(fault, headerProblem(fault));
  const flow = path.at(-1);
  if (flow?.isFlow) {
    return isValueMissing(text, offset)
      ? here(fault, NO_NODE_IN_FLOW)
      : yamlErrorAt(text, flow.offset, flowProblem(flow));
  }
  if (/^Unexpected flow-(?:map|seq)-end/.test(message) && isNodeMissing(text, offset))
    return here(fault, NO_NODE);
  if (message.includes('on same line with key')) {
    return here(fault, 'block sequence entries are not allowed in this context');
  }
  return blockError(fault);
}

function headerProblem({ text, offset }: Fault): string {
  const problem =
    text[offset] === '0'
      ? 'found an indentation indicator equal to 0'
      : 'did not find expected comment or line break';
  return `${problem} while scanning a block scalar`;
}

/** Whether something stands on a block scalar's first line: `a: | text`. */
function isBehindBlockHeader(text: string, offset: number): boolean {
  return /(?:^|\s)[|>][-+1-9]*[ \t]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
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

/** Whether the token stands where the value of a key or an item begins. */
function isNodeMissing(text: string, offset: number): boolean {
  const before = text.slice(0, offset).trimEnd();
  return before === '' || /[:?-]$/.test(before);
}

/** A token where a block collection could not use it. */
function blockError(fault: Fault): YamlError {
  const { text, path, offset } = fault;
  if (isRequiredKey(fault) && canBeKey(fault) && !hasColon(text, offset)) return here(fault, NO_COLON);
  const open = startsLine(text, offset) ? reached(path, columnOf(text, offset)) : path.at(-1);
  if (!open) return here(fault, 'did not find expected <document start>');
  return yamlErrorAt(
    text,
    open.offset,
    open.isMap ? NO_KEY : "did not find expected '-' indicator while parsing a block collection",
  );
}

/** Whether the token stands exactly where the next key or item of an open collection must begin. */
function isRequiredKey({ text, path, offset }: Fault): boolean {
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
    if (open.isFlow && isClosedBefore(text, start, offset)) break;
    const isFlowPair = open.isFlow && open.isMap && text[start] !== '{';
    if (!isIndentless && !isFlowPair) path.push(open);
    node = lastChildBefore(node, offset);
  }
  return path;
}

function isClosedBefore(text: string, start: number, offset: number): boolean {
  const end = flowEnd(text, start);
  return end !== null && end <= offset;
}

/** Where the scalar before or around the offset begins. */
function scalarStart(root: ParsedNode | null, offset: number): number {
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

/** Whether a key may begin with the token: no hyphen, no closing bracket. */
function canBeKey(fault: Fault): boolean {
  return !isSequenceItem(fault) && !/[\]}]/.test(fault.text[fault.offset] ?? '');
}

function isSequenceItem({ text, offset }: Fault): boolean {
  return /^-(?:\s|$)/.test(text.slice(offset, offset + 2));
}

function startsLine(text: string, offset: number): boolean {
  return /^ *$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}
