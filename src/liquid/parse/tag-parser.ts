import { strip } from '../../ruby/string.js';
import { suggest } from '../../ruby/suggest.js';
import { compileBody } from '../compile/compile-body.js';
import { type Condition, compileCondition, type Test } from '../compile/condition.js';
import { type Expression, parseExpression } from '../compile/expression.js';
import { joinHints, type LiquidError, nestingTooDeep, type Place, syntaxError } from '../errors.js';
import { MAX_DEPTH } from '../run/frame.js';
import type { Write } from '../tag.js';
import { parseConditionLaxly, parseConditionStrictly } from './parse-condition.js';
import { ParseSession } from './parse-session.js';
import { isBlankBody, readBody } from './read-body.js';
import { parseFilteredValue, withErrorMode } from './template-parser.js';
import type { TagMarkup, TemplateToken } from './tokens.js';

/** A block's body, compiled. */
export interface Body {
  readonly write: Write;
  /** The tag in between that ended it (`else`), `null` for the block's own end. */
  readonly end: { readonly name: string; readonly markup: string } | null;
}

/** What a tag may ask while it is parsed: made for one tag in one place. */
export class TagParser {
  readonly tagName: string;
  /** Within the template, 1-based. */
  readonly lineNumber: number;
  /** Whether nothing in the bodies read so far can be seen. */
  isBlank = true;

  /** Different for every tag of a build, the same in every build of the same text. */
  readonly id: string;
  private readonly place: Place;

  constructor(
    token: TagMarkup,
    private readonly session: ParseSession,
  ) {
    this.tagName = token.name;
    this.lineNumber = session.lineNumber;
    this.id = `${session.path}:${token.begin}`;
    this.place = session.place();
  }

  /** The template's file and its line, for stacks of includes, e.g. `_layouts/post.html:12`. */
  get location(): string {
    return `${this.session.path}:${this.session.firstLine + this.lineNumber - 1}`;
  }

  expression(markup: string): Expression {
    return parseExpression(markup, this.session.options);
  }

  /** A value with filters, as in `{{ }}`. */
  output(markup: string): Expression {
    return parseFilteredValue(markup, this.session, this.lineNumber);
  }

  /** A condition as `if` takes it. */
  condition(markup: string): Test {
    const { options } = this.session;
    return compileCondition(
      this.strictOrLax<Condition>(
        markup,
        () => parseConditionStrictly(markup, options),
        () => parseConditionLaxly(markup, options),
      ),
    );
  }

  /** Parses by the site's error mode: strictly, laxly, or laxly with a warning where strict parsing fails. */
  strictOrLax<T>(markup: string, strict: () => T, lax: () => T): T {
    return withErrorMode(this.session, this.lineNumber, `in "${strip(markup)}"`, strict, lax);
  }

  /**
   * Reads a body up to `end…` of this tag, or to one of the tags in between (Liquid 4.0.4, `Block#parse_body`).
   * @param between e.g. `['elsif', 'else']`
   */
  body(between: readonly string[] = []): Body {
    const { nodes, end } = this.nested(() => readBody(this.session));
    this.isBlank &&= isBlankBody(nodes);
    const write = compileBody(nodes, this.source());
    if (end === null) throw this.neverClosed();
    if (end.name === `end${this.tagName}`) return { write, end: null };
    if (!between.includes(end.name)) throw this.unknownTag(end.name);
    return { write, end: { name: end.name, markup: end.markup } };
  }

  /** Reads past everything up to the tag's own end, whatever tags come; those inside must still be well-formed. */
  skipBody(): void {
    for (;;) {
      const { end } = this.nested(() => readBody(this.session));
      if (end === null) throw this.neverClosed();
      if (end.name === `end${this.tagName}`) return;
    }
  }

  /** Reads markup with a tag on each line, without delimiters (`{% liquid %}`). */
  lines(markup: string): Write {
    const text = markup.replace(/^[\t ]*([^\s][^\n]*)$/gm, '{%- $1 -%}');
    const { path, firstLine, parser, options } = this.session;
    const session = new ParseSession(text, path, firstLine + this.lineNumber - 1, parser, options);
    const { nodes, end } = readBody(session);
    if (end !== null) throw this.unknownTag(end.name);
    this.session.warnings.addAll(session.warnings);
    this.isBlank = isBlankBody(nodes);
    return compileBody(nodes, { file: path, text, firstLine: session.firstLine });
  }

  /** The next token as it stands, for tags whose body is no template. */
  takeToken(): TemplateToken | undefined {
    return this.session.take();
  }

  /** The message counts the lines to the template's end, as Ruby's does; the place is the tag's, where the mistake is. */
  neverClosed(): LiquidError {
    const error = syntaxError(
      `'${this.tagName}' tag was never closed`,
      `Close it with {% end${this.tagName} %}.`,
    );
    error.place = this.place;
    return error;
  }

  private source(): { file: string; text: string; firstLine: number } {
    const { path, text, firstLine } = this.session;
    return { file: path, text, firstLine };
  }

  private nested<T>(read: () => T): T {
    if (this.session.depth >= MAX_DEPTH) throw nestingTooDeep();
    this.session.depth += 1;
    const result = read();
    this.session.depth -= 1;
    return result;
  }

  private unknownTag(name: string): LiquidError {
    const end = `end${this.tagName}`;
    if (name === 'else') return syntaxError(`${this.tagName} tag does not expect 'else' tag`);
    if (name.startsWith('end')) {
      return syntaxError(`'${name}' is not a valid delimiter for ${this.tagName} tags. use ${end}`);
    }
    const { parser, options } = this.session;
    const hint = joinHints(suggest(name, [...parser.tagNames(), end]), options.absent.tagHint(name));
    return syntaxError(`Unknown tag '${name}'`, hint);
  }
}
