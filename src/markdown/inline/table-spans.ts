import type { Env, MarkdownIt, Token } from 'markdown-it';
import { KramdownInlineParser } from './parser.js';

/**
 * The spans by which kramdown tells a table from a paragraph: code and HTML at the top level of the text.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_table`.
 */
export function parseTableSpans(text: string, md: MarkdownIt, env: Env): Token[] {
  if (!(md.inline instanceof KramdownInlineParser)) throw new Error('the inline parser is not kramdown’s');
  return md.inline.parseTable(text, md, env);
}
