import { OutputMarkup, TagMarkup, type TemplateToken, TextToken } from './tokens.js';

const TAG = 37; // %
const BRACE = 123; // {

/**
 * Cuts a template into tokens as they are asked for (Liquid 4.0.4, `TemplateParser` and `Tokenizer`): a tag runs to the first
 * `%}`, an output to the first `}` and one more if it follows; an opening without its end is a token of its own. It is an
 * array to liquidjs's eyes, whose parsers and tags take tokens with `shift()`.
 */
export class TokenQueue extends Array<TemplateToken> {
  /** Line of what comes next, 1-based within the template. */
  nextLine = 1;
  /** Line on which the token last taken starts. */
  tokenLine = 1;
  private position = 0;
  /** Where the next `%}` and `}` stand, so that openings without an end don't search the rest again and again. */
  private tagEnd = -1;
  private outputEnd = -1;
  /** The first line end not yet counted. */
  private newline: number;

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  constructor(
    readonly text: string,
    readonly path: string,
  ) {
    super();
    this.newline = text.indexOf('\n');
  }

  override shift(): TemplateToken | undefined {
    if (this.position >= this.text.length) return undefined;
    const token = this.markup(this.position) ?? this.plainText();
    this.tokenLine = this.nextLine;
    this.position = token.end;
    this.countLines();
    return token;
  }

  private countLines(): void {
    while (this.newline !== -1 && this.newline < this.position) {
      this.nextLine += 1;
      this.newline = this.text.indexOf('\n', this.newline + 1);
    }
  }

  private plainText(): TextToken {
    let open = this.text.indexOf('{', this.position + 1);
    while (open !== -1 && !this.opensMarkup(open)) open = this.text.indexOf('{', open + 1);
    return new TextToken(this.text, this.position, open === -1 ? this.text.length : open, this.path);
  }

  private opensMarkup(at: number): boolean {
    const next = this.text.charCodeAt(at + 1);
    return this.text.charCodeAt(at) === BRACE && (next === TAG || next === BRACE);
  }

  private markup(begin: number): TemplateToken | null {
    if (!this.opensMarkup(begin)) return null;
    return this.text.charCodeAt(begin + 1) === TAG ? this.tag(begin) : this.output(begin);
  }

  private tag(begin: number): TagMarkup {
    this.tagEnd = this.next('%}', this.tagEnd, begin + 2);
    const isClosed = this.tagEnd < this.text.length;
    return new TagMarkup(this.text, begin, isClosed ? this.tagEnd + 2 : begin + 2, isClosed, this.path);
  }

  private output(begin: number): OutputMarkup {
    this.outputEnd = this.next('}', this.outputEnd, begin + 2);
    if (this.outputEnd === this.text.length) {
      return new OutputMarkup(this.text, begin, begin + 2, false, this.path);
    }
    const isClosed = this.text[this.outputEnd + 1] === '}';
    return new OutputMarkup(this.text, begin, this.outputEnd + (isClosed ? 2 : 1), isClosed, this.path);
  }

  private next(end: string, known: number, from: number): number {
    if (known >= from) return known;
    const found = this.text.indexOf(end, from);
    return found === -1 ? this.text.length : found;
  }
}
