import { syntaxError } from '../errors.js';
import { type Lexeme, type LexemeKind, tokenize } from './lexer.js';

/**
 * Reads markup by Liquid's strict grammar (Liquid 4.0.4, `Parser`). Like the original it answers cleaned-up markup, which
 * is then read as an expression: `a [ 0 ] . b` becomes `a[0].b`.
 */
export class StrictParser {
  private readonly lexemes: Lexeme[];
  private position = 0;

  constructor(markup: string) {
    this.lexemes = tokenize(markup);
  }

  /** Takes the next word, which must be of the kind. */
  consume(kind: LexemeKind): string {
    const lexeme = this.current();
    if (lexeme.kind !== kind) throw syntaxError(`Expected ${kind} but found ${lexeme.kind}`);
    this.position += 1;
    return lexeme.text;
  }

  /** Takes the next word if it is of the kind, else answers `null`. */
  consumeIf(kind: LexemeKind): string | null {
    return this.look(kind) ? this.consume(kind) : null;
  }

  /** Takes the next word if it is the identifier. */
  consumeWord(word: string): boolean {
    if (!this.look('id') || this.current().text !== word) return false;
    this.position += 1;
    return true;
  }

  look(kind: LexemeKind, ahead = 0): boolean {
    return this.lexemes[this.position + ahead]?.kind === kind;
  }

  expression(): string {
    const { kind } = this.current();
    if (kind === 'id') return this.variableSignature();
    if (kind === 'string' || kind === 'number') return this.consume(kind);
    if (kind === 'open_round') return this.range();
    throw syntaxError(`${inspectLexeme(this.current())} is not a valid expression`);
  }

  /** A filter's argument: `expression` or `name: expression`. */
  argument(): string {
    if (!this.look('id') || !this.look('colon', 1)) return this.expression();
    return `${this.consume('id')}${this.consume('colon')} ${this.expression()}`;
  }

  private range(): string {
    this.consume('open_round');
    const first = this.expression();
    this.consume('dotdot');
    const last = this.expression();
    this.consume('close_round');
    return `(${first}..${last})`;
  }

  private variableSignature(): string {
    let markup = this.consume('id');
    for (;;) {
      while (this.look('open_square')) {
        markup += `${this.consume('open_square')}${this.expression()}${this.consume('close_square')}`;
      }
      if (!this.look('dot')) return markup;
      markup += this.consume('dot') + this.consume('id');
    }
  }

  private current(): Lexeme {
    return this.lexemes[this.position]!;
  }
}

/** As Ruby prints the pair, e.g. `[:pipe, "|"]`. */
function inspectLexeme({ kind, text }: Lexeme): string {
  return kind === 'end_of_string' ? '[:end_of_string]' : `[:${kind}, "${text}"]`;
}
