import { Token } from './tokens.js';

const special = /[&<>]/;
const everySpecial = /[&<>]/g;

/** Escapes what Rouge escapes: quotes stay. */
export function escapeCode(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(everySpecial, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;',
  );
}

/**
 * Collects tokens as `Rouge::Formatters::HTML` writes them: neighbours of one kind become one span
 * (`Lexer#continue_lex`), `Text` gets none, and what asks to be written as it stands is an error (`filter_escapes`).
 */
export class HtmlFormatter {
  private html = '';
  private pending: Token = Token.Text;
  private text = '';

  /** Takes the next token. */
  readonly add = (token: Token, text: string): void => {
    if (token === this.pending) {
      this.text += text;
      return;
    }
    this.flush();
    this.pending = token;
    this.text = text;
  };

  /** All tokens so far as HTML. */
  finish(): string {
    this.flush();
    this.text = '';
    return this.html;
  }

  private flush(): void {
    if (this.text === '') return;
    const escaped = escapeCode(this.text);
    const name = this.pending === Token.Escape ? Token.Error : this.pending;
    this.html += name === Token.Text ? escaped : `<span class="${name}">${escaped}</span>`;
  }
}
