import { type Liquid, Parser, type Tag, type TopLevelToken } from 'liquidjs';
import { lstrip } from '../../ruby/string.js';
import { hasAsciiText } from '../../ruby/text-encoding.js';
import { toText } from '../../ruby/to-s.js';
import type { CompileOptions } from '../compile/compile-options.js';
import { compileOutput } from '../compile/compile-output.js';
import type { Expression } from '../compile/expression.js';
import { type BodyNode, CompiledTag, OutputNode, TextNode } from '../compile/nodes.js';
import { LiquidError, syntaxError } from '../errors.js';
import { adaptTag } from '../liquidjs/adapter.js';
import type { Write } from '../tag.js';
import { parseOutputLaxly, parseOutputStrictly } from './parse-output.js';
import { ParseSession } from './parse-session.js';
import { refuseBroken } from './read-body.js';
import { type OutputMarkup, TagMarkup, TextToken } from './tokens.js';

/** What stands in the registry for tags without a name. */
const INLINE_COMMENT = '#';

type LiquidjsNode = ReturnType<Parser['parseToken']>;

/**
 * liquidjs's parser with Liquid 4's rules for single tokens. Tags are looked up in liquidjs's registry and made as it makes
 * them, so those of its plugins find the same parser and token list they know.
 */
export class TemplateParser extends Parser {
  constructor(
    private readonly registry: Liquid,
    private readonly options: CompileOptions,
  ) {
    super(registry);
  }

  /** For tags of liquidjs's plugins that render text of their own; without a file to name. */
  override parse(text: string, path = ''): LiquidjsNode[] {
    const session = new ParseSession(String(text), path, 1, this, this.options);
    return this.parseTokens(session as unknown as TopLevelToken[]) as LiquidjsNode[];
  }

  /** Whether a tag of that name can start here. */
  knows(name: string): boolean {
    return this.registry.tags[name || INLINE_COMMENT] !== undefined;
  }

  tagNames(): string[] {
    return Object.keys(this.registry.tags);
  }

  /** @param remaining the `ParseSession` the token was taken from */
  override parseToken(token: TopLevelToken, remaining: TopLevelToken[]): LiquidjsNode & BodyNode {
    const session = remaining as unknown as ParseSession;
    const node = this.parseNode(token, session);
    // liquidjs names classes it does not export; their shape is all it uses.
    return node as LiquidjsNode & BodyNode;
  }

  private parseNode(token: unknown, session: ParseSession): BodyNode {
    if (token instanceof TextToken) return parseText(token, session);
    if (token instanceof TagMarkup) return this.parseTag(token, session);
    return parseOutput(token as OutputMarkup, session);
  }

  private parseTag(token: TagMarkup, session: ParseSession): BodyNode {
    refuseBroken(token, session);
    const TagClass = this.registry.tags[token.name || INLINE_COMMENT];
    if (TagClass === undefined) throw syntaxError(`Unknown tag '${token.name}'`);
    const lineNumber = session.lineNumber;
    const tag: unknown = new TagClass(token, session as unknown as TopLevelToken[], this.registry, this);
    session.lastText = null;
    return tag instanceof CompiledTag ? tag : adaptTag(tag as Tag, lineNumber);
  }
}

function parseText(token: TextToken, session: ParseSession): TextNode {
  const text = token.getText();
  const node = new TextNode(token, session.trimsNext ? lstrip(text) : text);
  session.trimsNext = false;
  session.lastText = node;
  return node;
}

function parseOutput(token: OutputMarkup, session: ParseSession): OutputNode {
  if (!token.isClosed) {
    throw syntaxError(`Variable '${token.getText()}' was not properly terminated with regexp: /\\}\\}/`);
  }
  const { lineNumber } = session;
  const expression = parseFilteredValue(token.content, session, lineNumber);
  const isAscii = expression.constant !== undefined && hasAsciiText(expression.constant);
  return new OutputNode(token, lineNumber, print(expression), isAscii);
}

function print({ constant, evaluate, tellsEncoding }: Expression): Write | string {
  if (constant !== undefined) return toText(constant);
  if (tellsEncoding) {
    return (frame) => {
      const value = evaluate(frame);
      frame.isAscii = typeof value === 'string' ? frame.isAnswerAscii : hasAsciiText(value);
      frame.output += toText(value);
    };
  }
  return (frame) => {
    const value = evaluate(frame);
    frame.isAscii = hasAsciiText(value);
    frame.output += typeof value === 'string' ? value : toText(value);
  };
}

/** What `{{ markup }}` evaluates, also behind `assign`. */
export function parseFilteredValue(markup: string, session: ParseSession, lineNumber: number): Expression {
  const { options } = session;
  const value = withErrorMode(
    session,
    lineNumber,
    `in "{{${markup}}}"`,
    () => parseOutputStrictly(markup, options),
    () => parseOutputLaxly(markup, options),
  );
  return compileOutput(value, options, () => (session.path === '' ? null : session.place()));
}

/** Liquid 4.0.4, `ParserSwitching`: in `warn` mode what strict parsing refuses is kept as a warning and parsed laxly. */
export function withErrorMode<T>(
  session: ParseSession,
  lineNumber: number,
  markupContext: string,
  strict: () => T,
  lax: () => T,
): T {
  const { errorMode } = session.options;
  if (errorMode === 'lax') return lax();
  try {
    return strict();
  } catch (error) {
    if (!(error instanceof LiquidError) || error.kind !== 'syntax') throw error;
    error.lineNumber = lineNumber;
    error.markupContext = markupContext;
    error.place = session.place();
    if (errorMode === 'strict') throw error;
    session.warnings.add(error);
    return lax();
  }
}
