import type { RendererRule } from 'markdown-it';
import { renderText } from './text.js';

/** Renderer rules of kramdown's inline tokens. */
export const inlineRenderers: Readonly<Record<string, RendererRule>> = {
  text: renderText,
};
