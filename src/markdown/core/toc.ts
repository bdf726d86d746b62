/** The table of contents. Origin: kramdown 2.5.2, `Converter::Html#generate_toc_tree`. */
import type { Token } from 'markdown-it';
import type { KramdownEnv, TocEntry } from '../env.js';
import { KramdownToken } from '../kramdown-token.js';

/**
 * The list of the document's headers.
 *
 * @param place the list it stands for, which gives it its kind and attributes
 */
export function tocTokens(env: KramdownEnv, place: Token): Token[] {
  if (env.tocEntries.length === 0) return [];
  const writer = new TocWriter(place);
  for (const entry of env.tocEntries) writer.add(entry);
  return writer.finish();
}

/** Writes nested lists: a header goes below the last one of a smaller level. */
class TocWriter {
  readonly #tokens: Token[] = [];
  readonly #listType: string;
  readonly #listTag: string;
  readonly #id: string;
  /** Levels of the items that are open. */
  readonly #open: number[] = [];

  constructor(place: Token) {
    this.#listType = place.type.replace(/_open$/, '');
    this.#listTag = place.tag;
    const list = this.#push(`${this.#listType}_open`, this.#listTag, 1, 0);
    list.attrs = [...(place.attrs ?? [])];
    if (list.attrGet('id') === null) list.attrPush(['id', 'markdown-toc']);
    this.#id = String(list.attrGet('id'));
  }

  add({ level, id, inline }: TocEntry): void {
    let isNested = false;
    while (this.#open.length > 0 && !isNested) {
      if (this.#open[this.#open.length - 1]! < level) isNested = true;
      else this.#closeItem();
    }
    if (isNested && !this.#endsWithItem())
      this.#push(`${this.#listType}_open`, this.#listTag, 1, this.#depth);
    this.#open.push(level);
    this.#push('list_item_open', 'li', 1, this.#depth - 1);
    this.#push('paragraph_open', 'p', 1, this.#depth).hidden = true;
    this.#pushLink(id, inline);
    this.#push('paragraph_close', 'p', -1, this.#depth).hidden = true;
  }

  finish(): Token[] {
    while (this.#open.length > 0) this.#closeItem();
    this.#push(`${this.#listType}_close`, this.#listTag, -1, 0);
    return this.#tokens;
  }

  /** Level of tokens in the innermost open item. */
  get #depth(): number {
    return this.#open.length * 2;
  }

  /** Whether the innermost open item holds a list that can go on. */
  #endsWithItem(): boolean {
    return this.#tokens[this.#tokens.length - 1]!.type === 'list_item_close';
  }

  #closeItem(): void {
    if (this.#endsWithItem()) this.#push(`${this.#listType}_close`, this.#listTag, -1, this.#depth);
    this.#open.pop();
    this.#push('list_item_close', 'li', -1, this.#depth + 1);
  }

  #pushLink(id: string, header: Token): void {
    const inline = this.#push('inline', '', 0, this.#depth + 1);
    const link = new KramdownToken('link_open', 'a', 1);
    link.attrs = [
      ['href', `#${id}`],
      ['id', `${this.#id}-${id}`],
    ];
    inline.children = [link, ...withoutLinks(header.children!), new KramdownToken('link_close', 'a', -1)];
  }

  #push(type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token {
    const token = new KramdownToken(type, tag, nesting);
    token.block = true;
    token.level = level;
    this.#tokens.push(token);
    return token;
  }
}

/** A header's text for its entry: no footnotes, and links only their text. */
function withoutLinks(children: readonly Token[]): Token[] {
  return children.filter(
    ({ type }) => type !== 'footnote_reference' && type !== 'link_open' && type !== 'link_close',
  );
}
