/** What the `yaml` library reads without a word and libyaml refuses, with libyaml's words. */
import { isCollection, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { NO_KEY, NO_NODE, NO_NODE_IN_FLOW, NO_VALUE_HERE, OPEN_QUOTE } from './diagnosis.js';
import { quoteEnd } from './indentation.js';
import { yamlErrorAt } from './yaml-error.js';

/** Kinds of tokens that make a key of nothing. */
const STANDS_FOR_KEY: ReadonlySet<string> = new Set(['explicit-key-ind', 'anchor', 'tag']);

/** A key may be missing before its colon only where a `?`, an anchor or a tag stands in its place. @throws YamlError */
export function refuseMissingKey(
  text: string,
  { srcToken }: Pair<ParsedNode, ParsedNode | null>,
  mapping: YAMLMap.Parsed,
): void {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  if (!colon || srcToken?.key || srcToken?.start.some(({ type }) => STANDS_FOR_KEY.has(type))) return;
  if (mapping.flow) throw yamlErrorAt(text, colon.offset, NO_NODE_IN_FLOW);
  throw yamlErrorAt(text, mapping.range[0], NO_KEY);
}

/** Of `a: [b]: c` the library makes `a: [b]`, and does not mind the rest. @throws YamlError */
export function refuseSecondColon(text: string, value: unknown): void {
  if (!isCollection(value) || !value.flow || !value.range) return;
  const colon = /[ \t]*:(?=\s|$)/y;
  colon.lastIndex = value.range[1];
  if (colon.test(text)) throw yamlErrorAt(text, colon.lastIndex - 1, NO_VALUE_HERE);
}

/**
 * In a scalar of a flow collection no colon is text at the start, nor before what divides or ends collections: `[:a]`, `{a:[b]}`.
 *
 * @throws YamlError
 */
export function refuseColons(text: string, { range, source }: Scalar): void {
  const [start, end] = range!;
  if (source!.startsWith(':')) throw yamlErrorAt(text, start, NO_NODE_IN_FLOW);
  if (source === '') return;
  const behind = /\s*:[,?[\]{}]/y;
  behind.lastIndex = end;
  if (/:[,?[\]{}]/.test(source!) || behind.test(text))
    throw yamlErrorAt(text, start, "found unexpected ':' while scanning a plain scalar");
}

/** A quote that is part of the text counts for the library as the closing one at the end of a line or of the text. @throws YamlError */
export function refuseOpenQuote(text: string, { range }: Scalar): void {
  const [start] = range!;
  if (quoteEnd(text, start) === null) throw yamlErrorAt(text, start, OPEN_QUOTE);
}

/** The end of a document before any has begun. @throws YamlError */
export function refuseEndAtStart(text: string): void {
  const end = /^(?:[ \t]*(?:#.*)?\n)*\.\.\.(?=[ \t]*(?:\n|$))/.exec(text);
  if (end) throw yamlErrorAt(text, end[0].length - 3, NO_NODE);
}
