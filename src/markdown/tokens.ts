/**
 * The tokens of kramdown's grammar: the contract between block rules, inline rules, core steps and the renderer.
 *
 * Common to all tokens
 * - `attrs`: kramdown's attributes in kramdown's order. Attribute lists (`{: }`) are not in it until the core step `attributes`
 *   (blocks) or the rule that reads them (spans) has applied them.
 * - `level`: number of open tokens around it. The output is indented by two spaces a level, so block rules and `md.block`
 *   must keep it right; a footnote's text is moved to level 3 when it is written.
 * - `map`: 0-based source lines `[first, after last]`, also in nested text.
 * - `meta`: the interfaces below. Plugins' tokens have none of this and are rendered by their own rules.
 *
 * Block tokens (type · tag · what else)
 * - `blank` · a run of blank lines, rendered as one empty line; adjacent ones are one token
 * - `paragraph_open/_close` · p · `hidden`: no tags (kramdown's transparent paragraph); around one `inline`
 * - `heading_open/_close` · h1–h6 as written, `header_offset` not applied · `HeadingMeta`; around one `inline`
 * - `blockquote_open/_close`, `bullet_list_open/_close` (ul), `ordered_list_open/_close` (ol), `list_item_open/_close` (li),
 *   `dl_open/_close`, `dt_open/_close` (`DtMeta`, around one `inline`), `dd_open/_close`
 * - `code_block` (indented), `fence` · content; `info` is the language of a fence as written, options included
 * - `hr`
 * - `table_open/_close` (`TableMeta`), `thead_ tbody_ tfoot_ tr_open/_close`, `th_ td_open/_close` around at most one `inline`
 * - `math_block` · content
 * - `html_element_open/_close` · tag is the element's name · `HtmlElementMeta`; around blocks, one `inline` or HTML tokens
 * - `html_text` · raw text in an HTML element, entities kept; `html_raw` · contents of script and style
 * - `html_comment`, `html_instruction` · content with its delimiters
 * - `comment` · `{::comment}`; `raw` · `{::nomarkdown}` (`RawMeta`)
 * - `figure` · a paragraph with one image marked `{:standalone}`; the image in `children`, its description in `content`
 * - `footnotes_open/_close` (div) · around the list of footnotes
 * - `toc`, `footnotes` · where a list marked `{:toc}` or `{:footnotes}` stood; the lists put there come before it
 * - `inline` · `content` is the raw span text, `map` its lines, `children` what the inline rules made of it; a line no rule takes is
 *   one without a block around it
 *
 * Inline tokens
 * - `text` · content, unescaped, line ends included
 * - `em_open/_close`, `strong_open/_close` · `markup` is `*` or `_`
 * - `link_open/_close` (a), `image` · attrs; no children, the description is in `alt`
 * - `code_inline` · content; `markup` is the delimiter
 * - `hardbreak` · `<br />` without a line end (that is in the text behind it)
 * - `entity` · `EntityMeta`; `smart_quote` · content `lsquo rsquo ldquo rdquo`; `typographic_symbol` · content as in
 *   `typographic_symbols`
 * - `math_inline` · content
 * - `html_span_open/_close` · tag is the element's name · `HtmlElementMeta` (also GFM's strikethrough, `del`)
 * - `html_span_void` · the same for an element without contents and end tag
 * - `html_comment_inline` · content with its delimiters
 * - `comment_inline` · `{::comment}`; `raw_inline` · `{::nomarkdown}` (`RawMeta`)
 * - `footnote_reference` · `FootnoteReferenceMeta`
 * - `abbreviation` · content
 */
import type { Token } from 'markdown-it';
import type { AttributeList } from './attribute-list.js';
import type { Entity } from './entity.js';
import type { FootnoteDefinition } from './env.js';

/** What every token of kramdown's may carry. */
export interface ElementMeta {
  /** The `{: }` lists that belong to the element, merged in the order of the source. */
  attributeList?: AttributeList;
}

/** Of `inline`. */
export interface InlineMeta extends ElementMeta {
  /** 1-based line kramdown takes the text to start on, where that is not the line in `map`. */
  line?: number;
}

export interface HeadingMeta extends ElementMeta {
  /** 1–6, as written. */
  level: number;
  /** What an id is made of: the raw text, or the text without markup (`auto_id_stripping`). */
  rawText: string;
}

export interface DtMeta extends ElementMeta {
  /** As in `HeadingMeta`; always without markup. */
  rawText: string;
}

export type Alignment = 'left' | 'right' | 'center' | 'default';

export interface TableMeta extends ElementMeta {
  /** One entry a column. */
  alignment: Alignment[];
}

/** Of `th_open` and `td_open`. */
export interface CellMeta extends ElementMeta {
  alignment: Alignment;
}

/** How the contents of an HTML element are read. */
export type ContentModel = 'raw' | 'span' | 'block';

export interface HtmlElementMeta extends ElementMeta {
  contentModel: ContentModel;
  /** Whether the tag closed itself (`<x />`) or the element cannot have contents. */
  isClosed: boolean;
  /** Whether it stands in an element with raw contents, where nothing is indented. */
  isInRaw: boolean;
}

/** Of `html_comment` and `html_instruction`. */
export interface HtmlTextMeta extends ElementMeta {
  /** As in `HtmlElementMeta`. */
  isInRaw: boolean;
}

export interface RawMeta extends ElementMeta {
  /** Formats it is meant for; empty for all. */
  formats: readonly string[];
}

export interface EntityMeta extends ElementMeta {
  entity: Entity;
  /** As written in the source; `null` for one kramdown made, e.g. from `\<<`. */
  original: string | null;
}

export interface FootnoteReferenceMeta extends ElementMeta {
  definition: FootnoteDefinition;
  /** Text of the marker's number and id, set by the core step `footnotes`. */
  number: number;
  /** 0 for the first marker of this footnote. */
  repeat: number;
}

/** The meta data of a token, typed as the kind of token has it. */
export function metaOf<T extends ElementMeta>(token: Token): T {
  token.meta ??= {};
  return token.meta as unknown as T;
}
