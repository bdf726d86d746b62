import type { Context, Emitter, Template, Token } from 'liquidjs';
import { rstrip } from '../../ruby/string.js';
import type { OutputMarkup, TextToken } from '../parse/tokens.js';
import { frameOf } from '../run/frame.js';
import type { TagNode, Write } from '../tag.js';

/** Text between markup. */
export class TextNode implements Template {
  constructor(
    readonly token: TextToken,
    /** After white-space control. */
    public text: string,
  ) {}

  /** Takes the white space at its end away: a `{%-` follows. */
  trimEnd(): void {
    this.text = rstrip(this.text);
  }

  /** For tags written for liquidjs, which render their bodies themselves; so below. */
  render(_context: Context, emitter: Emitter): void {
    emitter.write(this.text);
  }
}

/** `{{ … }}`. */
export class OutputNode implements Template {
  constructor(
    readonly token: OutputMarkup,
    /** Within the template, 1-based. */
    readonly lineNumber: number,
    /** What runs, or the text it always prints. */
    readonly write: Write | string,
    /** Whether the text it always prints is US-ASCII in Ruby's sense; `write` tells the frame itself. */
    readonly isAscii: boolean,
  ) {}

  render(context: Context, emitter: Emitter): void {
    emitter.write(typeof this.write === 'string' ? this.write : frameOf(context).capture(this.write));
  }
}

/** A tag, ours or adapted. It has the shape of liquidjs's `Tag` without its constructor, which reads the markup its own way. */
export class CompiledTag implements Template {
  constructor(
    readonly token: Token,
    /** Within the template, 1-based. */
    readonly lineNumber: number,
    readonly node: TagNode,
  ) {}

  render(context: Context, emitter: Emitter): void {
    emitter.write(frameOf(context).capture(this.node.write));
  }
}

/** Anything a body can hold. */
export type BodyNode = TextNode | OutputNode | CompiledTag;
