/**
 * The general way into YAML: `yaml` 2 parses the text into its syntax tree, every scalar a string, and the tree is read off as
 * libyaml's events, of which SafeYAML's builder makes values. The library's own typing, merging and tags stay out of it.
 */
import {
  Composer,
  CST,
  type Document,
  isAlias,
  isCollection,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { decodeUtf8 } from '../kept-bytes.js';
import type { RubyHash, Value } from '../value.js';
import { YamlBuilder, YamlStructureError } from './builder.js';
import { diagnose } from './diagnosis.js';
import { indentContinuations } from './indentation.js';
import { lexemes } from './lexemes.js';
import { childrenOf, columnOf, indentationAt } from './nodes.js';
import {
  refuseColons,
  refuseEndAtStart,
  refuseMissingKey,
  refuseOpenQuote,
  refuseSecondColon,
} from './refusals.js';
import { InvalidScalarError, typedScalar } from './scalar.js';
import { findTabError } from './tabs.js';
import { type YamlWarn, yamlErrorAt } from './yaml-error.js';

/** Only the syntax: strings for scalars, pairs as written, no help. */
export const SYNTAX_ONLY = {
  schema: 'failsafe',
  version: '1.1',
  merge: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** How often a text is parsed again with lines moved in: mostly once is enough. */
const MAX_MENDINGS = 5;

/**
 * The value of the first document.
 *
 * @param warn told of what is read, but hardly meant
 * @param step called for each lexeme and node
 * @throws YamlError in libyaml's words
 */
export function parseYamlTree(text: string, warn: YamlWarn, step: () => void): Value {
  refuseEndAtStart(text);
  let source = text;
  for (let mendings = 0; ; mendings++) {
    const first = parseFirst(source, step);
    if (!first) return false;
    const error = firstError(first);
    const mended = mendings < MAX_MENDINGS ? indentContinuations(source, first, error) : null;
    if (mended === null) return read(source, first, { error, warn, step });
    source = mended;
  }
}

/** libyaml takes a comment right behind a quote or a bracket. */
function firstError({ errors, warnings }: Document.Parsed): YAMLError | undefined {
  const error = errors.find(({ message }) => !message.startsWith('Comments must be separated'));
  return error ?? warnings.find(({ code }) => code === 'BAD_DIRECTIVE');
}

interface Outcome {
  readonly error: YAMLError | undefined;
  readonly warn: YamlWarn;
  readonly step: () => void;
}

function read(text: string, document: Document.Parsed, { error, warn, step }: Outcome): Value {
  const tabError = findTabError(text, document, error ? error.pos[1] + 1 : endOfFirst(document, text));
  if (tabError) throw tabError;
  if (error && !isBehindContents(text, document, error)) throw diagnose(text, document, error);
  return document.contents === null ? false : new TreeReader(text, warn, step).read(document.contents);
}

/** Where libyaml stops reading: at the first document's `...`, else behind the white space after it. */
function endOfFirst(document: Document.Parsed, text: string): number {
  const end = document.range?.[2] ?? text.length;
  if (document.directives?.docEnd) return end;
  const space = /[ \t\n]*/y;
  space.lastIndex = end;
  space.test(text);
  return space.lastIndex;
}

function parseFirst(text: string, step: () => void): Document.Parsed | undefined {
  const [first] = new Composer(SYNTAX_ONLY).compose(shallowTokens(tokensOf(text, step), text));
  return first as Document.Parsed | undefined;
}

function* tokensOf(text: string, step: () => void): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemes(text, step)) {
    step();
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

/** Levels of nesting that are read; composing the tree recurses, and some 5000 levels would end the process. */
const MAX_DEPTH = 1000;

/** The tokens, as long as none is nested too deep. */
function* shallowTokens(tokens: Iterable<CST.Token>, text: string): Generator<CST.Token> {
  for (const token of tokens) {
    checkDepth(token, text);
    yield token;
  }
}

function checkDepth(root: CST.Token, text: string): void {
  const open: [token: CST.Token, depth: number][] = [[root, 0]];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [token, depth] = entry;
    if (depth > MAX_DEPTH)
      throw yamlErrorAt(text, token.offset, `nested deeper than ${MAX_DEPTH} levels`, true);
    if (token.type === 'document' && token.value) open.push([token.value, depth]);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push([key, depth + 1]);
      if (value) open.push([value, depth + 1]);
    }
  }
}

/**
 * SafeYAML stops at the end of the first document, and libyaml ends one where its content ends: whatever follows a scalar or a
 * flow collection, and whatever stands left of a block collection, is not looked at.
 */
function isBehindContents(text: string, { contents }: Document.Parsed, error: YAMLError): boolean {
  if (!contents || error.code !== 'UNEXPECTED_TOKEN' || error.pos[0] < contents.range[1]) return false;
  const isBlock = isCollection(contents) && !contents.flow;
  return !isBlock || columnOf(text, error.pos[0]) < indentationAt(text, contents.range[0]);
}

/** Reads a tree off as events. */
class TreeReader {
  private readonly builder = new YamlBuilder();
  /** Start of the node in hand, for errors. */
  private offset = 0;
  /** How many flow collections are around it. */
  private flows = 0;

  constructor(
    private readonly text: string,
    private readonly warn: YamlWarn,
    private readonly step: () => void,
  ) {}

  read(root: ParsedNode): Value {
    try {
      this.emit(root);
    } catch (error) {
      if (!(error instanceof YamlStructureError || error instanceof InvalidScalarError)) throw error;
      const isLimit = error instanceof YamlStructureError && error.isLimit;
      throw yamlErrorAt(this.text, this.offset, error.message, isLimit);
    }
    return this.builder.result;
  }

  private emit(node: ParsedNode | null): void {
    this.step();
    if (node === null) {
      this.builder.scalar(null, undefined);
      return;
    }
    this.offset = node.range[0];
    if (isAlias(node)) this.emitAlias(this.checkedName(node.source, 'an alias'));
    else if (isScalar(node)) this.emitScalar(node);
    else {
      if (node.flow) this.flows++;
      this.emitCollection(node);
      if (node.flow) this.flows--;
    }
  }

  private emitCollection(node: YAMLSeq.Parsed | YAMLMap.Parsed): void {
    const anchor = this.anchorOf(node);
    if (isSeq(node)) this.emitChildren([], anchor, node.items);
    else {
      for (const pair of node.items) {
        refuseMissingKey(this.text, pair, node);
        if (!node.flow) refuseSecondColon(this.text, pair.value);
      }
      this.emitChildren(new Map(), anchor, childrenOf(node));
    }
  }

  private emitAlias(name: string): void {
    if (this.builder.alias(name)) return;
    this.warn(
      yamlErrorAt(
        this.text,
        this.offset,
        `there is no anchor for the alias *${name}, which is taken for nil`,
      ),
    );
  }

  private emitScalar(node: Scalar): void {
    if (node.type?.startsWith('QUOTE')) refuseOpenQuote(this.text, node);
    if (node.type === 'PLAIN' && this.flows > 0) refuseColons(this.text, node);
    this.builder.scalar(scalarValue(node, this.text), this.anchorOf(node));
  }

  private emitChildren(
    value: Value[] | RubyHash,
    anchor: string | undefined,
    children: readonly unknown[],
  ): void {
    this.builder.start(value, anchor);
    for (const child of children) this.emit(child as ParsedNode | null);
    this.builder.end();
  }

  private anchorOf(node: { anchor?: string }): string | undefined {
    return node.anchor === undefined ? undefined : this.checkedName(node.anchor, 'an anchor');
  }

  /** libyaml allows fewer characters in names than the library. */
  private checkedName(name: string, what: string): string {
    if (/^[A-Za-z0-9_-]+$/.test(name)) return name;
    const problem = `did not find expected alphabetic or numeric character while scanning ${what}`;
    throw yamlErrorAt(this.text, this.offset, problem);
  }
}

const BINARY_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary']);

/** Quotes keep a scalar from being typed unless it has a tag as well, which only `binary` gives a meaning to. */
function scalarValue(node: Scalar, document: string): Value {
  const text = isCutOff(node, document) ? node.source!.slice(0, -1) : textOf(node);
  if (node.tag === undefined) return node.type === 'PLAIN' ? typedScalar(text) : text;
  if (BINARY_TAGS.has(node.tag)) return decodeUtf8(Buffer.from(text, 'base64'));
  return typedScalar(text);
}

/** Blank lines behind a line end that is escaped are line ends; the library makes none of the first. */
function textOf({ type, source, srcToken }: Scalar): string {
  if (type !== 'QUOTE_DOUBLE' || srcToken?.type !== 'double-quoted-scalar') return source!;
  if (!/\\\n[ \t]*\n/.test(srcToken.source)) return source!;
  const escaped = srcToken.source.replace(/\\(?:[^\n]|\n(?:[ \t]*\n)*)/g, (part) => {
    const lineEnds = part.split('\n').length - 1;
    return lineEnds === 0 ? part : `${'\\n'.repeat(lineEnds - 1)}\\\n`;
  });
  return CST.resolveAsScalar({ ...srcToken, source: escaped }).value;
}

/** A block scalar gets no line end from a last line that has none. */
function isCutOff({ type, source, range }: Scalar, document: string): boolean {
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  if (!isBlock || !source!.endsWith('\n') || range![1] < document.length) return false;
  return /[^ ]/.test(document.slice(document.lastIndexOf('\n') + 1));
}
