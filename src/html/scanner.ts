import { writeDoctype } from './doctype.js';
import { decodeAttribute, withoutInvalid } from './references.js';

const BLANKS = /[ \t\n\r]*/y;
/** libxml2 reads the beginning of a tag where a letter stands; its names hold no other characters. */
const TAG_START = /<([A-Za-z][\w:.-]*)/y;
const NAME = /[A-Za-z_:.][\w:.-]*/y;
const TEXT = /[^<]+/y;
const DOCTYPE = /<!DOCTYPE[^>]*>?/iy;
const INSTRUCTION_NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*/uy;
/** What is skipped where an attribute's name should begin. */
const NO_NAME = /(?:(?!\/>)[^ \t\n\r>])*/y;
const UNQUOTED = /[^ \t\n\r>]*/y;

/** Reads a text of HTML piece by piece, in the shapes of libxml2 2.9.14's `HTMLparser.c`. */
export class HtmlScanner {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text.replaceAll('\0', ' ');
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.at);
  }

  /** Goes past what is expected. @returns whether it was there */
  skip(expected: string): boolean {
    if (!this.startsWith(expected)) return false;
    this.at += expected.length;
    return true;
  }

  skipBlanks(): void {
    this.match(BLANKS);
  }

  /** Goes past a declaration that begins here. @returns it as it is written, with its identifiers; `null` if there is none */
  readDoctype(): string | null {
    const found = this.match(DOCTYPE);
    return found === '' ? null : writeDoctype(found);
  }

  /** The name of the start tag that begins here, in lower case; `null` if none does. */
  peekTagName(): string | null {
    TAG_START.lastIndex = this.at;
    return TAG_START.exec(this.text)?.[1]?.toLowerCase() ?? null;
  }

  /** Goes past `<` and the name. */
  readTagName(): string {
    return this.match(TAG_START).slice(1).toLowerCase();
  }

  /** Up to the next tag, references undecoded. */
  readText(): string {
    return withoutInvalid(this.match(TEXT));
  }

  /** What a script or style holds: all up to something that begins like its end tag. */
  readRaw(name: string): string {
    const end = new RegExp(`</${name}`, 'gi');
    end.lastIndex = this.at;
    const found = end.exec(this.text);
    return withoutInvalid(this.take(found?.index ?? this.text.length));
  }

  /** Up to `-->` or `--!>`; `null` when neither comes, which drops the rest of the text. */
  readComment(): string | null {
    this.at += '<!--'.length;
    const end = /--!?>/g;
    end.lastIndex = this.at;
    const found = end.exec(this.text);
    const value = this.take(found?.index ?? this.text.length);
    this.at += found?.[0].length ?? 0;
    return found ? withoutInvalid(value) : null;
  }

  /** `<?name value>`; `null` when there is no name, which drops `<?` alone, or no end. */
  readInstruction(): { name: string; value: string | null } | null {
    this.at += '<?'.length;
    const name = this.match(INSTRUCTION_NAME);
    if (name === '') return null;
    if (this.skip('>')) return { name, value: null };
    this.match(BLANKS);
    const end = this.text.indexOf('>', this.at);
    const value = this.take(end < 0 ? this.text.length : end);
    return this.skip('>') ? { name, value: withoutInvalid(value) } : null;
  }

  /** Goes past an end tag. @returns its name; `null` without one: then only `</` is gone */
  readEndTag(): string | null {
    this.at += '</'.length;
    const name = this.match(NAME).toLowerCase();
    if (name === '') return null;
    const end = this.text.indexOf('>', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
    return name;
  }

  /** Attributes up to `>` or `/>`, the first of each name; `null` for one without a value. */
  readAttributes(): Map<string, string | null> {
    const attributes = new Map<string, string | null>();
    this.match(BLANKS);
    while (!this.isAtEnd && !this.startsWith('>') && !this.startsWith('/>')) {
      const name = this.match(NAME).toLowerCase();
      if (name === '') this.match(NO_NAME);
      else {
        const value = this.readValue();
        if (!attributes.has(name)) attributes.set(name, value);
      }
      this.match(BLANKS);
    }
    return attributes;
  }

  private readValue(): string | null {
    this.match(BLANKS);
    if (!this.skip('=')) return null;
    this.match(BLANKS);
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") return decodeAttribute(this.match(UNQUOTED));
    this.at += 1;
    const end = this.text.indexOf(quote, this.at);
    const value = this.take(end < 0 ? this.text.length : end);
    this.skip(quote);
    return decodeAttribute(value);
  }

  private take(end: number): string {
    const taken = this.text.slice(this.at, end);
    this.at = end;
    return taken;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
