import type { RendererRule } from 'markdown-it';
import { renderAbbreviation } from '../inline/abbreviation.js';
import { renderCodeInline } from '../inline/codespan.js';
import { renderFootnoteReference } from '../inline/footnote-marker.js';
import {
  renderHtmlCommentInline,
  renderHtmlSpanClose,
  renderHtmlSpanOpen,
  renderHtmlSpanVoid,
} from '../inline/html.js';
import { renderEntity } from '../inline/html-entity.js';
import { renderHardbreak } from '../inline/line-break.js';
import { renderMathInline } from '../inline/math.js';
import { renderSmartQuote } from '../inline/smart-quotes.js';
import { renderCommentInline, renderRawInline } from '../inline/span-extensions.js';
import { renderText } from '../inline/text.js';
import { renderTypographicSymbol } from '../inline/typographic-symbol.js';
import { renderAttributes } from './escape.js';

const renderImage: RendererRule = (tokens, index) => `<img${renderAttributes(tokens[index]!.attrs)} />`;

/** Renderer rules of kramdown's inline tokens. Origin: kramdown 2.5.2, `Converter::Html`. */
export const inlineRenderers: Readonly<Record<string, RendererRule>> = {
  text: renderText,
  em_open: renderHtmlSpanOpen,
  em_close: renderHtmlSpanClose,
  strong_open: renderHtmlSpanOpen,
  strong_close: renderHtmlSpanClose,
  link_open: renderHtmlSpanOpen,
  link_close: renderHtmlSpanClose,
  image: renderImage,
  code_inline: renderCodeInline,
  hardbreak: renderHardbreak,
  entity: renderEntity,
  smart_quote: renderSmartQuote,
  typographic_symbol: renderTypographicSymbol,
  math_inline: renderMathInline,
  html_span_open: renderHtmlSpanOpen,
  html_span_close: renderHtmlSpanClose,
  html_span_void: renderHtmlSpanVoid,
  html_comment_inline: renderHtmlCommentInline,
  comment_inline: renderCommentInline,
  raw_inline: renderRawInline,
  footnote_reference: renderFootnoteReference,
  abbreviation: renderAbbreviation,
};
