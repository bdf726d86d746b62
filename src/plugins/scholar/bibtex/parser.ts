/** BibTeX's objects (bibtex-ruby 6.2.0, `Parser`). What is no object at all is passed over; an object that is no sentence of BibTeX is an error. */
import { downcase } from '../../../ruby/string.js';
import { Lexer } from './lexer.js';
import type { BibtexProblem, BibtexToken, BibtexTokenKind, LexerOptions } from './tokens.js';
import { BibtexValue, Macro, type ValuePart } from './value.js';

/** An object as it stands in a file. */
export type ParsedObject =
  | {
      readonly kind: 'entry';
      /** In small letters, e.g. `article`. */
      readonly type: string;
      /** `''` where there is none. */
      readonly key: string;
      /** By names in small letters; of a name that stands twice the later value, in the place of the first. */
      readonly fields: ReadonlyMap<string, BibtexValue>;
    }
  | { readonly kind: 'string'; readonly name: string; readonly value: BibtexValue }
  | { readonly kind: 'text'; readonly text: string }
  /** A preamble or a comment. */
  | { readonly kind: 'other' }
  /** What could not be read. */
  | { readonly kind: 'error' };

/** A text's objects. */
export interface ParsedText {
  readonly objects: readonly ParsedObject[];
  readonly problems: readonly BibtexProblem[];
}

/** An object that cannot be read, for which bibtex-ruby ends. */
export class BibtexError extends Error {
  /** @param offset where in the text, in UTF-16 units */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'BibtexError';
  }
}

/** Reads a text. @throws BibtexError */
export function parseBibtex(text: string, options: LexerOptions): ParsedText {
  const lexer = new Lexer(text, options);
  const tokens = lexer.analyse();
  const objects = new Parser(tokens, text.length, options.allowsMissingKeys).objects();
  return { objects, problems: lexer.problems };
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly BibtexToken[],
    private readonly end: number,
    private readonly allowsMissingKeys: boolean,
  ) {}

  objects(): ParsedObject[] {
    const objects: ParsedObject[] = [];
    while (this.at < this.tokens.length) objects.push(this.object());
    return objects;
  }

  private get kind(): BibtexTokenKind | null {
    return this.tokens[this.at]?.kind ?? null;
  }

  private expect(kind: BibtexTokenKind): string {
    if (this.kind !== kind) throw this.unexpected();
    return this.tokens[this.at++]!.text;
  }

  private unexpected(): BibtexError {
    const token = this.tokens[this.at];
    const what = token === undefined ? 'the end of the text' : JSON.stringify(token.text);
    return new BibtexError(`Failed to parse BibTeX on ${what}`, token?.offset ?? this.end);
  }

  private skip(kind: BibtexTokenKind): boolean {
    if (this.kind !== kind) return false;
    this.at += 1;
    return true;
  }

  private object(): ParsedObject {
    if (this.kind === 'text') return { kind: 'text', text: this.expect('text') };
    if (this.skip('error')) return { kind: 'error' };
    this.expect('at');
    if (this.skip('comment')) return this.comment();
    if (this.skip('string')) return this.definition();
    if (this.skip('preamble')) return this.preamble();
    return this.entry();
  }

  private comment(): ParsedObject {
    this.expect('open');
    this.content();
    return { kind: 'other' };
  }

  private definition(): ParsedObject {
    this.expect('open');
    const name = downcase(this.expect('name'));
    this.expect('equals');
    const value = this.concatenation();
    this.expect('close');
    return { kind: 'string', name, value };
  }

  private preamble(): ParsedObject {
    this.expect('open');
    this.concatenation();
    this.expect('close');
    return { kind: 'other' };
  }

  private entry(): ParsedObject {
    const type = downcase(this.expect('name'));
    this.expect('open');
    const key = this.key();
    const fields = new Map<string, BibtexValue>();
    while (!this.skip('close')) {
      const name = downcase(this.expect('name'));
      this.expect('equals');
      fields.set(name, this.value());
      if (this.skip('comma') || this.kind === 'close') continue;
      throw this.unexpected();
    }
    return { kind: 'entry', type, key, fields };
  }

  private key(): string {
    if (this.kind === 'key') return this.expect('key');
    if (this.allowsMissingKeys) return '';
    throw new BibtexError(
      'Failed to parse BibTeX entry: cite-key missing',
      this.tokens[this.at]?.offset ?? this.end,
    );
  }

  private value(): BibtexValue {
    return this.kind === 'number' ? new BibtexValue([this.expect('number')]) : this.concatenation();
  }

  private concatenation(): BibtexValue {
    const parts = [this.part()];
    while (this.skip('sharp')) parts.push(this.part());
    return new BibtexValue(parts);
  }

  private part(): ValuePart {
    if (this.kind === 'name') return new Macro(downcase(this.expect('name')));
    if (this.skip('open')) return this.content();
    return this.expect('literal');
  }

  /** Up to the brace that closes it. */
  private content(): string {
    const text = this.kind === 'content' ? this.expect('content') : '';
    this.expect('close');
    return text;
  }
}
