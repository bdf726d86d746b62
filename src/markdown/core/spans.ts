import type { StateCore, Token } from 'markdown-it';
import { applyAttributeList } from '../attribute-list.js';
import { envOf, type KramdownEnv, type SpanPlace } from '../env.js';
import { rawText } from '../inline/raw-text.js';
import { type ElementMeta, type HeadingMeta, type InlineMeta, metaOf } from '../tokens.js';

/**
 * Gives blocks their attributes and runs the inline rules over their texts: the document first, then the footnotes.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#update_tree`, `#parse`.
 */
export function spans(state: StateCore): void {
  const env = envOf(state.env);
  parseTexts(state, env, state.tokens, true);
  for (const { tokens } of env.footnoteDefinitions.values()) parseTexts(state, env, tokens, false);
  for (const { name, line, isReferenced } of env.footnoteDefinitions.values()) {
    if (!isReferenced)
      env.warn(`Footnote definition for '${name}' on line ${line} is unreferenced - ignoring`);
  }
}

function parseTexts(
  state: StateCore,
  env: KramdownEnv,
  tokens: readonly Token[],
  hasLineBreaks: boolean,
): void {
  let htmlDepth = 0;
  tokens.forEach((token, index) => {
    if (token.type === 'html_element_open') htmlDepth++;
    else if (token.type === 'html_element_close') htmlDepth--;
    if (token.type === 'inline') {
      const parent = tokens[index - 1] ?? null;
      const place: SpanPlace = {
        line: firstLine(token, parent),
        level: token.level,
        endsBlock: tokens[index + 1]?.nesting === -1,
        hasLineBreaks: hasLineBreaks && htmlDepth === 0 && !(parent && getsGfmId(parent, env)),
      };
      env.withSpan(place, () => state.md.inline.parse(token.content, state.md, state.env, token.children!));
      if (parent && needsRawText(parent, env))
        metaOf<HeadingMeta>(parent).rawText = rawText(token.children!, env.isGfm);
    } else if (token.nesting >= 0) {
      const list = (token.meta as ElementMeta | null)?.attributeList;
      if (list) applyAttributeList(token, list, env, (token.map?.[0] ?? 0) + 1);
    }
  });
}

/** kramdown does not know where a table's cells stand, so its warnings for them start at line 1. */
function firstLine(inline: Token, parent: Token | null): number {
  if (parent?.type === 'td_open' || parent?.type === 'th_open') return 1;
  return (inline.meta as InlineMeta | null)?.line ?? (inline.map?.[0] ?? 0) + 1;
}

/** Whether a header is one whose id GFM makes: it then leaves the line breaks in it alone. */
export function getsGfmId(token: Token | undefined, env: KramdownEnv): boolean {
  return token?.type === 'heading_open' && env.isGfm && env.options.auto_ids && token.attrIndex('id') < 0;
}

/** Whether an id may be made of the text without markup. */
function needsRawText(parent: Token, env: KramdownEnv): boolean {
  if (parent.type === 'dt_open') return true;
  return parent.type === 'heading_open' && (env.isGfm || env.options.auto_id_stripping);
}
