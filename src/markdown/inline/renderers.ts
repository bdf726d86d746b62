import type { RendererRule } from 'markdown-it';
import { renderAttributes } from '../escape.js';
import { renderAbbreviation } from './abbreviation.js';
import { renderCodeInline } from './codespan.js';
import { renderFootnoteReference } from './footnote-marker.js';
import {
  renderHtmlCommentInline,
  renderHtmlSpanClose,
  renderHtmlSpanOpen,
  renderHtmlSpanVoid,
} from './html.js';
import { renderEntity } from './html-entity.js';
import { renderHardbreak } from './line-break.js';
import { renderMathInline } from './math.js';
import { renderSmartQuote } from './smart-quotes.js';
import { renderCommentInline, renderRawInline } from './span-extensions.js';
import { renderText } from './text.js';
import { renderTypographicSymbol } from './typographic-symbol.js';

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
