/**
 * The general way into YAML: `yaml` 2 parses the text into its syntax tree, every scalar a string, and the tree is read off as
 * libyaml's events, of which SafeYAML's builder makes values. The library's own typing, merging and tags stay out of it.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
} from 'yaml';
import type { Value } from './value.js';
import { YamlBuilder } from './yaml-builder.js';
import { syntaxError } from './yaml-error.js';
import { typedScalar } from './yaml-scalar.js';

/** Only the syntax: strings for scalars, pairs as written, no help. */
const SYNTAX_ONLY = {
  schema: 'failsafe',
  version: '1.1',
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The value of the first document; later ones are not even parsed by SafeYAML, so their errors do not count. */
export function parseYamlTree(text: string): Value {
  const documents = parseAllDocuments(text, SYNTAX_ONLY);
  const first: Document.Parsed | undefined = Array.isArray(documents) ? documents[0] : undefined;
  if (!first) return false;
  const error = first.errors[0];
  if (error) throw syntaxError(text, first, error);
  if (first.contents === null) return false;
  const builder = new YamlBuilder();
  emit(first.contents, builder);
  return builder.result;
}

function emit(node: ParsedNode | null, builder: YamlBuilder): void {
  if (node === null) builder.scalar(null, undefined);
  else if (isAlias(node)) builder.alias(node.source);
  else if (isScalar(node)) builder.scalar(scalarValue(node), node.anchor);
  else if (isSeq(node)) {
    builder.start([], node.anchor);
    for (const item of node.items) emit(item as ParsedNode, builder);
    builder.end();
  } else if (isMap(node)) {
    builder.start(new Map(), node.anchor);
    for (const { key, value } of node.items) {
      emit(key as ParsedNode, builder);
      emit(value as ParsedNode | null, builder);
    }
    builder.end();
  }
}

const BINARY_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary']);

/** Quotes keep a scalar from being typed unless it has a tag as well, which only `binary` gives a meaning to. */
function scalarValue(node: Scalar): Value {
  const text = node.source ?? String(node.value ?? '');
  if (node.tag === undefined) return node.type === 'PLAIN' ? typedScalar(text) : text;
  if (BINARY_TAGS.has(node.tag)) return Buffer.from(text, 'base64').toString('utf8');
  return typedScalar(text);
}
