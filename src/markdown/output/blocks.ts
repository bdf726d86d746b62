/**
 * Renderer rules of kramdown's block tokens. Origin: kramdown 2.5.2, `Converter::Html`.
 *
 * The output is indented by the level of a token. Elements are of three kinds: those whose tags stand on lines of their own
 * (lists, quotes), those in which text follows the tag at once (paragraphs, headers), and list items, which are either.
 */
import type { RendererRule, Token } from 'markdown-it';
import { nbsp } from '../entity.js';
import { envOf } from '../env.js';
import { type CellMeta, type HeadingMeta, metaOf, type RawMeta } from '../tokens.js';
import { renderCode } from './code.js';
import { renderAttributes } from './escape.js';
import { htmlRenderers, isInvisible } from './html.js';
import { renderMath } from './math.js';

/** Two spaces a level. */
export function indentation(token: Token): string {
  return '  '.repeat(token.level);
}

/** Opening tag with its contents on the lines below. */
const openLines: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>\n`;
};

/** Closing tag on a line of its own. */
const closeLine: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${indentation(token)}</${token.tag}>\n`;
};

/** Opening tag with its contents behind it. */
const openText: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return token.hidden ? '' : `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>`;
};

/** Closing tag behind the contents. */
const closeText: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return token.hidden ? '' : `</${token.tag}>\n`;
};

/** Opening tag of a list item or definition: its first paragraph may have no tags and stand behind it. */
const openItem: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const next = tokens[index + 1]!;
  const isInline = next.nesting === -1 || next.hidden;
  return `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>${isInline ? '' : '\n'}`;
};

const closeItem: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${endsInLine(tokens, index - 1) ? '' : indentation(token)}</${token.tag}>\n`;
};

/** Whether the contents of an item that end with this token end within a line. */
function endsInLine(tokens: readonly Token[], index: number): boolean {
  const last = tokens[index]!;
  if (last.nesting === 1) return true;
  if (last.type === 'toc' || last.type === 'footnotes') return tokens[openIndex(tokens, index) + 1]!.hidden;
  return last.type === 'paragraph_close' && last.hidden && !endsWithNewline(tokens[index - 1]!);
}

/** Index of the token that opens what a token stands in. */
function openIndex(tokens: readonly Token[], index: number): number {
  let depth = 0;
  let open = index;
  while (depth < 1) depth += tokens[--open]!.nesting;
  return open;
}

/** Whether what is written of a text ends with a line end. */
function endsWithNewline(inline: Token): boolean {
  const last = inline.children?.findLast((child) => !isInvisible(child));
  if (last === undefined) return false;
  if (last.type === 'text' || last.type === 'raw_inline') return last.content.endsWith('\n');
  // `html_to_native` writes elements that are blocks as such.
  return last.block;
}

/** A header on its output level. */
function headerTag(token: Token, offset: number): string {
  const level = metaOf<HeadingMeta>(token).level + offset;
  return `h${Math.max(1, Math.min(6, level))}`;
}

const openHeading: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const { header_offset, header_links } = envOf(env).options;
  const id = token.attrGet('id');
  const link =
    header_links && id !== null && id !== '' ? `<a${renderAttributes([['href', `#${id}`]])}></a>` : '';
  return `${indentation(token)}<${headerTag(token, header_offset)}${renderAttributes(token.attrs)}>${link}`;
};

const closeHeading: RendererRule = (tokens, index, _options, env) =>
  `</${headerTag(tokens[index]!, envOf(env).options.header_offset)}>\n`;

const renderRule: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${indentation(token)}<hr${renderAttributes(token.attrs)} />\n`;
};

const openCell: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const next = tokens[index + 1]!;
  const isEmpty = next.nesting === -1 || isInvisible(next);
  const text = isEmpty ? envOf(env).entityText(nbsp) : '';
  return `${indentation(token)}<${token.tag}${renderAttributes(cellAttributes(token))}>${text}`;
};

/** The cell's attributes with its column's alignment. */
function cellAttributes(token: Token): Token['attrs'] {
  const { alignment } = metaOf<CellMeta>(token);
  if (alignment === 'default') return token.attrs;
  const align = `text-align: ${alignment}`;
  const attrs = [...(token.attrs ?? [])];
  const index = token.attrIndex('style');
  if (index < 0) attrs.push(['style', align]);
  else attrs[index] = ['style', `${attrs[index]![1]}; ${align}`];
  return attrs;
}

const renderComment: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${indentation(token)}<!-- ${token.content} -->\n`;
};

const renderRaw: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const { formats } = metaOf<RawMeta>(token);
  return formats.length === 0 || formats.includes('html') ? `${token.content}\n` : '';
};

/** An image with its description as a caption. */
const renderFigure: RendererRule = (tokens, index, options, env, renderer) => {
  const token = tokens[index]!;
  const indent = indentation(token);
  const image = renderer.renderInline(token.children!, options, env);
  return (
    `${indent}<figure${renderAttributes(token.attrs)}>\n${indent}  ${image}\n` +
    `${indent}  <figcaption>${token.content}</figcaption>\n${indent}</figure>\n`
  );
};

/** Renderer rules by token type. */
export const blockRenderers: Readonly<Record<string, RendererRule>> = {
  ...htmlRenderers,
  blank: () => '\n',
  paragraph_open: openText,
  paragraph_close: closeText,
  heading_open: openHeading,
  heading_close: closeHeading,
  blockquote_open: openLines,
  blockquote_close: closeLine,
  bullet_list_open: openLines,
  bullet_list_close: closeLine,
  ordered_list_open: openLines,
  ordered_list_close: closeLine,
  list_item_open: openItem,
  list_item_close: closeItem,
  dl_open: openLines,
  dl_close: closeLine,
  dt_open: openText,
  dt_close: closeText,
  dd_open: openItem,
  dd_close: closeItem,
  table_open: openLines,
  table_close: closeLine,
  thead_open: openLines,
  thead_close: closeLine,
  tbody_open: openLines,
  tbody_close: closeLine,
  tfoot_open: openLines,
  tfoot_close: closeLine,
  tr_open: openLines,
  tr_close: closeLine,
  th_open: openCell,
  th_close: closeText,
  td_open: openCell,
  td_close: closeText,
  hr: renderRule,
  code_block: renderCode,
  fence: renderCode,
  math_block: renderMath,
  comment: renderComment,
  raw: renderRaw,
  footnotes_open: openLines,
  footnotes_close: closeLine,
  figure: renderFigure,
  // what stands in their place was put before them
  toc: () => '',
  footnotes: () => '',
};
