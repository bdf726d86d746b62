import type { TagParser } from './parse/tag-parser.js';
import type { Frame } from './run/frame.js';

/** Writes a piece of a template to the frame's output. */
export type Write = (frame: Frame) => void;

/** A parsed tag, ready to run. */
export interface TagNode {
  readonly write: Write;
  /**
   * Whether the tag is a block whose output Liquid drops because nothing in it can be seen: white space, assigns, comments
   * (Liquid 4.0.4, `Block#blank?`). `parser.isBlank` tells for blocks read with `parser.body`; `false` for tags without a body.
   */
  readonly isBlank: boolean;
  /**
   * What a body takes for Ruby's encoding of the tag's text (see `Frame.isAscii`). Default: UTF-8. `told`: the tag tells the
   * frame. `utf8` is for tags that are blank and no block: their empty text counts, that of blank blocks does not.
   */
  readonly encoding?: 'utf8' | 'told';
}

/**
 * One tag of ours. A tag reads its markup once and answers a closure; what the closure needs at run time it asks of the frame.
 *
 * ```ts
 * const shout: TagDefinition = {
 *   name: 'shout',
 *   parse(markup, parser) {
 *     const value = parser.expression(markup.trim());
 *     return { isBlank: false, write: (frame) => frame.write(toText(value.evaluate(frame)).toUpperCase()) };
 *   },
 * };
 * ```
 */
export interface TagDefinition {
  /** As templates write it, e.g. `post_url`. */
  readonly name: string;
  /** Whether it has a body, up to `{% endNAME %}`. Default: no. */
  readonly hasBody?: boolean;
  /** Names that mean something in its body only, e.g. `else`. */
  readonly innerTags?: readonly string[];
  /** @param markup all between the tag's name and its end, white space before it taken away */
  parse(markup: string, parser: TagParser): TagNode;
}
