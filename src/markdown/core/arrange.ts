/**
 * The last step: what depends on the order of the output. Headers get their ids and enter the table of contents, footnotes are
 * numbered as they are met, and both lists are put where they belong.
 * Origin: kramdown 2.5.2, `Converter::Html#convert_root` and what it calls.
 */
import type { StateCore, Token } from 'markdown-it';
import { append } from '../../ruby/append.js';
import { hasClassWord } from '../class-words.js';
import { envOf, type KramdownEnv } from '../env.js';
import { KramdownToken } from '../kramdown-token.js';
import {
  type DtMeta,
  type ElementMeta,
  type FootnoteReferenceMeta,
  type HeadingMeta,
  metaOf,
} from '../tokens.js';
import { footnoteTokens, itemTokens } from './footnotes.js';
import { basicId, kramdownId } from './header-ids.js';
import { standaloneImage } from './standalone-image.js';
import { tocTokens } from './toc.js';

/** The step. */
export function arrange(state: StateCore): void {
  const env = envOf(state.env);
  const walk = new OutputWalk(env);
  const body = walk.take(state.tokens);
  // A list in a footnote comes too late to say where footnotes go; that of the headers may stand there.
  const { hasFootnotePlace } = walk;
  const items: Token[] = [];
  // footnotes met in a footnote are appended while the list is being written
  for (const footnote of env.footnotes.values()) {
    const { repeats } = footnote;
    append(items, itemTokens(footnote, walk.take(footnote.definition.tokens), repeats, env));
  }
  const notes = items.length > 0 ? footnoteTokens(items, env) : [];
  if (!hasFootnotePlace) append(body, notes);
  const placed = hasFootnotePlace ? placeBefore(body, 'footnotes', notes) : body;
  state.tokens = walk.toc ? placeBefore(placed, 'toc', tocTokens(env, walk.toc)) : placed;
}

/** The tokens with a list put before its placeholder. */
function placeBefore(tokens: readonly Token[], type: Placeholder, list: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (token.type === type ? [...list, token] : [token]));
}

/** Where the table of contents, or the footnotes, go. */
type Placeholder = 'toc' | 'footnotes';

/** Goes over blocks in the order of the output. */
class OutputWalk {
  /** The list that is to become the table of contents. */
  toc: Token | null = null;
  /** Whether a list says where the footnotes go. */
  hasFootnotePlace = false;

  constructor(private readonly env: KramdownEnv) {}

  /** The tokens as they are written, without footnotes and table of contents. */
  take(tokens: readonly Token[]): Token[] {
    const result: Token[] = [];
    const terms: (ElementMeta | null)[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      const place = token.nesting === 1 ? this.#takePlace(token) : null;
      const figure = token.type === 'paragraph_open' ? standaloneImage(token, tokens[index + 1]!) : null;
      if (place) {
        index = endOf(tokens, index);
        result.push(place);
        continue;
      }
      if (figure) {
        index += 2;
        result.push(figure);
        continue;
      }
      if (token.type === 'heading_open') this.#takeHeading(token, tokens[index + 1]!);
      else if (token.type === 'dl_open') terms.push(token.meta as ElementMeta | null);
      else if (token.type === 'dl_close') terms.pop();
      else if (token.type === 'dt_open') giveTermId(token, terms[terms.length - 1] ?? null);
      else if (token.type === 'inline') this.#takeFootnotes(token);
      result.push(token);
    }
    return result;
  }

  /** A list marked `{:toc}` or `{:footnotes}` gives way to what it stands for. */
  #takePlace(token: Token): Token | null {
    if (token.type !== 'bullet_list_open' && token.type !== 'ordered_list_open') return null;
    const references = (token.meta as ElementMeta | null)?.attributeList?.references;
    if (!references) return null;
    if (!this.toc && references.includes('toc')) {
      this.toc = token;
      return this.#placeholder('toc');
    }
    if (!this.hasFootnotePlace && references.includes('footnotes')) {
      this.hasFootnotePlace = true;
      return this.#placeholder('footnotes');
    }
    return null;
  }

  #placeholder(type: Placeholder): Token {
    const token = new KramdownToken(type, '', 0);
    token.block = true;
    return token;
  }

  #takeHeading(token: Token, inline: Token): void {
    const { env } = this;
    const { level, rawText } = metaOf<HeadingMeta>(token);
    if (env.options.auto_ids && token.attrGet('id') === null) token.attrSet('id', kramdownId(rawText, env));
    const id = token.attrGet('id');
    const isHidden = hasClassWord(token.attrGet('class'), 'no_toc');
    if (id !== null && env.options.toc_levels.includes(level) && !isHidden) {
      env.tocEntries.push({ level, id: String(id), inline });
    }
  }

  #takeFootnotes(inline: Token): void {
    for (const child of inline.children!) {
      if (child.type === 'footnote_reference') this.#number(metaOf<FootnoteReferenceMeta>(child));
    }
  }

  #number(meta: FootnoteReferenceMeta): void {
    const { footnotes, options } = this.env;
    const { definition } = meta;
    let footnote = footnotes.get(definition.name);
    if (footnote) footnote.repeats++;
    else {
      const name = options.footnote_prefix + definition.name;
      footnote = { name, number: options.footnote_nr + footnotes.size, definition, repeats: 0 };
      footnotes.set(definition.name, footnote);
    }
    meta.number = footnote.number;
    meta.repeat = footnote.repeats;
  }
}

/** Index of the token that closes the one at `index`. */
function endOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  let end = index;
  do depth += tokens[end++]!.nesting;
  while (depth > 0);
  return end - 1;
}

/** Terms of a list marked `{:auto_ids}` or `{:auto_ids-prefix}` get ids. */
function giveTermId(token: Token, list: ElementMeta | null): void {
  if (token.attrGet('id') !== null) return;
  for (const reference of list?.attributeList?.references ?? []) {
    const match = /^auto_ids(?:-([A-Za-z0-9_-]+))?/.exec(reference);
    if (!match) continue;
    token.attrSet('id', (match[1] ?? '') + basicId(metaOf<DtMeta>(token).rawText));
    return;
  }
}
