import type { TagToken } from 'liquidjs';
import { defaultOptions, Token, Tokenizer, TokenKind } from 'liquidjs';
import { isSpace, strip } from '../../ruby/string.js';

/**
 * Tokens of liquidjs's kinds and shapes, cut by Ruby's rules. liquidjs's own classes read the tag's name their way when made
 * (`{% if-x %}`), and two of them are not exported.
 */
abstract class MarkupToken extends Token {
  readonly trimLeft: boolean;
  readonly trimRight: boolean;
  /** Where the content stands: two numbers, since most tokens are never asked for a pair. */
  protected readonly contentStart: number;
  protected readonly contentEnd: number;

  /** @param isClosed whether the token ends with its delimiter; if not, it has no content */
  constructor(
    kind: TokenKind,
    input: string,
    begin: number,
    end: number,
    readonly isClosed: boolean,
    file: string,
  ) {
    super(kind, input, begin, end, file);
    this.trimLeft = input[begin + 2] === '-';
    this.trimRight = input[end - 3] === '-';
    this.contentStart = isClosed ? startOfContent(input, begin, end) : end;
    this.contentEnd = isClosed ? endOfContent(input, this.contentStart, end) : end;
  }

  get contentRange(): [number, number] {
    return [this.contentStart, this.contentEnd];
  }

  get content(): string {
    return this.input.slice(this.contentStart, this.contentEnd);
  }
}

/** `{{ … }}`. */
export class OutputMarkup extends MarkupToken {
  constructor(input: string, begin: number, end: number, isClosed: boolean, file: string) {
    super(TokenKind.Output, input, begin, end, isClosed, file);
  }
}

/** `{% name args %}`; `name` is `''` where Ruby finds none and refuses the tag, also of Liquid 5's `{% # comment %}`. */
export class TagMarkup extends MarkupToken implements TagToken {
  readonly name: string;
  /** All behind the name, white space at its end included. */
  readonly markup: string;

  constructor(input: string, begin: number, end: number, isClosed: boolean, file: string) {
    super(TokenKind.Tag, input, begin, end, isClosed, file);
    const stop = this.contentEnd;
    let at = skipSpaces(input, this.contentStart, stop);
    const nameStart = at;
    while (at < stop && isWordCharacter(input.charCodeAt(at))) at += 1;
    this.name = input.slice(nameStart, at);
    this.markup = input.slice(skipSpaces(input, at, stop), stop);
  }

  /** What liquidjs's own tokens have: the markup without white space around it. */
  get args(): string {
    return strip(this.markup);
  }

  /** What tags written for liquidjs read their arguments with. */
  get tokenizer(): Tokenizer {
    const tokenizer = new Tokenizer(this.input, defaultOptions.operators, this.file, this.contentRange);
    tokenizer.readTagName();
    tokenizer.skipBlank();
    return tokenizer;
  }
}

/** Text between markup. */
export class TextToken extends Token {
  readonly trimLeft = 0;
  readonly trimRight = 0;

  constructor(input: string, begin: number, end: number, file: string) {
    super(TokenKind.HTML, input, begin, end, file);
  }

  getContent(): string {
    return this.getText();
  }
}

/** Any token of a template. */
export type TemplateToken = TextToken | OutputMarkup | TagMarkup;

/** Behind the delimiter and its hyphen; one hyphen alone (`{{-}}`) belongs to the opening one. */
function startOfContent(input: string, begin: number, end: number): number {
  return Math.min(input[begin + 2] === '-' ? begin + 3 : begin + 2, end - 2);
}

function endOfContent(input: string, start: number, end: number): number {
  const stop = end - 2;
  return start < stop && input[stop - 1] === '-' ? stop - 1 : stop;
}

function skipSpaces(input: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(input.charCodeAt(at))) at += 1;
  return at;
}

/** Ruby's `\w`. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}
