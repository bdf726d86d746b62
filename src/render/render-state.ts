import { type HeldText, wholeText } from '../model/output.js';
import type { Renderable } from '../model/page.js';
import type { Turn } from '../model/turn.js';

/**
 * What has become of the site's pages and documents so far: the one thing that changes while rendering. Templates see these texts, and
 * they change at the file's turn: `content` is raw before its conversion and HTML after it, `output` is `null` until its layouts are done.
 */
export class RenderState {
  /** What each turn came to, by the id of its page or document. */
  readonly turns = new Map<string, Turn>();
  /** Of turns that are not over, or failed. */
  private readonly contents = new Map<string, string | HeldText>();
  private readonly outputs = new Map<string, string | HeldText>();
  private readonly versions = new Map<string, number>();

  contentOf(file: Renderable): string {
    return wholeText(this.content(file) ?? file.body);
  }

  private content({ id }: Renderable): string | HeldText | undefined {
    return this.contents.get(id) ?? this.turns.get(id)?.content;
  }

  private output({ id }: Renderable): string | HeldText | undefined {
    return this.outputs.get(id) ?? this.turns.get(id)?.output;
  }

  setContent(file: Renderable, content: string): void {
    this.contents.set(file.id, flat(content));
    this.touch(file);
  }

  outputOf(file: Renderable): string | null {
    const output = this.output(file);
    return output === undefined ? null : wholeText(output);
  }

  setOutput(file: Renderable, output: string): void {
    this.outputs.set(file.id, flat(output));
  }

  /** Ends the file's turn; its texts now are where the turn has them. */
  finish(turn: Turn): void {
    this.turns.set(turn.id, turn);
    this.contents.delete(turn.id);
    this.outputs.delete(turn.id);
  }

  /** Length of the file's texts that are in memory, in UTF-16 units. */
  unitsInMemory(file: Renderable): number {
    return unitsOf([file.body]) + this.renderedUnitsInMemory(file);
  }

  /** The same of those that rendering made; a content that nothing was done to is the file's own text. */
  renderedUnitsInMemory(file: Renderable): number {
    const content = this.content(file);
    return unitsOf([content === file.body ? undefined : content, this.output(file)]);
  }

  /** A number that is another one when the file's content or front matter is. */
  versionOf(file: Renderable): number {
    return this.versions.get(file.id) ?? 0;
  }

  /** Notes that the file's content or front matter is another one; of documents nobody keeps a copy. */
  touch(file: Renderable): void {
    if (file.kind === 'page') this.versions.set(file.id, this.versionOf(file) + 1);
  }
}

function unitsOf(texts: readonly (string | HeldText | undefined)[]): number {
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}

/**
 * The text as one piece. V8 keeps a string that was put together by `+=` as a tree of its pieces until somebody looks into it; kept
 * for thousands of pages, those trees cost more than the texts.
 */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
