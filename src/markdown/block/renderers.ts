import type { RendererRule, Token } from 'markdown-it';
import { renderAttributes } from '../escape.js';

/** Two spaces a level. */
export function indentation(token: Token): string {
  return '  '.repeat(token.level);
}

const renderParagraphOpen: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return token.hidden ? '' : `${indentation(token)}<p${renderAttributes(token.attrs)}>`;
};

const renderParagraphClose: RendererRule = (tokens, index) => (tokens[index]!.hidden ? '' : '</p>\n');

/** Renderer rules of kramdown's block tokens. Origin: kramdown 2.5.2, `Converter::Html`. */
export const blockRenderers: Readonly<Record<string, RendererRule>> = {
  blank: () => '\n',
  paragraph_open: renderParagraphOpen,
  paragraph_close: renderParagraphClose,
};
