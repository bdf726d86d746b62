/** Renderer rules of kramdown's inline tokens. Origin: kramdown 2.5.2, `Converter::Html`. */
import type { RendererRule } from 'markdown-it';
import { applyAttributeList } from '../attribute-list.js';
import { findEntity } from '../entity-names.js';
import { envOf } from '../env.js';
import { MarkdownError } from '../error.js';
import { type EntityMeta, type FootnoteReferenceMeta, metaOf, type RawMeta } from '../tokens.js';
import { renderCodeInline } from './code.js';
import { escapeText, renderAttributes } from './escape.js';
import { renderMathInline } from './math.js';

const betweenCjk =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)\n([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/gu;

/** Origin: kramdown 2.5.2, `Converter::Html#convert_text`. */
const renderText: RendererRule = (tokens, index, _options, env) => {
  const escaped = escapeText(tokens[index]!.content);
  return envOf(env).options.remove_line_breaks_for_cjk ? joinCjkLines(escaped) : escaped;
};

/** Again and again, since one match takes the characters on both sides. */
function joinCjkLines(text: string): string {
  for (let joined = text; ; text = joined) {
    joined = text.replaceAll(betweenCjk, '$1$2');
    if (joined === text) return text;
  }
}

/** Origin: kramdown 2.5.2, `Converter::Html#convert_html_element`. */
const renderHtmlSpanOpen: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `<${token.tag}${renderAttributes(token.attrs)}>`;
};

const renderHtmlSpanVoid: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `<${token.tag}${renderAttributes(token.attrs)} />`;
};

const renderHtmlSpanClose: RendererRule = (tokens, index) => `</${tokens[index]!.tag}>`;

const renderHtmlCommentInline: RendererRule = (tokens, index) => tokens[index]!.content;

/** The line end is in the text behind it. */
const renderHardbreak: RendererRule = () => '<br />';

/** Origin: kramdown 2.5.2, `Converter::Html#convert_entity`. */
const renderEntity: RendererRule = (tokens, index, _options, env) => {
  const { entity, original } = metaOf<EntityMeta>(tokens[index]!);
  return envOf(env).entityText(entity, original);
};

/** The quotes in the order of the option `smart_quotes`. */
const order = ['lsquo', 'rsquo', 'ldquo', 'rdquo'];

/** Origin: kramdown 2.5.2, `Converter::Html#convert_smart_quote`. */
const renderSmartQuote: RendererRule = (tokens, index, _options, env) => {
  const state = envOf(env);
  const quote = state.options.smart_quotes[order.indexOf(tokens[index]!.content)]!;
  const entity = findEntity(quote);
  if (!entity) {
    throw new MarkdownError(() => `Can't handle generic non-integer character reference '${quote}'`, 1);
  }
  return state.entityText(entity);
};

/** Entities of the symbols, by kramdown's names. */
const symbols: Readonly<Record<string, readonly string[]>> = {
  mdash: ['mdash'],
  ndash: ['ndash'],
  hellip: ['hellip'],
  laquo_space: ['laquo', 'nbsp'],
  raquo_space: ['nbsp', 'raquo'],
  laquo: ['laquo'],
  raquo: ['raquo'],
};

/** Origin: kramdown 2.5.2, `Converter::Html#convert_typographic_sym`. */
const renderTypographicSymbol: RendererRule = (tokens, index, _options, env) => {
  const state = envOf(env);
  const name = tokens[index]!.content;
  const replacement = state.options.typographic_symbols.get(name);
  if (replacement !== undefined) return escapeText(replacement);
  return symbols[name]!.map((part) => state.entityText(findEntity(part)!)).join('');
};

/** Origin: kramdown 2.5.2, `Converter::Html#convert_abbreviation`. */
const renderAbbreviation: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const state = envOf(env);
  const { abbreviations } = state;
  const definition =
    abbreviations.get(token.content) ?? abbreviations.get(token.content.replaceAll(/[ \t-\r\p{Z}]+/gu, ' '));
  if (!definition) throw new Error(`no definition of the abbreviation '${token.content}'`);
  applyAttributeList(token, definition.attributeList, state, 1);
  if (definition.title !== '') token.attrSet('title', definition.title);
  return `<abbr${renderAttributes(token.attrs)}>${token.content}</abbr>`;
};

/** Origin: kramdown 2.5.2, `Converter::Html#convert_footnote`. */
const renderFootnoteReference: RendererRule = (tokens, index, _options, env) => {
  const { definition, number, repeat } = metaOf<FootnoteReferenceMeta>(tokens[index]!);
  const { options } = envOf(env);
  const name = options.footnote_prefix + definition.name;
  const id = repeat > 0 ? `${name}:${repeat}` : name;
  const text = options.footnote_link_text.replaceAll(/%([%s])/g, (_, kind) =>
    kind === '%' ? '%' : `${number}`,
  );
  const role = ' role="doc-noteref"';
  const [roleOfSup, roleOfLink] = options.footnote_roles ? [role, ''] : ['', role];
  return (
    `<sup id="fnref:${id}"${roleOfSup}><a href="#fn:${name}" class="footnote" rel="footnote"${roleOfLink}>` +
    `${text}</a></sup>`
  );
};

/** Origin: kramdown 2.5.2, `Converter::Html#convert_comment`. */
const renderCommentInline: RendererRule = (tokens, index) => `<!-- ${tokens[index]!.content} -->`;

/** Origin: kramdown 2.5.2, `Converter::Html#convert_raw`. */
const renderRawInline: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const { formats } = metaOf<RawMeta>(token);
  return formats.length === 0 || formats.includes('html') ? token.content : '';
};

const renderImage: RendererRule = (tokens, index) => `<img${renderAttributes(tokens[index]!.attrs)} />`;

/** Renderer rules by token type. */
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
