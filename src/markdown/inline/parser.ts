/**
 * markdown-it's inline parser with kramdown's loop. The rules stay in markdown-it's ruler, so a plugin's rule works in every
 * element, and are looked up by the character they can start with.
 */
import MarkdownIt, {
  type Env,
  type MarkdownIt as Instance,
  type ParserInline,
  type StateInline,
  type Token,
} from 'markdown-it';
import { createHtmlStops, createStops } from './find-stop.js';
import type { Frame, Grammar } from './frame.js';
import { parseSpans, placeOverflow } from './parse-spans.js';
import type { InlineRule } from './rules.js';
import { SpanState } from './state.js';

/** Characters a rule can start with, `null` for any. */
type RuleStarts = ReadonlyMap<InlineRule, string | null>;

/** kramdown's own rules. */
export interface OwnRules {
  readonly starts: RuleStarts;
  /** The one that counts in raw HTML. */
  readonly html: InlineRule;
  /** Those by which a table is told from a paragraph. */
  readonly table: readonly InlineRule[];
}

export class KramdownInlineParser extends MarkdownIt.ParserInline {
  override State = SpanState;
  readonly #starts: RuleStarts;
  readonly #html: Grammar;
  readonly #table: Grammar;
  #rules: readonly InlineRule[] = [];
  #grammar: Grammar;

  /** @param parser the parser to take the place of, with its rulers */
  constructor(parser: ParserInline, { starts, html, table }: OwnRules) {
    super();
    this.ruler = parser.ruler;
    this.ruler2 = parser.ruler2;
    this.#starts = starts;
    this.#html = { stops: createHtmlStops(), rules: rulesByCharacter([html], starts) };
    this.#table = { stops: createStops(false), rules: rulesByCharacter(table, starts) };
    this.#grammar = this.#html;
  }

  override tokenize(state: StateInline): void {
    const span = state as SpanState;
    if (span.posMax < span.src.length) this.#tokenizeInside(span);
    else this.#tokenizeBy(span, this.#currentGrammar());
  }

  /** The spans of a table's text: at its top level code and HTML only, all rules in HTML elements. */
  parseTable(text: string, md: Instance, env: Env): Token[] {
    const state = new SpanState(text, md, env, []);
    this.#tokenizeBy(state, this.#table);
    return state.tokens;
  }

  #tokenizeBy(state: SpanState, grammar: Grammar): void {
    state.grammars ??= { markdown: this.#currentGrammar(), html: this.#html };
    try {
      parseSpans(state, new RootFrame(grammar, state.tokens.length));
    } catch (error) {
      throw placeOverflow(error, state);
    }
    if (state.pending) state.pushPending();
  }

  /** A plugin's rule that found its closing delimiter has the text before it parsed by moving the end. */
  #tokenizeInside(state: SpanState): void {
    const inner = state.inside(state.pos, state.posMax);
    inner.ancestors = state.ancestors;
    this.tokenize(inner);
    state.adopt(inner);
    state.pos = state.posMax;
  }

  #currentGrammar(): Grammar {
    const rules = this.ruler.getRules('');
    if (rules !== this.#rules) {
      this.#rules = rules;
      const isWide = rules.some((rule) => !this.#starts.has(rule));
      this.#grammar = { stops: createStops(isWide), rules: rulesByCharacter(rules, this.#starts) };
    }
    return this.#grammar;
  }
}

/** The text itself, which ends where it ends. */
class RootFrame implements Frame {
  readonly type = 'root';

  constructor(
    public grammar: Grammar,
    readonly start: number,
  ) {}

  closes(): boolean {
    return false;
  }

  addImage(): void {}
}

function rulesByCharacter(rules: readonly InlineRule[], starts: RuleStarts): InlineRule[][] {
  return Array.from({ length: 129 }, (_, code) =>
    rules.filter((rule) => {
      const characters = starts.get(rule);
      return (
        characters === undefined || characters === null || characters.includes(String.fromCharCode(code))
      );
    }),
  );
}
