/** Renderer rules of HTML blocks. Origin: kramdown 2.5.2, `Converter::Html#convert_html_element`. */
import type { RendererRule, Token } from 'markdown-it';
import { voidElements } from '../html/elements.js';
import { type HtmlElementMeta, type HtmlTextMeta, metaOf, type RawMeta } from '../tokens.js';
import { escapeText, renderAttributes } from './escape.js';

/** Whether a token leaves nothing in the output. */
export function isInvisible(token: Token): boolean {
  if (token.type === 'inline') return token.children!.every(isInvisible);
  if (token.type !== 'raw' && token.type !== 'raw_inline') return false;
  const { formats } = metaOf<RawMeta>(token);
  return formats.length > 0 && !formats.includes('html');
}

/** How an element's tags are written. */
type Form = 'self-closed' | 'empty' | 'inline' | 'lines';

function formOf(token: Token, isEmpty: boolean): Form {
  const { isClosed, contentModel } = metaOf<HtmlElementMeta>(token);
  if (isClosed && contentModel === 'raw') return 'self-closed';
  if (!isEmpty) return contentModel === 'block' ? 'lines' : 'inline';
  return voidElements.has(token.tag) ? 'self-closed' : 'empty';
}

/** Whether the line is not ended behind the token: kramdown puts a table of contents in after the line end, too. */
function endsInLine(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.type === 'paragraph_close' && token.hidden) {
    return !tokens[index - 1]!.block || endsInLine(tokens, index - 1);
  }
  if (token.type === 'inline') {
    const text = token.content === '' ? (token.children!.at(-1)?.content ?? '') : token.content;
    return !text.endsWith('\n');
  }
  if (token.type === 'html_raw') return !token.content.endsWith('\n');
  return token.type === 'toc' || token.type === 'footnotes';
}

const openElement: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  let next = index + 1;
  while (isInvisible(tokens[next]!)) next++;
  const form = formOf(token, tokens[next]!.nesting === -1);
  const start = `${indentOf(token)}<${token.tag}${renderAttributes(token.attrs)}`;
  if (form === 'self-closed') return `${start} />`;
  return form === 'lines' ? `${start}>\n` : `${start}>`;
};

const closeElement: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  let last = index - 1;
  while (isInvisible(tokens[last]!)) last--;
  const form = formOf(token, tokens[last]!.nesting === 1);
  const end = metaOf<HtmlElementMeta>(token).isInRaw ? '' : '\n';
  if (form === 'self-closed') return end;
  if (form !== 'lines') return `</${token.tag}>${end}`;
  const lineEnd = endsInLine(tokens, last) ? '\n' : '';
  return `${lineEnd}${'  '.repeat(token.level)}</${token.tag}>${end}`;
};

/** Indentation of what stands in blocks; in raw contents there is none. */
function indentOf(token: Token): string {
  return metaOf<HtmlTextMeta>(token).isInRaw ? '' : '  '.repeat(token.level);
}

const renderMarkup: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const { isInRaw } = metaOf<HtmlTextMeta>(token);
  return isInRaw ? token.content : `${'  '.repeat(token.level)}${token.content}\n`;
};

export const htmlRenderers: Readonly<Record<string, RendererRule>> = {
  html_element_open: openElement,
  html_element_close: closeElement,
  html_text: (tokens, index) => escapeText(tokens[index]!.content),
  html_raw: (tokens, index) => tokens[index]!.content,
  html_comment: renderMarkup,
  html_instruction: renderMarkup,
};
