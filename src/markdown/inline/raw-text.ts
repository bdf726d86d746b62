import type { Token } from 'markdown-it';
import type { Entity } from '../entity.js';
import { findEntity } from '../entity-names.js';
import { type EntityMeta, metaOf } from '../tokens.js';

const spaced: Readonly<Record<string, string>> = { laquo_space: '«\u00a0', raquo_space: '\u00a0»' };

/** Nothing for a number beyond Unicode's. */
function charOf({ codePoint }: Entity): string {
  return codePoint > 0x10ffff ? '' : String.fromCodePoint(codePoint);
}

/**
 * A text without markup, from which ids are made. GFM counts code, math, entities and typographic symbols as text, kramdown does
 * not. Origin: `update_raw_text` of kramdown 2.5.2 and of kramdown-parser-gfm 1.1.
 */
export function rawText(tokens: readonly Token[], isGfm: boolean): string {
  return tokens.map((token) => textOf(token, isGfm)).join('');
}

function textOf(token: Token, isGfm: boolean): string {
  if (token.type === 'text' || token.type === 'abbreviation') return token.content;
  if (!isGfm) return '';
  switch (token.type) {
    case 'code_inline':
    case 'math_inline':
      return token.content;
    case 'entity':
      return charOf(metaOf<EntityMeta>(token).entity);
    case 'smart_quote':
      return charOf(findEntity(token.content)!);
    case 'typographic_symbol':
      return spaced[token.content] ?? charOf(findEntity(token.content)!);
    default:
      return '';
  }
}
