import type { StateInline } from 'markdown-it';
import type { KramdownOptions } from '../options.js';
import { autolink } from './autolink.js';
import { codespan } from './codespan.js';
import { emphasis } from './emphasis.js';
import { createEscapedChars } from './escaped-chars.js';
import { footnoteMarker } from './footnote-marker.js';
import { html } from './html.js';
import { htmlEntity } from './html-entity.js';
import { lineBreak } from './line-break.js';
import { image, link } from './link.js';
import { inlineMath } from './math.js';
import { smartQuotes } from './smart-quotes.js';
import { spanExtensions } from './span-extensions.js';
import type { SpanState } from './state.js';
import { strikethrough } from './strikethrough.js';
import { text } from './text.js';
import { typographicSymbol } from './typographic-symbol.js';

/** A rule as markdown-it's ruler keeps it. */
export type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** A rule of kramdown's: takes something at the place, or nothing. */
export type SpanRule = (state: SpanState) => boolean;

export interface SpanRuleEntry {
  /** markdown-it's name where it has the construct, else kramdown's. */
  readonly name: string;
  readonly rule: SpanRule;
  /** Characters it can start with, `null` for any. */
  readonly starts: string | null;
}

/**
 * The rules in the order in which they are tried. That is markdown-it's order, not kramdown's (emphasis, code span, autolink, HTML,
 * footnote marker, link, quotes, math, extensions, entity, symbols, line break, escape, strikethrough), so that plugins find a rule
 * where they expect it. The difference does not show: two rules that can match at the same place keep kramdown's order.
 */
export function spanRules(options: KramdownOptions): SpanRuleEntry[] {
  const isGfm = options.input === 'GFM';
  const isTypographic = !isGfm || !options.gfm_quirks.includes('no_auto_typographic');
  const rules: (SpanRuleEntry | false)[] = [
    { name: 'text', rule: text, starts: '' },
    isTypographic && { name: 'typographic_syms', rule: typographicSymbol, starts: '-.<> \\' },
    !(isGfm && options.hard_wrap) && { name: 'newline', rule: lineBreak, starts: ' \\' },
    { name: 'escape', rule: createEscapedChars(isGfm), starts: '\\' },
    { name: 'backticks', rule: codespan, starts: '`' },
    isGfm && { name: 'strikethrough', rule: strikethrough, starts: '~' },
    { name: 'emphasis', rule: emphasis, starts: '*_' },
    { name: 'footnote_marker', rule: footnoteMarker, starts: '[' },
    { name: 'link', rule: link, starts: '[' },
    { name: 'image', rule: image, starts: '!' },
    { name: 'autolink', rule: autolink, starts: '<' },
    { name: 'html_inline', rule: html, starts: '<' },
    { name: 'inline_math', rule: inlineMath, starts: '$' },
    { name: 'span_extensions', rule: spanExtensions, starts: '{' },
    { name: 'entity', rule: htmlEntity, starts: '&' },
    { name: 'smart_quotes', rule: smartQuotes, starts: null },
  ];
  return rules.filter((rule) => rule !== false);
}
