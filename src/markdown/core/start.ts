import type { StateCore } from 'markdown-it';
import type { Highlighter } from '../../highlight/highlighter.js';
import { KramdownBlockParser } from '../block/parser.js';
import { startDocument } from '../env.js';
import type { KramdownOptions } from '../options.js';

/** The first step: makes the document's state and reads the source as kramdown does. */
export function startStep(
  options: KramdownOptions,
  highlighter: Highlighter | null,
): (state: StateCore) => void {
  return (state) => {
    const env = startDocument(state.env, options, highlighter);
    env.hasForeignRules = !(state.md.block instanceof KramdownBlockParser) || state.md.block.hasForeignRules;
    state.src = normalizeSource(state.src);
  };
}

/** `\n` as line ends, exactly one at the end. Origin: kramdown 2.5.2, `Parser::Base#adapt_source`. */
function normalizeSource(source: string): string {
  const text = source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source;
  return text.endsWith('\n') ? text : `${text}\n`;
}
