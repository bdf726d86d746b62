/** Ids of headers. GFM and kramdown make them differently and count repeated ones apart. */
import type { StateCore } from 'markdown-it';
import { envOf, type KramdownEnv } from '../env.js';
import { type HeadingMeta, metaOf } from '../tokens.js';
import { getsGfmId } from './spans.js';
import { transliterate } from './transliterate.js';

/**
 * Gives the document's headers the ids GFM makes, except in HTML elements. Origin: kramdown-parser-gfm 1.1, `update_elements`,
 * `generate_gfm_header_id`.
 */
export function gfmHeaderIds(state: StateCore): void {
  const env = envOf(state.env);
  if (!env.isGfm || !env.options.auto_ids) return;
  let htmlDepth = 0;
  for (const token of state.tokens) {
    if (token.type === 'html_element_open') htmlDepth++;
    else if (token.type === 'html_element_close') htmlDepth--;
    else if (htmlDepth === 0 && getsGfmId(token, env)) {
      token.attrSet('id', gfmId(metaOf<HeadingMeta>(token).rawText, env));
    }
  }
}

const notInId = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

function gfmId(text: string, env: KramdownEnv): string {
  const lower = text.replaceAll('Σ', 'σ').toLowerCase();
  const words = /^[a-z0-9_ -]*$/.test(lower) ? lower : lower.replaceAll(notInId, '');
  const id = words.replaceAll(/[ \t]/g, '-');
  const count = (env.gfmIdCounts.get(id) ?? -1) + 1;
  env.gfmIdCounts.set(id, count);
  // the counter counts ids before the suffix, so `a` and a header `a-1` may clash, as they do there
  return env.options.auto_id_prefix + (count > 0 ? `${id}-${count}` : id);
}

/** The id kramdown makes for a header without one. Origin: kramdown 2.5.2, `Converter::Base#generate_id`. */
export function kramdownId(text: string, env: KramdownEnv): string {
  const plain = env.options.transliterated_header_ids ? transliterate(text) : text;
  const id = basicId(plain) || 'section';
  const count = env.idCounts.get(id);
  env.idCounts.set(id, count === undefined ? 0 : count + 1);
  return env.options.auto_id_prefix + (count === undefined ? id : `${id}-${count + 1}`);
}

/** ASCII letters, digits, spaces (as hyphens) and hyphens of a text, from the first letter on. */
export function basicId(text: string): string {
  return text
    .replaceAll(/(?<![^\n])[^a-zA-Z]+/g, '')
    .replaceAll(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}
