import type { CompileOptions } from '../compile/compile-options.js';
import type { TextNode } from '../compile/nodes.js';
import type { Place } from '../errors.js';
import { checkMarkup } from './markup-limits.js';
import { ParseWarnings } from './parse-warnings.js';
import type { TemplateParser } from './template-parser.js';
import { TokenQueue } from './token-queue.js';
import { type TemplateToken, TextToken } from './tokens.js';

/**
 * The parsing of one template: its tokens and what Ruby keeps in `ParseContext`. White-space control happens as tokens are
 * taken (Liquid 4.0.4, `BlockBody#whitespace_handler`), so that it holds in whatever reads a body.
 */
export class ParseSession extends TokenQueue {
  /** Line that errors and new nodes get: where the token in hand starts. */
  lineNumber = 1;
  /** Bodies inside bodies. */
  depth = 0;
  readonly warnings = new ParseWarnings();
  /** The text before the token in hand, if it belongs to the same body. */
  lastText: TextNode | null = null;
  /** Whether the next text loses the white space at its start. */
  trimsNext = false;
  private tokenStart = 0;

  constructor(
    text: string,
    path: string,
    /** Line of the user's file on which the template starts. */
    readonly firstLine: number,
    readonly parser: TemplateParser,
    readonly options: CompileOptions,
  ) {
    super(text, path);
    checkMarkup({ file: path, text, firstLine });
  }

  override shift(): TemplateToken | undefined {
    const token = this.take();
    if (token === undefined) {
      this.lineNumber = this.nextLine;
      return undefined;
    }
    this.lineNumber = this.tokenLine;
    if (!(token instanceof TextToken)) {
      if (token.trimLeft) this.lastText?.trimEnd();
      this.trimsNext = token.trimRight;
      this.lastText = null;
    }
    return token;
  }

  /** The next token without white-space control, as `raw` reads them. */
  take(): TemplateToken | undefined {
    const token = super.shift();
    this.tokenStart = token?.begin ?? this.text.length;
    return token;
  }

  /** Where the token in hand stands. */
  place(): Place {
    return { file: this.path, text: this.text, firstLine: this.firstLine, offset: this.tokenStart };
  }
}
