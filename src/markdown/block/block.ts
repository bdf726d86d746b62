/** What a text or an element holds, as far as it has been parsed: kramdown's rules look at the blocks before a line. */
import type { Token } from 'markdown-it';
import { type AttributeList, createAttributeList } from '../attribute-list.js';
import { type ContentModel, type ElementMeta, metaOf } from '../tokens.js';

/**
 * kramdown's names of what a parent can hold. `eob` is any invisible end of a block: `^`, and what definitions, extensions and
 * attribute lists leave.
 */
export type BlockKind =
  | 'blank'
  | 'p'
  | 'header'
  | 'blockquote'
  | 'codeblock'
  | 'hr'
  | 'list'
  | 'dl'
  | 'table'
  | 'math'
  | 'html'
  | 'comment'
  | 'raw'
  | 'eob'
  | 'text'
  | 'other';

/** Why a block ends: `marker` is `^`, `definition` a link, abbreviation or footnote definition. */
export type EndOfBlock = 'marker' | 'attributes' | 'extension' | 'definition';

/** A block at the level being parsed. */
export interface Block {
  readonly kind: BlockKind;
  /** Its (opening) token; `null` for an end of block and for a blank line that continues another. */
  readonly token: Token | null;
  /** Index of its first token. */
  readonly start: number;
  /** Set when `kind` is `eob`. */
  readonly end: EndOfBlock | null;
  /** Where its attribute list is kept, `null` for the token's meta data. */
  readonly owner: ElementMeta | null;
  /** Source of blank lines, `''` for other blocks. */
  text: string;
}

/** What holds the blocks being parsed. */
export interface Parent {
  readonly blocks: Block[];
  /** Name of the HTML element it is, `null` for anything else. */
  readonly element: string | null;
  /** How that element's contents are read. */
  readonly contentModel: ContentModel | null;
}

/** A parent without blocks, as anything but an HTML element. */
export function createParent(): Parent {
  return { blocks: [], element: null, contentModel: null };
}

/** The attribute list of a block, made when there is none. */
export function attributeListOf(block: Block): AttributeList {
  const owner = block.owner ?? metaOf(block.token!);
  owner.attributeList ??= createAttributeList();
  return owner.attributeList;
}
