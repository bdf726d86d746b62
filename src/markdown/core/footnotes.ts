/** The list of footnotes. Origin: kramdown 2.5.2, `Converter::Html#footnote_content`. */
import type { Token } from 'markdown-it';
import { append } from '../../ruby/append.js';
import { nbsp } from '../entity.js';
import type { Footnote, KramdownEnv } from '../env.js';
import { KramdownToken } from '../kramdown-token.js';
import { escapeText } from '../output/escape.js';
import { metaOf, type RawMeta } from '../tokens.js';

function create(type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token {
  const token = new KramdownToken(type, tag, nesting);
  token.block = true;
  token.level = level;
  return token;
}

/** The whole section around its items. */
export function footnoteTokens(items: readonly Token[], env: KramdownEnv): Token[] {
  const section = create('footnotes_open', 'div', 1, 0);
  section.attrs = [
    ['class', 'footnotes'],
    ['role', 'doc-endnotes'],
  ];
  const list = create('ordered_list_open', 'ol', 1, 1);
  if (env.options.footnote_nr !== 1) list.attrs = [['start', env.options.footnote_nr]];
  return [
    section,
    list,
    ...items,
    create('ordered_list_close', 'ol', -1, 1),
    create('footnotes_close', 'div', -1, 0),
  ];
}

/**
 * A footnote as a list item, with links back to its markers.
 *
 * @param tokens  its text
 * @param repeats markers after the first one, before this item
 */
export function itemTokens(footnote: Footnote, tokens: Token[], repeats: number, env: KramdownEnv): Token[] {
  const open = create('list_item_open', 'li', 1, 2);
  open.attrs = [['id', `fn:${footnote.name}`]];
  if (env.options.footnote_roles) open.attrs.push(['role', 'doc-endnote']);
  const found = findLastText(tokens, env.options.footnote_backlink_inline);
  const text = found ?? appendParagraph(tokens);
  if (env.options.footnote_backlink !== '') {
    append(text.children!, backlinks(footnote.name, repeats, found !== null, env));
  }
  return [open, ...tokens, create('list_item_close', 'li', -1, 2)];
}

/** The inline token of the last paragraph; with `isNested` also of a header, and in lists and quotes at the end. */
function findLastText(tokens: readonly Token[], isNested: boolean): Token | null {
  let index = tokens.length - 1;
  while (isNested && tokens[index]?.nesting === -1 && !isTextClose(tokens[index]!)) index--;
  const last = tokens[index];
  if (!last || !(isNested ? isTextClose(last) : last.type === 'paragraph_close')) return null;
  return tokens[index - 1]!;
}

function isTextClose(token: Token): boolean {
  return token.type === 'paragraph_close' || token.type === 'heading_close';
}

/** Adds an empty paragraph to a footnote's text; answers its inline token. */
function appendParagraph(tokens: Token[]): Token {
  const inline = create('inline', '', 0, 4);
  inline.children = [];
  tokens.push(create('paragraph_open', 'p', 1, 3), inline, create('paragraph_close', 'p', -1, 3));
  return inline;
}

function backlinks(name: string, repeats: number, hasSpace: boolean, env: KramdownEnv): Token[] {
  const space = env.entityText(nbsp);
  const text = escapeText(env.options.footnote_backlink);
  return Array.from({ length: repeats + 1 }, (_, index) => {
    const token = new KramdownToken('raw_inline', '', 0);
    metaOf<RawMeta>(token).formats = [];
    const target = index === 0 ? name : `${name}:${index}`;
    const label = index === 0 ? text : `${text}<sup>${index + 1}</sup>`;
    token.content =
      `${index > 0 || hasSpace ? space : ''}<a href="#fnref:${target}" class="reversefootnote" ` +
      `role="doc-backlink">${label}</a>`;
    return token;
  });
}
