import { OpaqueDrop } from '../../ruby/opaque-drop.js';
import { outlineOf, type ParsedDocument } from './processor.js';

/**
 * A parsed document as `page.document`: for `tocify_asciidoc` to look into, not for templates. It can parse its text again, since what was
 * parsed is large and there may be many.
 */
export class DocumentValue extends OpaqueDrop {
  readonly className = 'Asciidoctor::Document';
  private parse: (() => ParsedDocument) | null = null;

  /** Whether it stands for nothing yet. */
  get isEmpty(): boolean {
    return this.parse === null;
  }

  /** Lets it stand for another document. */
  hold(parse: () => ParsedDocument): void {
    this.parse = parse;
  }

  /** `null` for a document without sections. @param levels how deep; `null` leaves it to the document */
  outline(levels: number | null): string | null {
    return this.parse === null ? null : outlineOf(this.parse(), levels);
  }

  override toText(): string {
    return '#<Asciidoctor::Document>';
  }
}
